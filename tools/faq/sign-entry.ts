/** Marks the languages of an entry as checked against each other. */
import { parseDocument } from 'yaml';
import { entryFile } from '../../functions/catalogue/content.ts';
import { signaturesOf } from './signature.ts';

const HEAD = /^checked:.*\n?/m;

/** Returns the entry file's text with its signatures, nothing else changed. Throws a ZodError when it is no entry. */
export function signedText(text: string): string {
  const { zh, en, nl } = signaturesOf(entryFile.parse(parseDocument(text).toJS()));
  // Quoted, since a hash of digits alone would be read as a number.
  const line = `checked: { zh: "${zh}", en: "${en}", nl: "${nl}" }\n`;
  return HEAD.test(text) ? text.replace(HEAD, line) : `${text.trimEnd()}\n${line}`;
}
