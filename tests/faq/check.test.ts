import { describe, expect, it } from 'vitest';
import { type ContentFile, parseContent } from '../../functions/catalogue/parse.ts';
import { checkContent } from '../../tools/faq/check-content.ts';
import { findingLine } from '../../tools/faq/finding.ts';
import { lineReader } from '../../tools/faq/positions.ts';
import { runChecks } from '../../tools/faq/run-checks.ts';
import { type Edit, exampleFiles, reviewedFiles } from './example-content.ts';
import { projectMatcher } from './project-content.ts';

const TODAY = '2026-11-25';

/** The example's made-up phrasings are unknown to the project's matcher: what it says of them is left out here. */
function check(files: readonly ContentFile[], today = TODAY) {
  const context = { content: parseContent(files), lineOf: lineReader(files), matcher: projectMatcher, today };
  return checkContent(context).filter(({ reason }) => !reason.includes('ranked under'));
}

function reasons(...edits: readonly Edit[]): readonly string[] {
  return check(reviewedFiles(...edits)).map(({ file, line, reason }) => `${file}:${line} ${reason}`);
}

const ENTRY = 'account/top-up.yaml';

describe('content that is sound', () => {
  it('has no findings', () => {
    expect(check(exampleFiles())).toEqual([]);
  });
});

describe('languages that state different facts', () => {
  it.each([
    ['a price', '€ 10', '€ 15', 'price 10 stands in zh and en but not in nl'],
    ['a number', 'binnen 24 uur', 'binnen 48 uur', 'number 24 stands in zh and en but not in nl'],
    ['a date', 'maart 2026', 'mei 2026', 'date 2026-3-? stands in zh and en but not in nl'],
    ['a dialled code', 'Toets `*101#`', 'Toets `*100#`', 'code *101# stands in zh and en but not in nl'],
    ['a phone number', 'Het nummer is 0800-0402', 'Het nummer is 0800-0420', 'phone 08000402 stands in zh and en'],
    ['an operator', 'Open de app van KPN', 'Open de app van Ben', 'operator kpn stands in zh and en but not in nl'],
    ['an address', 'wacht op de sms', 'kijk op kpn.nl', 'address kpn.nl stands in nl but not in zh and en'],
    ['an APN', 'wacht op de sms', 'vul `internet` in', 'code internet stands in nl but not in zh and en'],
    ['a menu', 'Instellingen › Mobiel netwerk › eSIM', 'Instellingen › eSIM', 'other depths: zh 3; en 3; nl 2'],
  ])('are told apart by %s', (_, from, to, reason) => {
    expect(reasons([ENTRY, from, to]).join('\n')).toContain(reason);
  });

  it('are the same where one writes the number as a word, and decimals its own way', () => {
    const edits: readonly Edit[] = [
      [ENTRY, '付款，等短信', '付款 €1.50，等 2 分钟'],
      [ENTRY, 'Pay, then', 'Pay €1.50, then for two minutes'],
      [ENTRY, 'Betaal en', 'Betaal € 1,50 en twee minuten lang'],
    ];
    expect(reasons(...edits)).toEqual([]);
  });

  it('are the same where Dutch begins a sentence with the verb that is also a brand', () => {
    expect(reasons([ENTRY, 'Betaal en', 'Ben je klaar, betaal en'])).toEqual([]);
  });
});

describe('a translation that is older than its source', () => {
  it('is found where a language changed, and names the languages to look at', () => {
    const [finding] = check(exampleFiles([ENTRY, 'Pay, then', 'Pay first, then']));
    expect(finding).toMatchObject({
      file: 'faq/account/top-up.yaml',
      reason: 'zh, nl: another language changed since this one was checked',
      advice: expect.stringContaining('npm run faq:sign -- top-up'),
    });
  });

  it('is found where nobody ever compared the languages', () => {
    const [finding] = check(exampleFiles([ENTRY, 'checked:', '# checked:']));
    expect(finding?.reason).toBe('the languages were never checked against each other');
  });
});

describe('a text in the wrong language or script', () => {
  it.each([
    [
      'Dutch under en',
      'Open the KPN app and choose an amount.',
      'Open de app van KPN en kies daar het bedrag dat je wilt.',
      'nl',
    ],
    [
      'English under nl',
      'Open de app van KPN en kies een bedrag.',
      'Open the KPN app and choose the amount that you want.',
      'en',
    ],
    ['Chinese under en', 'Pay, then wait for the text message.', '付款，等短信。', 'zh'],
    ['English under zh', '付款，等短信。', 'Pay, then wait for the text message.', 'Latin script'],
  ])('is found: %s', (_, from, to, language) => {
    expect(reasons([ENTRY, from, to]).join('\n')).toContain(`is written in ${language}`);
  });

  it('is found where Chinese is written in Traditional characters', () => {
    expect(reasons([ENTRY, '付款，等短信', '付款，等簡訊']).join('\n')).toContain('Traditional characters: 簡訊');
  });
});

