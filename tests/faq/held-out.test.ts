import { describe, expect, it } from 'vitest';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { checkHeldOut } from '../../tools/faq/check-held-out.ts';
import { lineReader } from '../../tools/faq/positions.ts';
import { exampleFiles } from './example-content.ts';

const TOP_UP = 'account/top-up.phrasings.yaml';
const PRICE = 'choosing/price.phrasings.yaml';

/** Two voices that agree on what a top-up is; `price` is what the aunt says for the entry on prices. */
function warningsWhen(price: string) {
  const agreed = ['add money to my prepaid card', 'put credit on my prepaid', 'add credit, my money is gone'];
  const list = (texts: readonly string[]) => texts.map((text) => `    - ${text}\n`).join('');
  const files = exampleFiles(
    [TOP_UP, 'en:\n  editor:\n', `en:\n  aunt:\n${list(agreed)}  editor:\n${list(agreed)}`],
    [
      PRICE,
      'en:\n  editor:\n',
      `en:\n  aunt:\n${list([price])}  editor:\n${list(['what does it cost', 'the price of a plan'])}`,
    ],
  );
  const warnings = checkHeldOut({ content: parseContent(files), lineOf: lineReader(files) }, []);
  return warnings.filter(({ reason }) => reason.startsWith(`“${price}”`));
}

describe('a phrasing, judged by a matcher that never heard its voice', () => {
  it('is told with its line when it sounds like another entry', () => {
    expect(warningsWhen('add money to my prepaid card, put credit on it')).toMatchObject([
      {
        severity: 'warning',
        file: `faq/${PRICE}`,
        line: 45,
        reason: expect.stringContaining('sounds like top-up'),
        advice: expect.stringContaining('move it to top-up'),
      },
    ]);
  });

  it('is left alone when it sounds like its own', () => {
    expect(warningsWhen('what does a plan cost')).toEqual([]);
  });
});
