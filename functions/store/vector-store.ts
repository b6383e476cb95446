/** Keeps the vectors of published versions, apart from the versions: one is whole without them. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { EntryVectors } from '../embeddings/entry-vectors.ts';
import { deleteItems, queryItems, type TableOptions } from './items.ts';

export interface VersionVectors {
  readonly version: number;
  /** Of the model that made them: vectors of two models have nothing in common. */
  readonly model: string;
}

const PARTITION = 'VECTORS';
/** An item may hold 400 KB; this leaves room for the ids of its entries. */
const CHUNK_BYTES = 300_000;

const vectorItem = z.object({
  model: z.string(),
  dimensions: z.number(),
  parts: z.number(),
  ids: z.array(z.string()),
  values: z.instanceof(Uint8Array),
});

/** Writes the vectors of a version; those of another model, if it has any, go. */
export async function writeVectors(
  { database, table }: TableOptions,
  { version, model }: VersionVectors,
  { ids, dimensions, values }: EntryVectors,
): Promise<void> {
  const rows = Math.floor(CHUNK_BYTES / dimensions);
  const parts = Math.ceil(ids.length / rows);
  await deleteVectors({ database, table }, (other) => other === version);
  for (let part = 0; part < parts; part += 1) {
    const [from, to] = [part * rows, (part + 1) * rows];
    const bytes = new Uint8Array(values.slice(from * dimensions, to * dimensions).buffer);
    const Item = { pk: PARTITION, sk: sortKeyOf(version, part), model, dimensions, parts, ids: ids.slice(from, to) };
    await database.send(new PutCommand({ TableName: table, Item: { ...Item, values: bytes } }));
  }
}

/** Returns the vectors that the model made of the version, or undefined when they are not there, or not all. */
export async function readVectors(
  options: TableOptions,
  { version, model }: VersionVectors,
): Promise<EntryVectors | undefined> {
  const found = await queryItems(options, { pk: PARTITION, prefix: prefixOf(version) });
  const items = found.map((item) => vectorItem.parse(item));
  const [first] = items;
  if (!first || items.length !== first.parts || items.some((item) => item.model !== model)) return undefined;
  const bytes = Buffer.concat(items.map(({ values }) => values));
  return {
    ids: items.flatMap(({ ids }) => ids),
    dimensions: first.dimensions,
    values: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  };
}

/** Deletes the vectors of the versions for which `goes` is true. */
export async function deleteVectors(options: TableOptions, goes: (version: number) => boolean): Promise<void> {
  const items = await queryItems(options, { pk: PARTITION });
  await deleteItems(
    options,
    items.filter(({ sk }) => goes(Number.parseInt(sk, 10))).map(({ pk, sk }) => ({ pk, sk })),
  );
}

const prefixOf = (version: number) => `${String(version).padStart(8, '0')}#`;
const sortKeyOf = (version: number, part: number) => `${prefixOf(version)}${String(part).padStart(4, '0')}`;
