import { describe, expect, it } from 'vitest';
import { gather } from '../../functions/store/gather.ts';

/** Works that end when they are told to. */
function heldWorks() {
  const begun: { readonly pieces: readonly string[]; end(error?: Error): void }[] = [];
  const work = (pieces: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      begun.push({ pieces, end: (error) => (error ? reject(error) : resolve()) });
    });
  return { begun, work, pieces: () => begun.map((one) => one.pieces) };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('writes that come at the same time', () => {
  it('wait for nobody while nothing is written', async () => {
    const { work, pieces } = heldWorks();
    const { take } = gather({ work, most: 10, beside: 1 });
    take('a');
    await turn();
    expect(pieces()).toEqual([['a']]);
  });

  it('are written together after what is being written', async () => {
    const { begun, work, pieces } = heldWorks();
    const { take } = gather({ work, most: 2, beside: 1 });
    take('a');
    await turn();
    for (const piece of ['b', 'c', 'd']) take(piece);
    await turn();
    expect(pieces()).toEqual([['a']]);
    begun[0]?.end();
    await turn();
    expect(pieces()).toEqual([['a'], ['b', 'c']]);
    begun[1]?.end();
    await turn();
    expect(pieces()).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('go on beside each other as many times as they may', async () => {
    const { work, pieces } = heldWorks();
    const { take } = gather({ work, most: 1, beside: 2 });
    for (const piece of ['a', 'b', 'c']) take(piece);
    await turn();
    expect(pieces()).toEqual([['a'], ['b']]);
  });

  it('are each told how their own writing ended', async () => {
    const { begun, work } = heldWorks();
    const { take } = gather({ work, most: 1, beside: 1 });
    const ends = Promise.allSettled([take('a'), take('b')]);
    await turn();
    begun[0]?.end(new Error('refused'));
    await turn();
    begun[1]?.end();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});

describe('writes that rest to become fewer', () => {
  const HOUR_MS = 3_600_000;

  it('are still written once somebody needs them', async () => {
    const written: (readonly string[])[] = [];
    const work = async (pieces: readonly string[]) => {
      written.push(pieces);
    };
    const { take, settled } = gather({ work, most: 10, beside: 1, restMs: HOUR_MS });
    await take('a');
    for (const piece of ['b', 'c']) take(piece);
    await turn();
    expect(written).toEqual([['a']]);
    await settled();
    expect(written).toEqual([['a'], ['b', 'c']]);
  });
});
