/** A doubtful question is looked at again by its meaning; whatever goes wrong, the words decide. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACTIVITY } from '../after-sales/service.ts';
import type { Behaviour } from './bedrock-stand-in.ts';
import {
  byWords,
  DOUBTFUL,
  GOES_ON,
  type LookingService,
  MEANT,
  SECRETS,
  SURE,
  startLookingService,
  TITAN,
  UNKNOWN,
  UNKNOWN_MEANT,
} from './looking-service.ts';

let service: LookingService;
beforeAll(async () => {
  service = await startLookingService();
  expect(await service.publishVectors()).toBe(true);
});
afterAll(() => service.close());
beforeEach(() => {
  service.bedrock.behave('well');
  service.switchOn();
  service.bedrock.texts.length = 0;
  service.logged.length = 0;
});

const ids = ({ candidates }: Record<string, unknown>) => (candidates as { id: string }[]).map(({ id }) => id);

describe('a doubtful question', () => {
  it('gets the answer it means, which the words put second', async () => {
    expect(byWords(DOUBTFUL)).toMatchObject({ kind: 'suggestions', match: null });
    const reply = await service.ask(DOUBTFUL);
    expect(reply).toMatchObject({ kind: 'answer', match: MEANT });
    expect(service.bedrock.texts).toEqual([DOUBTFUL]);
  });

  it('gets a suggestion where the words had no idea, asked in one language and found in another', async () => {
    expect(byWords(UNKNOWN).kind).toBe('fallback');
    const reply = await service.ask(UNKNOWN);
    expect(reply.kind).toBe('suggestions');
    expect(ids(reply)).toContain(UNKNOWN_MEANT);
  });

  it('is looked at again by the cacheable route and the page without JavaScript as well', async () => {
    const { body } = await service.call('GET', `/v1/answers?q=${encodeURIComponent(DOUBTFUL)}`);
    expect(ids(body)[0]).toBe(MEANT);
    await service.app.request(`/faq/search?q=${encodeURIComponent(DOUBTFUL)}`);
    expect(service.bedrock.texts).toEqual([DOUBTFUL, DOUBTFUL]);
  });

  it('stays as it was when its meaning is near to nothing', async () => {
    service.bedrock.means(UNKNOWN, 'the price of tulips in 1637');
    const reply = await service.ask(UNKNOWN);
    expect(service.bedrock.texts).toEqual([UNKNOWN]);
    expect(reply).toMatchObject({ kind: 'fallback', text: byWords(UNKNOWN).text });
  });
});

describe('the service is not asked', () => {
  it.each([
    ['for a sure question', SURE],
    ['for small talk', 'hello'],
    ['for what is surely not ours', 'what is the capital of Australia'],
    ['for a language that is not spoken', 'où est la gare la plus proche, s’il vous plaît'],
    ['for the wish for a person', 'I want to talk to a human'],
  ])('%s', async (_, text) => {
    const reply = await service.ask(text);
    expect(reply).toMatchObject({ kind: byWords(text).kind, match: byWords(text).match });
    expect(service.bedrock.texts).toEqual([]);
  });

  it('when the layer is off', async () => {
    service.switchOff();
    expect(await service.ask(DOUBTFUL)).toMatchObject({ ...byWords(DOUBTFUL) });
    expect(service.bedrock.texts).toEqual([]);
  });

  it('when the version has no vectors of that model', async () => {
    service.switchOn({ model: TITAN });
    expect(await service.ask(DOUBTFUL)).toMatchObject({ ...byWords(DOUBTFUL) });
    expect(service.bedrock.texts).toEqual([]);
  });
});

describe('the words decide', () => {
  const FAILURES: readonly Behaviour[] = [
    'silent',
    'broken',
    'throttled',
    'garbage',
    'short vectors',
    'too few vectors',
  ];
  it.each(FAILURES)('when the service is: %s', async (behaviour) => {
    service.bedrock.behave(behaviour);
    service.switchOn({ timeLimitMs: behaviour === 'silent' ? 50 : 5000 });
    expect(await service.ask(DOUBTFUL)).toMatchObject({ ...byWords(DOUBTFUL) });
    expect(service.logged.filter((line) => line.includes('second look failed'))).toHaveLength(1);
    expect(service.logged.join()).not.toContain(DOUBTFUL);
  });

  it('after five failures, when the service is left alone for a while', async () => {
    service.bedrock.behave('broken');
    for (let asked = 0; asked < 8; asked += 1)
      expect(await service.ask(DOUBTFUL)).toMatchObject({ kind: 'suggestions' });
    expect(service.bedrock.texts).toHaveLength(5);
  });
});

describe('the ceiling', () => {
  const day = (date: string) => () => new Date(`${date}T12:00:00Z`);
  const askIn = async (date: string, times: number) => {
    for (let asked = 0; asked < times; asked += 1) await service.ask(DOUBTFUL);
    const { Items = [] } = await service.database.send(new ScanCommand({ TableName: ACTIVITY }));
    return Items.find(({ pk }) => pk === `EMBEDDINGS#${date}`);
  };

  it('stops calls for the rest of the day, for every container, and the words decide', async () => {
    service.switchOn({ callsPerDay: 3 }, day('2026-12-01'));
    expect(await askIn('2026-12-01', 5)).toMatchObject({ calls: 3 });
    service.switchOn({ callsPerDay: 3 }, day('2026-12-01'));
    expect(await service.ask(DOUBTFUL)).toMatchObject({ ...byWords(DOUBTFUL) });
    expect(service.bedrock.texts).toHaveLength(3);
  });

  it('is a new one the next day', async () => {
    service.switchOn({ callsPerDay: 1 }, day('2026-12-02'));
    await askIn('2026-12-02', 2);
    service.switchOn({ callsPerDay: 1 }, day('2026-12-03'));
    await askIn('2026-12-03', 2);
    expect(service.bedrock.texts).toHaveLength(2);
  });

  it('lets no more through when many ask at the same moment', async () => {
    service.switchOn({ callsPerDay: 4 }, day('2026-12-04'));
    await Promise.all(Array.from({ length: 12 }, () => service.ask(DOUBTFUL)));
    expect(service.bedrock.texts).toHaveLength(4);
  });

  it('is kept in a count that names nobody and goes after two days', async () => {
    service.switchOn({}, day('2026-12-05'));
    const count = await askIn('2026-12-05', 1);
    expect(Object.keys(count ?? {}).sort()).toEqual(['calls', 'expiresAt', 'pk', 'sk']);
    expect(count?.expiresAt).toBe(Date.parse('2026-12-07T12:00:00Z') / 1000);
  });
});

describe('what leaves for the service', () => {
  it.each(SECRETS)('has no %s in it', async (kind, secret) => {
    await service.ask(`${DOUBTFUL} ${secret}`);
    expect(service.bedrock.texts).toEqual([`${DOUBTFUL} [${kind}]`]);
  });

  it('holds the question before where the visitor goes on from it, as it was stored', async () => {
    const { conversationId } = await service.ask(`${DOUBTFUL} 0612345678`);
    await service.ask(GOES_ON, { conversationId });
    expect(service.bedrock.texts.at(-1)).toBe(`${DOUBTFUL} [phone] ${GOES_ON}`);
  });
});
