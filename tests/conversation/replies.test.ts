import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../functions/catalogue/open.ts';
import { mentionFinder } from '../../functions/conversation/mentions.ts';
import { replyTo, type Turn } from '../../functions/conversation/reply.ts';
import { translatorFor } from '../../functions/conversation/translate.ts';
import { compiled } from '../../tools/compiled.ts';

const catalogue = openCatalogue({ ...compiled(), version: 7 });
const WEDNESDAY_NOON = new Date('2026-11-25T11:00:00Z');
const ask = (text: string, turn: Partial<Turn> = {}, now = WEDNESDAY_NOON) =>
  replyTo({ text, browserLocale: 'en', ...turn }, catalogue, now);

/** Asks one question after another, each remembering the one before. */
function converse(...texts: readonly string[]) {
  return texts.reduce<ReturnType<typeof ask> | undefined>(
    (last, text) => ask(text, last ? { previous: last.memory } : {}),
    undefined,
  )?.reply;
}

describe('answering a question', () => {
  it.each([
    ['waar vind ik mijn pukcode', 'nl', 'pin-puk'],
    ['how do I install the esim on my iphone', 'en', 'activate-iphone'],
    ['买了 eSIM 还没用，怎么申请退款', 'zh', 'refund'],
    ['流量還剩多少在哪裡看', 'zh-Hant', 'remaining-data'],
  ])('finds the entry and replies in the language of the question: %s', (text, locale, id) => {
    const { reply } = ask(text);
    expect(reply).toMatchObject({ kind: 'answer', match: id, locale, questionLocale: locale, catalogueVersion: 7 });
    expect(reply.text).toContain(reply.entry?.answer.slice(0, 10).replaceAll('*', ''));
    expect(reply.candidates[0]?.id).toBe(id);
  });

  it('replies in the locale that was asked for, whatever the question is in', () => {
    const { reply } = ask('waar vind ik mijn pukcode', { askedLocale: 'zh-Hant' });
    expect(reply).toMatchObject({ locale: 'zh-Hant', questionLocale: 'nl', match: 'pin-puk' });
  });

  it('numbers the steps in plain text and leaves no markup in it', () => {
    const { reply } = ask('how do I install the esim on my iphone');
    expect(reply.text).toMatch(/\n1\. .+\n2\. /);
    expect(reply.text).not.toMatch(/\*\*|`/);
  });

  it('shows the note that fits the operator that was named', () => {
    const { reply } = ask('what are the apn settings for lebara');
    expect(reply.entry?.fits).toEqual({ operator: 'lebara' });
    expect(reply.text).toContain('multimedia.lebara.nl');
  });

  it('knows an operator by a misspelt name', () => {
    expect(ask('apn instellen vodafoon').reply.entry?.fits.operator).toBe('vodafone');
  });

  it('takes no word of every day for a name', () => {
    const finder = mentionFinder(catalogue.slots, catalogue.matcher.lexicon.spelling.isInUse);
    const everyDay = [
      'Hi, my phone has no mobile data',
      'how many phones and eSIMs can I use, is there a daily limit',
      'a simple question: can I watch videos',
      'ik ben in China, kan ik mobiel bellen',
      'hoe kan ik simpel opzeggen',
    ];
    expect(everyDay.map(finder)).toEqual(everyDay.map(() => ({})));
  });

  it.each([
    ['ik zit bij Ben', 'ben'],
    ['Ben的卡怎么退', 'ben'],
    ['my Simpel plan', 'simpel'],
    ['odidio', 'odido'],
    ["Odido's netwerk", 'odido'],
  ])('knows an operator as people speak of it: %s', (text, operator) => {
    const finder = mentionFinder(catalogue.slots, catalogue.matcher.lexicon.spelling.isInUse);
    expect(finder(text)).toEqual({ operator });
  });
});

describe('two questions in one message', () => {
  it.each([
    ['I want a refund and how do I delete it', 'refund', 'remove-esim'],
    ['怎么申请退款，还有怎么删除 eSIM', 'refund', 'remove-esim'],
    ['怎麼申請退款還有怎麼刪除eSIM', 'refund', 'remove-esim'],
    ['wat is de opzegtermijn van mijn abonnement, en hoe waardeer ik mijn beltegoed op?', 'cancel', 'top-up'],
  ])('answers one and offers the other: %s', (text, first, second) => {
    const { reply } = ask(text);
    const other = reply.match === first ? second : first;
    expect([first, second]).toContain(reply.match);
    expect(reply.entry?.related[0]?.id).toBe(other);
    expect(reply.candidates[1]?.id).toBe(other);
    expect(reply.text).toContain(reply.entry?.related[0]?.question);
  });

  it('finds one question in a long story', () => {
    const { reply } = ask(
      'We were in Utrecht with my aunt, lovely weather, we had lunch. Then my phone fell into the canal and is gone. What should I do about my number?',
    );
    expect(reply.text).not.toContain('You also asked');
  });
});

describe('not knowing', () => {
  it.each(['what is the weather in paris tomorrow', 'hoe laat begint de wedstrijd van ajax', '附近哪里有好吃的火锅'])(
    'says so and shows the ways to reach people: %s',
    (text) => {
      const { reply } = ask(text);
      expect(reply.kind).toBe('fallback');
      expect(reply.match).toBeNull();
      expect(reply.handoff?.channels.length).toBeGreaterThan(0);
    },
  );

  it('says which languages are spoken when asked in another', () => {
    const { reply } = ask('wie kündige ich mein Zeitungsabonnement bitte', { browserLocale: 'nl' });
    expect(reply).toMatchObject({ kind: 'fallback', questionLocale: 'und', locale: 'nl' });
    expect(reply.text).toContain('Nederlands, Engels en Chinees');
  });

  it('hands over to people after two questions in a row without an answer', () => {
    expect(
      converse('what is the weather in paris tomorrow', 'who won the football match yesterday evening')?.kind,
    ).toBe('handoff');
  });
});

describe('a phrasing that comes after an answer', () => {
  it.each([
    ['overcharged', 'high-bill'],
    ['vervaldatum', 'extend-validity'],
    ['续订', 'auto-renew'],
  ])('is answered all the same where nothing surer comes of what was said: %s', (text, match) => {
    expect(converse('how do i install the esim on my iphone', text)).toMatchObject({ kind: 'answer', match });
  });
});

describe('a question between courtesies', () => {
  it.each([
    ['怎么退款，谢谢大佬', 'refund'],
    ['hey where do I find my puk code, thanks so much', 'pin-puk'],
    ['hoe zeg ik mijn abonnement op, top bedankt', 'cancel'],
  ])('is answered, and followed up: %s', (text, match) => {
    expect(ask(text).reply).toMatchObject({ kind: 'answer', match });
  });

  it('is what a follow-up leans on', () => {
    expect(converse('hoe zeg ik mijn abonnement op, top bedankt', 'en bij Vodafone?')?.match).toBe('cancel');
  });
});

describe('small talk and the wish for a person', () => {
  it.each([
    ['hallo', '@greeting'],
    ['谢谢你', '@thanks'],
    ['are you a robot', '@identity'],
    ['tot ziens', '@goodbye'],
  ])('answers %s', (text, match) => {
    expect(ask(text).reply).toMatchObject({ kind: 'smalltalk', match });
  });

  it.each(['帮我转人工客服', 'I want to speak to a real person', 'ik wil een medewerker spreken'])(
    'hands over: %s',
    (text) => {
      expect(ask(text).reply).toMatchObject({ kind: 'handoff', match: 'contact-support' });
    },
  );

  it('lists the channels that are open now first, and says until when', () => {
    const channels = ask('帮我转人工客服').reply.handoff?.channels ?? [];
    const open = channels.map(({ openNow }) => openNow);
    expect(open).toEqual(open.toSorted((a, b) => Number(b) - Number(a)));
    expect(channels.find(({ kind }) => kind === 'phone')).toMatchObject({
      openNow: true,
      closesAt: '2026-11-25T18:00:00+01:00',
    });
  });
});

describe('a conversation', () => {
  it.each([
    ['how do I add the esim on an iphone', 'and on Android?', 'activate-android'],
    ['苹果手机怎么装', '那安卓呢', 'activate-android'],
    ['wat is de opzegtermijn bij kpn', 'en bij Vodafone?', 'cancel'],
    ['kan ik hem in frankrijk gebruiken', 'en in marokko dan', 'outside-eu'],
  ])('understands what leans on the turn before: %s / %s', (first, second, id) => {
    expect(converse(first, second)?.candidates[0]?.id).toBe(id);
  });

  it('takes a new question as new', () => {
    expect(converse('how do I add the esim on an iphone', 'how do I cancel my subscription with odido')?.match).toBe(
      'cancel',
    );
  });

  it.each([['2'], ['the second one'], ['第二个'], ['de tweede']])(
    'gives the suggestion that is picked by saying %s',
    (text) => {
      const previous = {
        text: 'sim',
        questionLocale: text === '第二个' ? 'zh' : text === 'de tweede' ? 'nl' : 'en',
        kind: 'suggestions',
        match: null,
        candidates: ['esim-what', 'esim-vs-sim', 'sim-to-esim'],
        fallbacks: 0,
      };
      expect(ask(text, { previous }).reply).toMatchObject({ kind: 'answer', match: 'esim-vs-sim' });
    },
  );

  it('takes "none of these" for what it is', () => {
    const previous = {
      text: 'sim',
      questionLocale: 'en',
      kind: 'suggestions',
      match: null,
      candidates: ['esim-what'],
      fallbacks: 0,
    };
    expect(ask('none of these', { previous }).reply.kind).toBe('fallback');
  });

  it('goes on with the same entry when asked what if it does not help', () => {
    const reply = converse('how do I install the esim on my iphone', "what if that doesn't work");
    expect(reply).toMatchObject({ kind: 'answer', match: 'activate-iphone' });
  });

  it.each([
    ['how do I install the esim on my iphone', 'I did all of that, no change', 'activate-iphone'],
    ['wat is de apn van kpn', 'helpt helaas niks', 'apn-settings'],
    ['扫二维码没反应怎么办', '都照做了 还是老样子', 'qr-scan-problem'],
  ])('says what else to do and who can help when the answer did not: %s / %s', (first, second, tried) => {
    const reply = converse(first, second);
    expect(reply).toMatchObject({ kind: 'handoff', match: tried });
    expect(reply?.text).toContain(catalogue.entries.get(tried)?.otherwise?.[reply?.locale ?? 'en']);
    expect(reply?.handoff?.channels.length).toBeGreaterThan(0);
  });

  it.each(['it does not work', 'doet het niet', '还是不行'])(
    'asks what it is that fails when nothing was answered: %s',
    (text) => {
      const { kind, text: said, locale, handoff } = ask(text).reply;
      expect(kind).toBe('fallback');
      expect(said).toContain(translatorFor(locale)('bot.askWhat'));
      expect(handoff?.channels.length).toBeGreaterThan(0);
    },
  );
});
