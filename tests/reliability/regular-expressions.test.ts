import { join } from 'node:path';
import { RegExpParser } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import { parseSync } from 'vite';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { PROJECT_ROOT, readContentFiles } from '../../tools/read-content.ts';

/** What visitors' and maintainers' texts meet. `tools/faq` reads nothing but the project's own files. */
const FOLDERS = ['functions', 'web', 'infra', 'tools/report', 'tools/fuzz'];
const GENERATED = /\.generated\.ts$/;

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** Returns why a pattern may take more than linear time: two parts that take the same characters, or a search anew. */
function superLinear({ source, flags }: Pattern): readonly string[] {
  const parser = new RegExpParser();
  const literal = {
    pattern: parser.parsePattern(source, undefined, undefined, { unicode: flags.includes('u') }),
    flags: parser.parseFlags(flags),
  };
  const { reports } = analyse(literal, { reportTypes: { Move: true, Self: true, Trade: true } });
  return reports.map(
    (report) => `${report.exponential ? 'exponential' : 'polynomial'} (${report.type}): /${source}/${flags}`,
  );
}

/** Returns the regular expressions written out in a file. */
function literalsOf(path: string, text: string): readonly Pattern[] {
  const { program, errors } = parseSync(path, text);
  expect(errors).toEqual([]);
  return [...nodesOf(program)].flatMap((node) => {
    const { regex } = node;
    return isRegex(regex) ? [{ source: regex.pattern, flags: regex.flags }] : [];
  });
}

function* nodesOf(node: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof node !== 'object' || node === null) return;
  yield node as Readonly<Record<string, unknown>>;
  for (const child of Object.values(node)) yield* nodesOf(child);
}

function isRegex(value: unknown): value is { readonly pattern: string; readonly flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

describe('every regular expression takes linear time', () => {
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it('notices one that does not', () => {
    expect(superLinear({ source: '^(a+)+$', flags: '' })).toHaveLength(1);
    expect(superLinear({ source: 'a+b', flags: '' })).toHaveLength(1);
    expect(superLinear({ source: '^a+b', flags: '' })).toEqual([]);
    expect(literalsOf('one.ts', 'const digits: RegExp = /[0-9]+$/u;')).toEqual([{ source: '[0-9]+$', flags: 'u' }]);
  });

  it.each(FOLDERS)('where it is written out, in %s', (folder) => {
    const files = readContentFiles(join(PROJECT_ROOT, folder), '.ts').filter(({ path }) => !GENERATED.test(path));
    const found = files.flatMap(({ path, text }) =>
      literalsOf(path, text).flatMap((pattern) => superLinear(pattern).map((fault) => `${path}: ${fault}`)),
    );
    expect(found).toEqual([]);
  });

  it('where it is put together as the program runs', async () => {
    const built: Pattern[] = [];
    vi.resetModules();
    vi.stubGlobal(
      'RegExp',
      new Proxy(RegExp, {
        construct(target, [source, flags]: [string | RegExp, string | undefined]) {
          const pattern = new target(source, flags);
          // Libraries build patterns too; theirs are tried with long texts by `npm run bench:growth`.
          const [, , caller = ''] = new Error().stack?.split('\n') ?? [];
          if (!caller.includes('node_modules')) built.push({ source: pattern.source, flags: pattern.flags });
          return pattern;
        },
      }),
    );
    const { redact } = await import('../../functions/conversation/redact.ts');
    const { clausesOf } = await import('../../functions/conversation/second-question.ts');
    const { LANGUAGE_PACKS } = await import('../../functions/conversation/language-pack.ts');
    const { traditionalWriter } = await import('../../functions/catalogue/traditional.ts');
    const { detectLanguage } = await import('../../functions/matching/language.ts');
    await redact('call 0201234567');
    for (const pack of Object.values(LANGUAGE_PACKS)) clausesOf('one, two', pack);
    traditionalWriter(new Map([['網絡', '網路']]))('网络');
    const nothing = {
      hashes: new Uint32Array(),
      starts: new Uint32Array(3),
      rarities: new Float32Array(),
      kindWeights: [],
    };
    const weights = {
      offsets: Uint32Array.of(0),
      classes: new Uint16Array(),
      values: new Int8Array(),
      scale: 1,
      bias: new Float32Array(1),
    };
    detectLanguage('网络', { languages: ['zh'], vocabulary: nothing, weights, scripts: { Han: 'zh' } });
    expect(built.filter(({ flags }) => flags === 'dgi').length).toBeGreaterThan(2);
    expect(built.filter(({ flags }) => flags === 'iu').length).toBeGreaterThanOrEqual(3);
    expect(built.flatMap(superLinear)).toEqual([]);
  });
});
