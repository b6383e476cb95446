/** What the app needs from outside: given in, so that the same app runs in Lambda, on a developer's machine and in tests. */
import type { Context } from 'hono';
import type { SecondLook } from '../conversation/second-look.ts';
import type { Authorise, Identity } from '../maintainers/authorise.ts';
import type { Notify } from '../maintainers/notify.ts';
import type { CatalogueCache } from '../store/catalogue-cache.ts';
import type { ConversationStore } from '../store/conversation-store.ts';
import type { FeedbackStore } from '../store/feedback-store.ts';
import type { InsightStore } from '../store/insight-store.ts';
import type { TableWatch } from '../store/table-watch.ts';
import type { TicketStore } from '../store/ticket-store.ts';
import type { ApiDocument } from './api-document.ts';

export interface Dependencies {
  readonly catalogue: CatalogueCache;
  readonly conversations: ConversationStore;
  readonly feedback: FeedbackStore;
  readonly tickets: TicketStore;
  readonly insights: InsightStore;
  /** Over the table of the four above. */
  readonly activity: TableWatch;
  /** Looks again at questions that are doubtful by their words; without it, the words alone decide. */
  readonly secondLook?: SecondLook;
  /** Tells whose a bearer token is. */
  readonly authorise: Authorise;
  /** Tells maintainers of a new ticket. */
  readonly notify: Notify;
  readonly now: () => Date;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
  /** The address of the client, for the rate limit only; never stored. */
  readonly clientOf: (context: Context) => string;
  /** Requests a minute from one client; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Origins other than our own that may call from a browser. */
  readonly allowedOrigins: readonly string[];
  /** One structured line; never the text of a question. */
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
  readonly version: string;
  /** Whether this process goes on once it has replied, so that no reply waits for counts. Lambda's is frozen. */
  readonly livesOnAfterReply?: boolean;
  /** Gets the description of the API that was made beforehand; made from the routes where absent. */
  readonly apiDocument?: () => Promise<ApiDocument>;
}

/** What middleware leaves for handlers. */
export interface Variables {
  requestId: string;
  /** Whose token came with a request to a maintainers' route. */
  identity: Identity;
}
export type AppEnvironment = { Variables: Variables };
