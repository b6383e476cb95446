/** Puts the rows of one entry together again. */
import { type EntryFile, entryFile, WRITTEN_LOCALES } from '../../functions/catalogue/content.ts';
import type { SheetRow } from './sheet.ts';

type Report = (row: number, column: string, message: string) => void;

/** Fields whose value is the same in every language; the others have a text in each. */
const SHARED_FIELD = /^(?:links\.\d+\.url|(?:related|sources|unverified)\.\d+|topic\.(?:money|legal)|reviewed)$/;
const STEP_FIELD = /^steps\.\d+$/;
const FIELD = /^(?:question|answer|otherwise|(?:operators|devices)\.[a-z0-9-]+|links\.\d+\.title)$/;

/** Returns the entry, or undefined when `report` was told what is wrong. */
export function entryFromRows(rows: readonly SheetRow[], report: Report): Omit<EntryFile, 'checked'> | undefined {
  let isSound = true;
  const fault: Report = (...fault) => {
    isSound = false;
    report(...fault);
  };
  const byField = new Map<string, SheetRow>();
  for (const row of rows) {
    const { field = '' } = row.cells;
    const twin = byField.get(field);
    if (twin) fault(row.number, 'field', `${field} stands in row ${twin.number} already`);
    else if (![SHARED_FIELD, STEP_FIELD, FIELD].some((pattern) => pattern.test(field)))
      fault(row.number, 'field', `there is no field ${field || 'without a name'}`);
    else byField.set(field, row);
  }
  const raw = rawEntry(byField, fault);
  const parsed = entryFile.safeParse(raw);
  if (parsed.success) {
    const { checked: _, ...entry } = parsed.data;
    return isSound ? entry : undefined;
  }
  for (const { path, message } of parsed.error.issues) {
    const { row, column } = placeOf(path, byField, rows);
    fault(row ?? 1, column, `${path.join('.')}: ${message}`);
  }
  return undefined;
}

type Fields = ReadonlyMap<string, SheetRow>;

function rawEntry(byField: Fields, fault: Report): unknown {
  const shared = (field: string) => byField.get(field)?.cells.all?.trim();
  const texts = (row: SheetRow) => Object.fromEntries(WRITTEN_LOCALES.map((locale) => [locale, row.cells[locale]]));
  const localized = (field: string) => {
    const row = byField.get(field);
    return row ? texts(row) : undefined;
  };
  const list = (prefix: string) => places(byField, prefix, fault).map((at) => shared(`${prefix}.${at}`));
  const notes = (prefix: string) => {
    const own = [...byField].filter(([field]) => field.startsWith(`${prefix}.`));
    if (own.length === 0) return {};
    return { [prefix]: Object.fromEntries(own.map(([field, row]) => [field.slice(prefix.length + 1), texts(row)])) };
  };
  const flag = (field: string) => ({ true: true, false: false })[shared(field)?.toLowerCase() ?? ''];
  return {
    question: localized('question'),
    answer: localized('answer'),
    ...steps(byField, fault),
    ...(byField.has('otherwise') && { otherwise: localized('otherwise') }),
    ...notes('operators'),
    ...notes('devices'),
    related: list('related'),
    links: places(byField, 'links', fault).map((at) => ({
      url: shared(`links.${at}.url`),
      title: localized(`links.${at}.title`),
    })),
    sources: list('sources'),
    unverified: list('unverified'),
    topic: { money: flag('topic.money'), legal: flag('topic.legal') },
    reviewed: shared('reviewed'),
  };
}

/** Returns the places of a list, which must run from 1 without a gap. */
function places(byField: Fields, prefix: string, fault: Report): readonly number[] {
  const found = new Set<number>();
  for (const [field, { number }] of byField) {
    const [name, place] = field.split('.');
    if (name !== prefix) continue;
    if (Number(place) < 1) fault(number, 'field', `${prefix} counts from 1`);
    found.add(Number(place));
  }
  const ordered = [...found].sort((a, b) => a - b);
  ordered.forEach((place, at) => {
    const row = [...byField].find(([field]) => field.startsWith(`${prefix}.${place}`))?.[1];
    if (place > at + 1 && ordered[at - 1] !== place - 1)
      fault(row?.number ?? 1, 'field', `${prefix}.${place - 1} is missing before it`);
  });
  return ordered;
}

/** Languages may need more or fewer steps: only the last ones can be empty. */
function steps(byField: Fields, fault: Report): { steps?: Record<string, string[]> } {
  const rows = places(byField, 'steps', fault).map((at) => byField.get(`steps.${at}`));
  if (rows.length === 0) return {};
  const ofLocale = (locale: string) => {
    const texts = rows.map((row) => row?.cells[locale]?.trim() ?? '');
    const count = texts.findLastIndex((text) => text !== '') + 1;
    texts.slice(0, count).forEach((text, at) => {
      if (text === '') fault(rows[at]?.number ?? 1, locale, 'the step is empty: move the later ones up');
    });
    return texts.slice(0, count);
  };
  return { steps: Object.fromEntries(WRITTEN_LOCALES.map((locale) => [locale, ofLocale(locale)])) };
}

function placeOf(
  path: readonly PropertyKey[],
  byField: Fields,
  rows: readonly SheetRow[],
): { readonly row: number | undefined; readonly column: string } {
  const locale = WRITTEN_LOCALES.find((one) => path.includes(one));
  const field = path.filter((key) => key !== locale).map((key) => (typeof key === 'number' ? key + 1 : String(key)));
  for (let length = field.length; length > 0; length -= 1) {
    const name = field.slice(0, length).join('.');
    const row = byField.get(name) ?? [...byField].find(([key]) => key.startsWith(`${name}.`))?.[1];
    if (row) return { row: row.number, column: locale ?? (SHARED_FIELD.test(row.cells.field ?? '') ? 'all' : 'field') };
  }
  return { row: rows[0]?.number, column: 'field' };
}
