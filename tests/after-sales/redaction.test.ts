import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../functions/conversation/redact.ts';
import { HARMLESS_TEXTS, PRIVATE_TEXTS } from './private-texts.ts';

describe('what is private leaves the text', () => {
  it.each(PRIVATE_TEXTS)('%s', async (text, part, kind) => {
    expect(await redact(text)).toBe(text.replace(part, `[${kind}]`));
  });

  it('takes out everything in a text that holds several', async () => {
    expect(await redact('Ik ben 0612345678, jan@kpn.nl, IBAN NL91ABNA0417164300, PIN 1234')).toBe(
      'Ik ben [phone], [email], IBAN [iban], PIN [pin]',
    );
  });

  it('is not fooled by invisible characters between digits', async () => {
    expect(await redact('bel 06\u200B1234\u20605678')).toBe('bel [phone]');
  });
});

describe('what anybody may know stays', () => {
  it.each(HARMLESS_TEXTS)('%s', async (text) => {
    expect(await redact(text)).toBe(text);
  });

  it('leaves a number alone whose check fails and that is too short to name anybody', async () => {
    expect(await redact('mijn code is 12345678')).toBe('mijn code is 12345678');
  });
});

it('gives a text for any text, and the same one when it is done again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
      const once = await redact(text);
      expect(await redact(once)).toBe(once);
    }),
  );
});
