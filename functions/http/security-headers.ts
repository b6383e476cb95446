/** What every answer tells a browser: where it may be shown, what it may do, and that HTTPS is the only way. */
import { secureHeaders } from 'hono/secure-headers';

type Options = NonNullable<Parameters<typeof secureHeaders>[0]>;

/** Nobody frames anything of ours: the widget is an element of the page that embeds it, not a frame. */
const EVERYWHERE = {
  strictTransportSecurity: 'max-age=63072000; includeSubDomains',
  xFrameOptions: 'DENY',
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
} satisfies Options;

/** For pages and files, which bring their own content policy. */
export const pageHeaders = secureHeaders({ ...EVERYWHERE, crossOriginResourcePolicy: false });

/** For data: a browser that takes it for a page shows nothing and runs nothing. */
export const dataHeaders = secureHeaders({
  ...EVERYWHERE,
  crossOriginResourcePolicy: 'cross-origin',
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
});
