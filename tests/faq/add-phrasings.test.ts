import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { phrasingYaml } from '../../functions/insights/unanswered.ts';
import { addPhrasings } from '../../tools/faq/add-phrasings.ts';
import { PROJECT_ROOT, readContentFiles } from '../../tools/read-content.ts';

const FILE = `# yaml-language-server: $schema=../schema/phrasings.schema.json
zh:
  engineer:
    - PIN码 PUK码
en:
  # Wild ones.
  student:
    - "puk: where?"
nl:
  visitors:
    - waar is mijn puk
`;

describe('lines copied on the maintainers’ page', () => {
  it('join their language and voice, and leave the rest of the file as it was', () => {
    const { text, added } = addPhrasings(FILE, phrasingYaml('nl', ['pukcode kwijt', 'waar is mijn puk']));
    expect(added).toBe(1);
    expect(text).toBe(`${FILE}    - pukcode kwijt\n`);
  });

  it.each([
    ['zh-Hant', 'zh', 'visitors-hant'],
    ['en', 'en', 'visitors'],
  ])('make a voice of their own where there is none: %s', (asked, language, voice) => {
    const odd = ['- # "quoted": {yes}', '<b>PUK</b>'];
    const { text, added } = addPhrasings(FILE, phrasingYaml(asked, odd));
    expect(added).toBe(2);
    expect(parse(text)[language][voice]).toEqual(odd);
    expect(text).toContain('# Wild ones.');
  });

  it('change no layout of the files that there are', () => {
    const files = readContentFiles(join(PROJECT_ROOT, 'faq')).filter(({ path }) =>
      /^using\/.*\.phrasings\./.test(path),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const { path, text: before } of files) {
      const { text } = addPhrasings(before, phrasingYaml('nl', ['een heel nieuwe vraag']));
      const lines = new Set(text.split('\n'));
      expect([path, before.split('\n').filter((line) => !lines.has(line))]).toEqual([path, []]);
    }
  });

  it.each(['', 'nl', 'nl: waar is mijn puk', 'de:\n  visitors:\n    - wo', 'nl:\n  visitors: []'])(
    'are refused when they are none: %j',
    (copied) => {
      expect(() => addPhrasings(FILE, copied)).toThrow('no lines of a phrasings file');
    },
  );
});
