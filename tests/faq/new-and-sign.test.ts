import { describe, expect, it } from 'vitest';
import { type ContentError, parseContent } from '../../functions/catalogue/parse.ts';
import { scaffold } from '../../tools/faq/scaffold.ts';
import { signedText } from '../../tools/faq/sign-entry.ts';
import { exampleFiles } from './example-content.ts';

const content = parseContent(exampleFiles());
const today = '2026-11-25';

describe('a new entry', () => {
  it('is two files that lack nothing but the texts', () => {
    const made = scaffold({ id: 'lost-card', group: 'account', today }, content);
    expect(made.map(({ path }) => path)).toEqual(['account/lost-card.yaml', 'account/lost-card.phrasings.yaml']);
    let faults: ContentError['findings'] = [];
    try {
      parseContent([...exampleFiles(), ...made]);
    } catch (error) {
      faults = (error as ContentError).findings;
    }
    expect(faults).toHaveLength(12);
    expect(faults.every(({ file, message }) => file === 'account/lost-card.yaml' && message.includes('>=1'))).toBe(
      true,
    );
  });

  it.each([
    ['Lost Card', 'account', 'is no id'],
    ['price', 'account', 'price exists already, in faq/choosing'],
    ['lost-card', 'acount', 'choose one of account, choosing'],
  ])('is refused as %s in %s', (id, group, reason) => {
    expect(() => scaffold({ id, group, today }, content)).toThrow(reason);
  });
});

describe('signing an entry', () => {
  const text = exampleFiles().find(({ path }) => path === 'account/top-up.yaml')?.text ?? '';

  it('changes nothing but the line of hashes, and nothing the second time', () => {
    const changed = text.replace('Pay, then', 'Pay now, then');
    const signed = signedText(changed);
    expect(signed.replace(/^checked:.*\n/m, '')).toBe(changed.replace(/^checked:.*\n/m, ''));
    expect(signed).not.toBe(changed);
    expect(signedText(signed)).toBe(signed);
  });

  it('keeps the hash of a language whose counterparts did not change', () => {
    const hashOf = (file: string, locale: string) =>
      new RegExp(`^checked:.*${locale}: "([0-9a-f]{8})"`, 'm').exec(file)?.[1];
    const signed = signedText(text.replace('Pay, then', 'Pay now, then'));
    expect(hashOf(signed, 'en')).toBe(hashOf(text, 'en'));
    expect(hashOf(signed, 'nl')).not.toBe(hashOf(text, 'nl'));
  });
});
