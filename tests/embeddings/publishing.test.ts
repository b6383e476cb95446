/** The vectors of a version: made once, stored beside it, and never in its way. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publish } from '../../functions/store/publish.ts';
import { readVectors } from '../../functions/store/vector-store.ts';
import { forgetVersion } from '../../functions/store/version-history.ts';
import { compiled } from '../../tools/compiled.ts';
import { MORNING } from '../after-sales/service.ts';
import {
  CATALOGUE,
  COHERE,
  catalogue,
  type LookingService,
  questionOf,
  startLookingService,
  TITAN,
} from './looking-service.ts';

let service: LookingService;
beforeAll(async () => {
  service = await startLookingService();
});
afterAll(() => service.close());
beforeEach(() => {
  service.bedrock.behave('well');
  service.bedrock.texts.length = 0;
  service.bedrock.calls.length = 0;
});

const ENTRIES = catalogue.entries.size;
const stored = (version = 1, model: string = COHERE) => readVectors(service.options, { version, model });

describe('the vectors of a version', () => {
  it.each(['broken', 'garbage', 'short vectors'] as const)(
    'are missing when the service is %s, and the version answers without',
    async (behaviour) => {
      service.bedrock.behave(behaviour);
      expect(await service.publishVectors()).toBe(false);
      expect(await stored()).toBeUndefined();
      expect(service.logged.at(-1)).toContain('vectors not published');
      expect(await service.ask('waar vind ik mijn pukcode')).toMatchObject({ kind: 'answer' });
    },
    30_000,
  );

  it('are made of each entry’s own question in three languages, in as few calls as the model takes', async () => {
    expect(await service.publishVectors()).toBe(true);
    expect((await stored())?.ids).toHaveLength(3 * ENTRIES);
    for (const locale of ['zh', 'en', 'nl'] as const)
      expect(service.bedrock.texts).toContain(questionOf('refund', locale));
    expect(service.bedrock.calls).toEqual(
      Array.from({ length: Math.ceil((3 * ENTRIES) / 96) }, () => ({ model: COHERE, use: 'search_document' })),
    );
  });

  it('are not made again', async () => {
    expect(await service.publishVectors()).toBe(true);
    expect(service.bedrock.calls).toEqual([]);
  });

  it('are made anew by another model, which takes the place of the first', async () => {
    expect(await service.publishVectors(1, TITAN)).toBe(true);
    expect((await stored(1, TITAN))?.ids).toHaveLength(3 * ENTRIES);
    expect(await stored()).toBeUndefined();
  }, 30_000);

  it('go with their version', async () => {
    await publish(service.database, CATALOGUE, { hash: 'next', compile: () => compiled(), publishedAt: MORNING });
    await forgetVersion(service.database, CATALOGUE, 1);
    expect(await service.publishVectors(2)).toBe(true);
    expect((await stored(2))?.ids).toHaveLength(3 * ENTRIES);
    expect(await stored(1, TITAN)).toBeUndefined();
  }, 30_000);
});
