/** The vectors of the entries' questions, a byte a number, and how near a text's vector is to them. Pure. */

export interface EntryVectors {
  /** The entry of each vector: an entry has one for each language. */
  readonly ids: readonly string[];
  readonly dimensions: number;
  /** The vectors one after another, each scaled to its greatest number. */
  readonly values: Int8Array;
}

const GREATEST_BYTE = 127;

/** Returns the vectors as bytes. A cosine changes by less than a hundredth. */
export function packVectors(ids: readonly string[], vectors: readonly (readonly number[])[]): EntryVectors {
  const dimensions = vectors[0]?.length ?? 0;
  const values = new Int8Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => {
    const greatest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    vector.forEach((value, at) => {
      values[row * dimensions + at] = Math.round((value / greatest) * GREATEST_BYTE);
    });
  });
  return { ids, dimensions, values };
}

/** Returns for each entry the cosine of the vector with the nearest of its own. */
export function nearnessOf(vector: readonly number[], { ids, dimensions, values }: EntryVectors): Map<string, number> {
  const nearest = new Map<string, number>();
  const length = Math.hypot(...vector);
  ids.forEach((id, row) => {
    let dot = 0;
    let squares = 0;
    for (let at = 0; at < dimensions; at += 1) {
      const value = values[row * dimensions + at] ?? 0;
      dot += value * (vector[at] ?? 0);
      squares += value * value;
    }
    const cosine = dot / (Math.sqrt(squares) * length || 1);
    nearest.set(id, Math.max(cosine, nearest.get(id) ?? -1));
  });
  return nearest;
}
