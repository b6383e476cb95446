import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VALUE_IMPORT = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'/gm;

/** What each source file imports at run time, by its path below the project. */
function importsBelow(folder: string): readonly { readonly file: string; readonly from: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.ts') && !item.name.endsWith('.d.ts'))
    .flatMap((item) => {
      const path = join(item.parentPath, item.name);
      const found = [...readFileSync(path, 'utf8').matchAll(VALUE_IMPORT)];
      return found.map(({ groups }) => ({ file: relative(ROOT, path), from: groups?.from ?? groups?.bare ?? '' }));
    });
}

const breaking = (folder: string, forbidden: RegExp) =>
  importsBelow(folder)
    .filter(({ from }) => forbidden.test(from))
    .map(({ file, from }) => `${file} imports ${from}`);

describe('the folder tree is the architecture', () => {
  it('sees imports at all', () => {
    expect(importsBelow('functions').length).toBeGreaterThan(100);
  });

  it('keeps matching free of everything but itself', () => {
    const foreign = importsBelow('functions/matching').filter(({ from }) => !from.startsWith('./'));
    expect(foreign).toEqual([]);
  });

  it('keeps matching without clock, chance, environment and log', () => {
    const impure = readdirSync(join(ROOT, 'functions/matching')).filter((name) =>
      /Date\.now|new Date|Math\.random|process\.|console\./.test(
        readFileSync(join(ROOT, 'functions/matching', name), 'utf8'),
      ),
    );
    expect(impure).toEqual([]);
  });

  it('keeps the conversation without AWS, Node, HTTP and store', () => {
    expect(breaking('functions/conversation', /aws-sdk|^node:|\/http\/|\/store\/|^hono/)).toEqual([]);
  });

  it('lets only the store speak DynamoDB', () => {
    const outside = breaking('functions', /client-dynamodb|lib-dynamodb/).filter(
      (line) => !line.startsWith('functions/store/'),
    );
    expect(outside).toEqual([]);
  });

  it('never brings the CDK into a function', () => {
    expect(breaking('functions', /aws-cdk-lib|^constructs/)).toEqual([]);
  });

  it('has no file that is named for nothing', () => {
    const nameless = ['functions', 'infra', 'web', 'tools'].flatMap((folder) =>
      importsBelow(folder).filter(({ file }) => /\/(utils|helpers|common|manager|service|index)\.ts$/.test(file)),
    );
    expect(nameless).toEqual([]);
  });

  it('names no word of the field in the engine', () => {
    const words = /\b(esim|sim card|operator|carrier|kpn|vodafone|odido|roaming|refund)\b/i;
    const naming = readdirSync(join(ROOT, 'functions/matching')).filter((name) =>
      words.test(readFileSync(join(ROOT, 'functions/matching', name), 'utf8')),
    );
    expect(naming).toEqual([]);
  });
});
