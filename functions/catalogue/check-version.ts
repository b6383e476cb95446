/** Checks a version of the catalogue as readers will see it, before it becomes current. */
import { rank } from '../matching/matcher.ts';
import { LOCALES, type PublishedCatalogue } from './catalogue.ts';
import { WRITTEN_LOCALES } from './content.ts';
import { type Catalogue, openCatalogue } from './open.ts';

/**
 * Least share of entries, per language, that their own question must find. It finds them all with the content of this
 * project; less than this means that the matcher and the entries do not belong together.
 */
export const OWN_QUESTION_FLOOR = 0.9;

/** Returns what is wrong with a version, in words; an empty list for a good one. */
export function checkVersion(
  stored: PublishedCatalogue & { readonly version: number; readonly matcher: Uint8Array },
): readonly string[] {
  const catalogue = openCatalogue(stored);
  if (catalogue.entries.size === 0) return ['It has no entries.'];
  return [...parityFaults(catalogue), ...relationFaults(catalogue), ...matchingFaults(catalogue)];
}

function parityFaults({ entries }: Catalogue): string[] {
  return [...entries.values()].flatMap(({ id, question, answer, steps }) => {
    const lacking = LOCALES.filter((locale) => question[locale] === '' || answer[locale] === '');
    const counts = steps ? new Set(LOCALES.map((locale) => steps[locale].length)) : new Set();
    return [
      ...lacking.map((locale) => `${id} lacks its ${locale} text.`),
      ...(counts.size > 1 ? [`${id} has not the same number of steps in each language.`] : []),
    ];
  });
}

function relationFaults({ entries }: Catalogue): string[] {
  return [...entries.values()].flatMap(({ id, related }) =>
    related.filter((other) => !entries.has(other)).map((other) => `${id} is related to ${other}, which is not there.`),
  );
}

function matchingFaults({ entries, matcher }: Catalogue): string[] {
  return WRITTEN_LOCALES.flatMap((locale) => {
    const lost = [...entries.values()].filter(
      ({ id, question }) => rank(question[locale], locale, matcher).entries[0]?.id !== id,
    );
    const share = 1 - lost.length / entries.size;
    if (share >= OWN_QUESTION_FLOOR) return [];
    const ids = lost.map(({ id }) => id).join(', ');
    return [
      `In ${locale} only ${Math.round(share * 100)} % of the entries are found by their own question; not: ${ids}.`,
    ];
  });
}
