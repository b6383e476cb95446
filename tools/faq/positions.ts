/** Finds the line on which a value stands in a content file. */
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import type { ContentFile } from '../../functions/catalogue/parse.ts';

/** Where a value is: the keys and list places that lead to it. */
export type ValuePath = readonly (string | number)[];

/** Returns the line (from 1) of the value at the path, or of the nearest value above it. */
export type LineOf = (file: string, path: ValuePath) => number;

const node = z.object({ range: z.tuple([z.number(), z.number(), z.number()]) });

/** Returns a reader of lines; each file is parsed on first use only. `file` is the path below `faq/`. */
export function lineReader(files: readonly ContentFile[]): LineOf {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const opened = new Map<string, (path: ValuePath) => number>();
  return (file, path) => {
    const known = opened.get(file) ?? lineFinder(texts.get(file) ?? '');
    opened.set(file, known);
    return known(path);
  };
}

function lineFinder(text: string): (path: ValuePath) => number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = node.safeParse(document.getIn(path.slice(0, length), true));
      if (found.success) return lines.linePos(found.data.range[0]).line;
    }
    return 1;
  };
}
