/** A small catalogue of another field, with weights that are written down: what it replies can be worked out on paper. */
import type { StoredEntry, StoredSlots, StoredSupport } from '../../functions/catalogue/catalogue.ts';
import type { Catalogue } from '../../functions/catalogue/open.ts';
import { handMadeMatcher } from '../matching/hand-made-matcher.ts';

/** Returns the text in every locale, marked with it. */
export const inAll = (text: string) => ({
  zh: `${text} (zh)`,
  'zh-Hant': `${text} (zh-Hant)`,
  en: `${text} (en)`,
  nl: `${text} (nl)`,
});

/** Returns an entry that has nothing but a question and an answer. */
export function gardenEntry(id: string, more: Partial<StoredEntry> = {}): StoredEntry {
  return {
    id,
    group: 'garden',
    updated: '2026-11-01',
    question: inAll(`${id}?`),
    answer: inAll(`${id}.`),
    operators: {},
    devices: {},
    related: [],
    links: [],
    sources: [],
    ...more,
  };
}

const WEEKDAYS = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, from: '09:00', to: '18:00' }];
const ALWAYS = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, from: '00:00', to: '24:00' }];
const hours = (all: typeof WEEKDAYS | typeof ALWAYS) => all.map((each) => ({ ...each, days: [...each.days] }));

export const SUPPORT: StoredSupport = {
  timeZone: 'Europe/Amsterdam',
  holidays: ['2026-12-25'],
  example: false,
  answerWithinHours: 8,
  channels: [
    {
      id: 'desk',
      kind: 'email',
      name: inAll('Desk'),
      contact: 'desk@garden.example',
      languages: ['en'],
      hours: [],
      closedOnHolidays: false,
    },
    {
      id: 'line',
      kind: 'phone',
      name: inAll('Line'),
      contact: '+31 20 123',
      languages: ['nl', 'fr'],
      hours: hours(WEEKDAYS),
      closedOnHolidays: true,
    },
    {
      id: 'talk',
      kind: 'chat',
      name: inAll('Talk'),
      contact: 'https://chat.garden.example',
      languages: ['zh', 'zh-Hant', 'en', 'nl'],
      hours: hours(ALWAYS),
      closedOnHolidays: false,
    },
  ],
  operators: [
    { id: 'kpn', name: 'KPN', phone: '1200', hours: hours(WEEKDAYS), note: inAll('by day'), sources: [] },
    { id: 'odido', name: 'Odido', website: 'https://odido.example', sources: ['https://source.example'] },
  ],
};

export const SLOTS: StoredSlots = {
  operators: [
    { id: 'kpn', name: 'KPN', mentions: ['kpn'] },
    { id: 'vodafone', name: 'Vodafone', mentions: ['vodafone', '沃达丰'] },
    { id: 'odido', name: 'Odido', mentions: ['t mobile', 'odido'] },
  ],
  devices: [
    { id: 'iphone', name: 'iPhone', mentions: ['iphone', '苹果'] },
    { id: 'samsung', name: 'Samsung', mentions: ['samsung galaxy', 'samsung'] },
  ],
};

const ENTRIES = [
  gardenEntry('contact-support', { group: 'people' }),
  gardenEntry('leaves', { otherwise: inAll('cut them') }),
  gardenEntry('repot', {
    steps: { zh: ['挖', '种'], 'zh-Hant': ['挖', '種'], en: ['**Dig**', 'Plant'], nl: ['Graaf', 'Plant'] },
    operators: { kpn: inAll('note on KPN'), nobody: inAll('note on nobody') },
    devices: { iphone: inAll('note on iPhone') },
    related: ['leaves', 'gone', 'water'],
    links: [{ url: 'https://pots.example', title: inAll('Pots') }],
    sources: ['https://source.example'],
  }),
  gardenEntry('water'),
];

/** The greatest pull: a text of one such word is as good as sure. */
const MOST = 12;
/** Pulls of a word that every entry has: it says nothing, and is not strange. */
const NONE = { leaves: 0, repot: 0, water: 0 };

/** Returns the catalogue. */
export const GARDEN: Catalogue = {
  version: 7,
  support: SUPPORT,
  slots: SLOTS,
  entries: new Map(ENTRIES.map((entry) => [entry.id, entry])),
  matcher: handMadeMatcher({
    classes: ['@agent', '@far', '@greeting', '@stuck', 'contact-support', 'leaves', 'repot', 'water'],
    pulls: {
      'stem water': { water: MOST },
      'stem yellow': { leaves: MOST },
      'stem repot': { repot: MOST },
      'stem pot': { repot: 4 },
      'stem plant': { repot: 2, water: 1.5, leaves: 1 },
      'stem iphone': { water: 3 },
      'stem samsung': NONE,
      'stem kpn': { leaves: 3 },
      'stem the': NONE,
      'stem and': NONE,
      'stem too': NONE,
      'stem it': NONE,
      'stem hello': { '@greeting': MOST },
      'stem hey': { '@greeting': 3 },
      'stem person': { '@agent': MOST },
      'stem useless': { '@stuck': MOST },
      'stem weather': { '@far': MOST },
      'han2 浇水': { water: MOST },
      'han2 换盆': { repot: MOST },
    },
    lexicon: { folds: '換换' },
    words: {
      en: ['water', 'yellow', 'repot', 'plant', 'the', 'and', 'it', 'hello', 'why', 'person', 'useless', 'weather'],
      nl: ['geel', 'en'],
      other: ['wasser'],
    },
  }),
};

/** The garden where, after the yellow leaves, a pot means water. */
export const AFTER_LEAVES: Catalogue = {
  ...GARDEN,
  matcher: {
    ...GARDEN.matcher,
    ...handMadeMatcher({
      classes: GARDEN.matcher.classes,
      pulls: {
        'stem pot': { repot: 4 },
        'stem hello': { '@greeting': 12 },
        'stem hey': { '@greeting': 3 },
        'before leaves': { water: 9 },
      },
      words: { en: ['pot', 'hello', 'hey'] },
    }),
  },
};
