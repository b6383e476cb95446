/** The form in which two questions count as one and the same. */
import { characterFolds } from '../../functions/catalogue/traditional.ts';
import { openLexicon } from '../../functions/matching/lexicon.ts';
import { normalise } from '../../functions/matching/normalise.ts';

const { folds } = openLexicon({ folds: characterFolds(), sounds: {}, concepts: {} }, (word) => word);

/** Returns the text as the matcher sees it, without spaces. */
export function normalisedAs(text: string): string {
  return normalise(text, folds).replaceAll(' ', '');
}
