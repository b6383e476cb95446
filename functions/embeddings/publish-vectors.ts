/** Gives a published version the vectors of its entries' questions, in every language that is written. */
import { WRITTEN_LOCALES } from '../catalogue/content.ts';
import { readVersion } from '../store/catalogue-store.ts';
import type { TableOptions } from '../store/items.ts';
import { deleteVectors, readVectors, writeVectors } from '../store/vector-store.ts';
import { readHistory } from '../store/version-history.ts';
import { type Embed, embedByBedrock } from './embed-by-bedrock.ts';
import { packVectors } from './entry-vectors.ts';
import type { EmbeddingModelId } from './variables.ts';

export interface VectorPublication {
  readonly version: number;
  readonly model: EmbeddingModelId;
  readonly embed: Embed;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/**
 * Makes and stores the vectors unless they are there, and deletes those of versions that are gone. Resolves to whether
 * the version has them. Never rejects: a version without them answers by words.
 */
export async function publishVectors(options: TableOptions, publication: VectorPublication): Promise<boolean> {
  const { version, model, embed, log } = publication;
  const { database, table } = options;
  try {
    if (await readVectors(options, { version, model })) return true;
    const { entries } = await readVersion(database, table, version);
    const asked = entries.flatMap(({ id, question }) =>
      WRITTEN_LOCALES.map((locale) => ({ id, text: question[locale] })),
    );
    const vectors = await embed(
      asked.map(({ text }) => text),
      'entry',
    );
    const packed = packVectors(
      asked.map(({ id }) => id),
      vectors,
    );
    await writeVectors(options, { version, model }, packed);
    const kept = (await readHistory(database, table)).map((record) => record.version);
    await deleteVectors(options, (other) => !kept.includes(other));
    return true;
  } catch (error) {
    log('vectors not published', { version, error: String(error) });
    return false;
  }
}

/** Returns the service with the patience of a publication; an endpoint where something else than AWS answers. */
export function embedForPublishing(model: EmbeddingModelId, endpoint?: string): Embed {
  return embedByBedrock({ model, requestMs: 20_000, attempts: 4, ...(endpoint !== undefined && { endpoint }) });
}
