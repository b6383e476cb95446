/** Turns the text of the files in `faq/` into content, or into a list of what is wrong and where. */
import { LineCounter, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import {
  type Content,
  devicesFile,
  type EntryFile,
  entryFile,
  type FollowUpsFile,
  followUpsFile,
  operatorsFile,
  type PhrasingsFile,
  phrasingsFile,
  sourcesFile,
  supportFile,
} from './content.ts';

/** A file of the content folder: its path below `faq/`, with `/` between the parts, and its text. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

/** Something wrong in a content file; `line` counts from 1. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Thrown when content cannot be published; the message lists every finding as `file:line: message`. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(findings.map(({ file, line, message }) => `faq/${file}:${line}: ${message}`).join('\n'));
    this.name = 'ContentError';
    this.findings = findings;
  }
}

const PHRASINGS_SUFFIX = '.phrasings.yaml';
const FOLLOW_UPS_SUFFIX = '.follow-ups.yaml';
const INTENTS_FOLDER = 'intents/';

/**
 * Returns the content that the files hold. Entry files are `<group>/<id>.yaml`, their phrasings
 * `<group>/<id>.phrasings.yaml`, and what is said after their answers `<group>/<id>.follow-ups.yaml`;
 * `intents/<name>.phrasings.yaml` holds what people say that is no question to the FAQ (its id gets an `@`). Throws a
 * ContentError that names every fault, not only the first.
 */
export function parseContent(files: readonly ContentFile[]): Content {
  const findings: Finding[] = [];
  const read = <T extends z.ZodType>(file: ContentFile, schema: T) => parseFile(file, schema, findings);
  const entries = new Map<string, EntryFile & { group: string }>();
  const phrasings = new Map<string, PhrasingsFile>();
  const followUps = new Map<string, FollowUpsFile>();
  for (const file of files) {
    const [group = '', name] = file.path.split('/');
    if (name === undefined || !name.endsWith('.yaml')) continue;
    if (name.endsWith(PHRASINGS_SUFFIX)) {
      const parsed = read(file, phrasingsFile);
      const prefix = file.path.startsWith(INTENTS_FOLDER) ? '@' : '';
      if (parsed) phrasings.set(prefix + name.slice(0, -PHRASINGS_SUFFIX.length), parsed);
    } else if (name.endsWith(FOLLOW_UPS_SUFFIX)) {
      const parsed = read(file, followUpsFile);
      if (parsed) followUps.set(name.slice(0, -FOLLOW_UPS_SUFFIX.length), parsed);
    } else {
      const parsed = read(file, entryFile);
      if (parsed) entries.set(name.slice(0, -'.yaml'.length), { ...parsed, group });
    }
  }
  const single = <T extends z.ZodType>(path: string, schema: T): z.infer<T> | undefined => {
    const file = files.find((candidate) => candidate.path === path);
    if (file) return read(file, schema);
    findings.push({ file: path, line: 1, message: 'the file is missing' });
    return undefined;
  };
  const sources = single('sources.yaml', sourcesFile);
  const support = single('support.yaml', supportFile);
  const operators = single('operators.yaml', operatorsFile);
  const devices = single('devices.yaml', devicesFile);
  for (const id of entries.keys()) {
    if (!phrasings.has(id))
      findings.push({
        file: `${entries.get(id)?.group}/${id}.yaml`,
        line: 1,
        message: `has no ${id}${PHRASINGS_SUFFIX} beside it`,
      });
  }
  if (findings.length > 0 || !sources || !support || !operators || !devices) throw new ContentError(findings);
  return { entries, phrasings, followUps, sources, support, operators, devices };
}

function parseFile<T extends z.ZodType>(file: ContentFile, schema: T, findings: Finding[]): z.infer<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  const faults = new Map<number, string>();
  for (const { pos, message } of document.errors) faults.set(lines.linePos(pos[0]).line, message.split('\n')[0] ?? '');
  visit(document, {
    // A text that starts with Markdown's ** is an alias to YAML; what else the parser says of that line misleads.
    Alias: (_, { range }) => {
      faults.set(lines.linePos(range?.[0] ?? 0).line, 'put a text that starts with * between quotes');
    },
  });
  findings.push(...[...faults].map(([line, message]) => ({ file: file.path, line, message })));
  if (faults.size > 0) return undefined;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    findings.push({
      file: file.path,
      line: lineOf(document, issue.path, lines),
      message: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    });
  }
  return undefined;
}

function lineOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
