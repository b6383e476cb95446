/** Adds lines that were copied from the maintainers' page to the phrasings of an entry. */
import { isMap, isSeq, parseDocument } from 'yaml';
import * as z from 'zod';
import { WRITTEN_LOCALES } from '../../functions/catalogue/content.ts';

/** As the page writes them: a language, a voice, questions. */
const copiedLines = z.partialRecord(
  z.enum(WRITTEN_LOCALES),
  z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.array(z.string().trim().min(1)).min(1)),
);

/**
 * Returns the phrasings file with the lines in their language and voice, its comments and order kept, and how many are
 * new; a question that the language has already is left out. Throws when either is not what it should be.
 */
export function addPhrasings(file: string, copied: string): { readonly text: string; readonly added: number } {
  const parsed = copiedLines.safeParse(parseDocument(copied).toJS());
  if (!parsed.success)
    throw new Error('These are no lines of a phrasings file: copy them whole, from the language on (zh, en or nl).');
  const document = parseDocument(file);
  let added = 0;
  for (const [locale, voices] of Object.entries(parsed.data)) {
    const known = new Set(questionsOf(document.toJS()?.[locale]));
    for (const [voice, questions] of Object.entries(voices)) {
      for (const question of questions.filter((one) => !known.has(one))) {
        known.add(question);
        added += 1;
        if (isSeq(document.getIn([locale, voice]))) document.addIn([locale, voice], question);
        else addVoice(document, locale, voice, question);
      }
    }
  }
  return { text: document.toString({ lineWidth: 0 }), added };
}

function addVoice(document: ReturnType<typeof parseDocument>, locale: string, voice: string, question: string): void {
  if (!isMap(document.get(locale))) document.set(locale, document.createNode({}));
  document.setIn([locale, voice], document.createNode([question]));
}

function questionsOf(voices: unknown): readonly string[] {
  const read = z.record(z.string(), z.array(z.string())).safeParse(voices);
  return read.success ? Object.values(read.data).flat() : [];
}