describe('Markdown that does not render', () => {
  it.each([
    ['an HTML tag', 'Pay, then', 'Pay<br>, then', 'raw HTML: <br>'],
    ['bold without an end', 'Pay, then', 'Now **Pay, then', 'bold that does not close'],
    ['bold that Chinese punctuation breaks', '付款，等短信', '点**“付款”**等短信', 'bold that does not close'],
    ['a link to http', 'Pay, then', 'Please [pay](http://kpn.com), then', 'the link http://kpn.com is not https'],
    ['a script link', 'Pay, then', 'Please [pay](javascript:alert), then', 'the link javascript:alert is not https'],
    [
      'a heading',
      'en: The number is 0800-0402.',
      'en: "# The number is 0800-0402."',
      'Markdown that is not shown (heading)',
    ],
  ])('is found: %s', (_, from, to, reason) => {
    expect(reasons([ENTRY, from, to]).join('\n')).toContain(reason);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['a language that is missing', ENTRY, '    nl: Het nummer is 0800-0402.\n', '', 'operators.kpn.nl'],
    ['a field that does not exist', ENTRY, 'related:', 'relatd: []\nrelated:', 'relatd'],
    ['a text that YAML takes for an alias', ENTRY, '- Pay, then', '- **Pay**, then', 'between quotes'],
    ['a tab where YAML wants spaces', ENTRY, 'sources: [S1]', 'sources:\n\t- S1', 'Tabs'],
    ['a link that is not https', ENTRY, 'https://www.kpn.com', 'http://www.kpn.com', 'links.0.url'],
  ])('is told with file and line: %s', (_, path, from, to, reason) => {
    const broken = exampleFiles([path, from, to]);
    const sources = { faq: broken, locales: [], hash: '' };
    expect(runChecks(sources, TODAY).map(findingLine)).toEqual([
      expect.stringMatching(new RegExp(`^faq/${path}:[1-9]\\d*: error: .*${reason}.* → `)),
    ]);
  });
});

describe('what people say after an answer', () => {
  const file = 'account/top-up.follow-ups.yaml';
  const followUps = (text: string, path = file) =>
    check([...exampleFiles(), { path, text }]).map(({ line, file: name, reason }) => `${name}:${line} ${reason}`);
  const sound = 'zh:\n  price:\n    - 那要多少钱\nen:\n  price:\n    - what is that\nnl:\n  top-up:\n    - en dan\n';

  it('is sound when each is answered by an entry', () => {
    expect(followUps(sound)).toEqual([]);
  });

  it.each([
    [
      'an entry that does not exist',
      sound.replace('en:\n  price', 'en:\n  prise'),
      `faq/${file}:6 there is no entry prise`,
    ],
    [
      'another language',
      sound.replace('what is that', 'hoeveel moet ik daar dan eigenlijk voor betalen'),
      `faq/${file}:6 “hoeveel moet ik daar dan eigenlijk voor betalen” is written in nl`,
    ],
    [
      'a text that stands twice',
      sound.replace('    - what is that', '    - what is that\n  top-up:\n    - What is that?'),
      `faq/${file}:8 “What is that?” stands twice`,
    ],
  ])('is found: %s', (_, text, finding) => {
    expect(followUps(text)).toEqual([finding]);
  });

  it('comes after an entry that exists', () => {
    expect(followUps(sound, 'account/top-down.follow-ups.yaml').join()).toContain('there is no entry top-down');
  });
});

describe('what an entry points to', () => {
  it('names the line of a related entry that does not exist', () => {
    expect(reasons([ENTRY, 'related: [price]', 'related:\n  - price\n  - prise'])).toEqual([
      expect.stringMatching(/^faq\/account\/top-up\.yaml:3\d there is no entry prise$/),
    ]);
  });

  it.each([
    ['an operator', '  kpn:\n    zh', '  kpm:\n    zh', 'faq/operators.yaml has no kpm'],
    ['a source', 'sources: [S1]', 'sources: [S2]', 'faq/sources.yaml has no S2'],
    ['no source for money', 'sources: [S1]', 'sources: []', 'speaks of money without a source'],
    ['the entry itself', 'related: [price]', 'related: [top-up]', 'the entry is related to itself'],
  ])('is checked: %s', (_, from, to, reason) => {
    expect(reasons([ENTRY, from, to]).join('\n')).toContain(reason);
  });

  it('needs a source for a price even where the topic is not money', () => {
    const noTopic: Edit = [ENTRY, 'topic: { money: true', 'topic: { money: false'];
    expect(reasons(noTopic, [ENTRY, 'sources: [S1]', 'sources: []']).join('\n')).toContain('a price without a source');
  });

  it('is reviewed again: a date that is past is a warning, not an error', () => {
    const late = check(exampleFiles(), '2027-04-15');
    expect(late.map(({ severity, reason }) => `${severity} ${reason}`)).toEqual([
      'warning review was due on 2027-03-30',
    ]);
  });
});

describe('phrasings', () => {
  const PHRASINGS = 'account/top-up.phrasings.yaml';
  const line = '    - question 0beltegoed0\n';

  it('are too few below 40 different ones', () => {
    expect(reasons([PHRASINGS, line, '    - QUESTION 1beltegoed7!\n']).join('\n')).toContain(
      'en has 39 different phrasings, 40 are needed',
    );
  });

  it('are too few below 40 different ones, keywords aside', () => {
    const found = reasons([PHRASINGS, '  editor:\n', '  keywords:\n']).join('\n');
    expect(found).toContain('has 0 different phrasings, 40 are needed');
  });

  it.each([
    ['the same', 'My money is gone, where did it go?', 'my money is gone - where did it go'],
    ['nearly the same', 'where has all the money on my phone gone', 'where has all the money on my phone gone to'],
    ['the same', '我的話費去哪裡了', '我的话费去哪里了？'],
  ])('are %s under two entries', (likeness, one, other) => {
    const found = reasons(
      [PHRASINGS, line, `    - "${one}"\n`],
      ['choosing/price.phrasings.yaml', '    - question 0prijs0\n', `    - "${other}"\n`],
    );
    expect(found).toEqual([expect.stringContaining(`is ${likeness} as “`)]);
  });

  it('may hold the same words in another order', () => {
    const found = reasons(
      [PHRASINGS, line, '    - from sim to esim\n'],
      ['choosing/price.phrasings.yaml', '    - question 0prijs0\n', '    - from esim to sim\n'],
    );
    expect(found).toEqual([]);
  });
});
