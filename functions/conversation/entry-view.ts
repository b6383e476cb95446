/** An entry as one locale shows it, with the notes that fit the operator and phone in question first. */
import type { Locale, StoredEntry } from '../catalogue/catalogue.ts';
import type { Catalogue } from '../catalogue/open.ts';
import type { Mentions } from './mentions.ts';
import type { Translate } from './translate.ts';

export interface EntryView {
  readonly id: string;
  readonly group: string;
  readonly question: string;
  /** Markdown, like steps, otherwise and the notes. */
  readonly answer: string;
  readonly steps?: string[];
  readonly otherwise?: string;
  readonly operators?: Readonly<Record<string, { readonly name: string; readonly note: string }>>;
  readonly devices?: Readonly<Record<string, { readonly name: string; readonly note: string }>>;
  /** The operator and phone that the visitor spoke of, where the entry has a note on them. */
  readonly fits: Mentions;
  readonly related: { readonly id: string; readonly question: string }[];
  readonly links: { readonly title: string; readonly url: string }[];
  /** ISO date on which the facts were last checked. */
  readonly updated: string;
  readonly sources: string[];
}

/** Returns the view of an entry. */
export function entryView(
  entry: StoredEntry,
  locale: Locale,
  catalogue: Catalogue,
  { operator, device }: Mentions = {},
): EntryView {
  const view = viewOf(entry, locale, catalogue);
  const fits = {
    ...(operator && view.operators?.[operator] && { operator }),
    ...(device && view.devices?.[device] && { device }),
  };
  return operator || device ? { ...view, fits } : view;
}

const views = new WeakMap<Catalogue['entries'], Map<string, EntryView>>();

/** What a locale shows of an entry stays the same as long as the catalogue does. */
function viewOf(entry: StoredEntry, locale: Locale, catalogue: Catalogue): EntryView {
  const known = views.get(catalogue.entries) ?? new Map<string, EntryView>();
  views.set(catalogue.entries, known);
  const name = `${locale} ${entry.id}`;
  const view = known.get(name) ?? newView(entry, locale, catalogue);
  known.set(name, view);
  return view;
}

function newView(entry: StoredEntry, locale: Locale, catalogue: Catalogue): EntryView {
  const notes = (record: StoredEntry['operators'], named: Catalogue['slots']['operators']) => {
    const pairs = Object.entries(record).map(([id, note]) => {
      const name = named.find((slot) => slot.id === id)?.name ?? id;
      return [id, { name, note: note[locale] }] as const;
    });
    return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
  };
  const operators = notes(entry.operators, catalogue.slots.operators);
  const devices = notes(entry.devices, catalogue.slots.devices);
  return {
    id: entry.id,
    group: entry.group,
    question: entry.question[locale],
    answer: entry.answer[locale],
    ...(entry.steps && { steps: entry.steps[locale] }),
    ...(entry.otherwise && { otherwise: entry.otherwise[locale] }),
    ...(operators && { operators }),
    ...(devices && { devices }),
    fits: {},
    related: entry.related.flatMap((id) => {
      const related = catalogue.entries.get(id);
      return related ? [{ id, question: related.question[locale] }] : [];
    }),
    links: entry.links.map(({ url, title }) => ({ url, title: title[locale] })),
    updated: entry.updated,
    sources: entry.sources,
  };
}

const texts = new WeakMap<EntryView, string>();

/** Returns the entry as plain text, in the locale of the view: answer, notes that fit, numbered steps, and what to do otherwise. */
export function entryText(view: EntryView, t: Translate): string {
  const text = texts.get(view) ?? newText(view, t);
  texts.set(view, text);
  return text;
}

function newText({ answer, steps = [], otherwise, operators, devices, fits }: EntryView, t: Translate): string {
  const operator = fits.operator && operators?.[fits.operator];
  const device = fits.device && devices?.[fits.device];
  const notes = [operator, device].flatMap((note) => (note ? [`${note.name}: ${note.note}`] : []));
  return [
    answer,
    ...notes,
    steps.map((step, at) => `${at + 1}. ${step}`).join('\n'),
    otherwise ? t('bot.otherwise', { otherwise }) : '',
  ]
    .filter((part) => part !== '')
    .map(withoutMarkup)
    .join('\n\n');
}

function withoutMarkup(markdown: string): string {
  return markdown.replace(/\*\*|`/g, '').replace(/\[([^[\]]+)\]\(([^()]+)\)/g, '$1 ($2)');
}
