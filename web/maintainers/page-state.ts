/** What the maintainers' page knows while it is shown. */

import type { Address } from './address.ts';
import type {
  EntryNames,
  Explained,
  FeedbackList,
  Insights,
  Role,
  TicketList,
  TicketStatus,
  Unanswered,
} from './admin-client.ts';
import type { PageConfig } from './page-config.ts';
import type { Locale } from './strings.ts';

/** Something that is asked of the API; while it is asked again, what came before stays in sight. */
export interface Remote<T> {
  readonly isLoading: boolean;
  readonly value?: T;
  /** Why it did not come, in the reader's language. */
  readonly failure?: string;
}

/** Why somebody is not signed in. */
export type SignInNotice = 'wrong' | 'ended' | 'noRole' | 'refused' | 'offline';

export interface Loaded {
  insights: Remote<Insights>;
  unanswered: Remote<Unanswered>;
  feedback: Remote<FeedbackList>;
  tickets: Remote<TicketList>;
  explained: Remote<Explained>;
}

export interface Filters {
  /** Locale of the unanswered questions to show, '' for all. */
  language: string;
  /** Topic of the feedback to show, '' for all. */
  topic: string;
  onlyComments: boolean;
  tickets: 'open' | 'done';
  /** Locale that the visitor of the try-it box reads, '' for none said. */
  reads: string;
}

export interface PageState extends Loaded {
  phase: 'starting' | 'signed out' | 'signed in';
  config: PageConfig;
  notice: SignInNotice | undefined;
  role: Role | undefined;
  locale: Locale;
  address: Address;
  entries: ReadonlyMap<string, EntryNames[number]>;
  filters: Filters;
  /** Status of tickets that is being stored. */
  changing: ReadonlyMap<string, TicketStatus>;
  /** The latest short event, read out once. */
  status: string;
  /** The lines that were copied last. */
  copied: string;
}

const NOT_ASKED = { isLoading: false } as const;

/** Returns what is known before anything was asked. */
export function emptyState(locale: Locale, address: Address): PageState {
  return {
    phase: 'starting',
    config: {},
    notice: undefined,
    role: undefined,
    locale,
    address,
    entries: new Map(),
    filters: { language: '', topic: '', onlyComments: false, tickets: 'open', reads: '' },
    changing: new Map(),
    status: '',
    copied: '',
    ...nothingLoaded(),
  };
}

/** Returns what is left of the data when somebody signs out. */
export function nothingLoaded(): Loaded {
  return {
    insights: NOT_ASKED,
    unanswered: NOT_ASKED,
    feedback: NOT_ASKED,
    tickets: NOT_ASKED,
    explained: NOT_ASKED,
  };
}
