/** Brings what people type to one form, so that the same question always looks the same to the matcher. */

/** Character folds learned when the catalogue is published (Traditional to Simplified Chinese, say). */
export type CharacterFolds = ReadonlyMap<string, string>;

const COMBINING_MARKS = /\p{M}+/gu;
const ELONGATED = /(\p{Script=Latin})\1{2,}/gu;
const JOINED_WORD = /(?<=\p{L})['’`´‘-](?=\p{L})/gu;
const CONTROLS = /[\p{Cc}\p{Cs}\p{Co}]/gu;
/** Soft hyphens, joiners and marks of direction come along with copied text, in the middle of words. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * Returns the text without what is somebody's own and says nothing of the question (addresses, links, numbers of seven
 * digits and more), in lower case, full-width forms and accents folded, letters typed three times or more
 * cut to two, hyphens and apostrophes inside words removed, and every other character that is not a letter,
 * a digit, `*` or `#` replaced by a space; of a text that is nothing but pictures (emoji), each of these once.
 */
export function normalise(text: string, folds: CharacterFolds): string {
  const rest = withoutPersonal(text);
  if (ASCII.test(rest)) return foldCharacters(plainAscii(rest), folds);
  return foldCharacters(plainText(rest), folds) || picturesOf(rest);
}

function withoutPersonal(text: string): string {
  const mayHold = text.includes('@') || text.includes('://');
  const rest = mayHold ? text.replace(VISIBLE_ASCII, (run) => (ADDRESS_OR_LINK.test(run) ? ' ' : run)) : text;
  return rest.replace(LONG_NUMBER, ' ');
}

const VISIBLE_ASCII = /[\x21-\x7e]+/g;
const ADDRESS_OR_LINK = /[^@]@[^@]|https?:\/\//i;
const LONG_NUMBER = /\d{7,}/g;

/** A thumb says something where nothing else is said. */
function picturesOf(text: string): string {
  return [...new Set(text.match(PICTURE))].join(' ');
}

const PICTURE = /\p{Extended_Pictographic}/gu;

function plainText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(CONTROLS, ' ')
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(JOINED_WORD, '')
    .replace(ELONGATED, '$1$1')
    .replace(/[^\p{L}\p{N}*#]+/gu, ' ')
    .trim();
}

const ASCII = /^[\0-\x7F]*$/;

/** The same for the many texts that have no accents, marks or full-width forms to fold, in a third of the time. */
function plainAscii(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=[a-z])['`-](?=[a-z])/g, '')
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/[^a-z0-9*#]+/g, ' ')
    .trim();
}

/** Returns the text with every character that is written in two ways in the one that the folds lead to. */
export function foldCharacters(text: string, folds: CharacterFolds): string {
  if (folds.size === 0) return text;
  let folded = '';
  for (const character of text) folded += folds.get(character) ?? character;
  return folded;
}
