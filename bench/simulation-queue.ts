/** Events in the order of their time: a binary heap. */
export interface EventQueue<T> {
  add(at: number, event: T): void;
  /** Removes and returns the earliest event if it is not after that time. */
  nextBefore(at: number): T | undefined;
}

interface Timed<T> {
  readonly at: number;
  readonly event: T;
}

/** Returns an empty queue. */
export function eventQueue<T>(): EventQueue<T> {
  const heap: Timed<T>[] = [];
  const timeOf = (index: number) => heap[index]?.at ?? Number.POSITIVE_INFINITY;

  function swap(one: number, other: number): void {
    const [first, second] = [heap[one], heap[other]];
    if (!first || !second) return;
    heap[one] = second;
    heap[other] = first;
  }

  return {
    add(at, event) {
      heap.push({ at, event });
      for (let index = heap.length - 1; index > 0; ) {
        const parent = (index - 1) >> 1;
        if (timeOf(parent) <= timeOf(index)) break;
        swap(index, parent);
        index = parent;
      }
    },
    nextBefore(at) {
      if (timeOf(0) > at) return undefined;
      swap(0, heap.length - 1);
      const first = heap.pop();
      for (let index = 0; ; ) {
        const [left, right] = [2 * index + 1, 2 * index + 2];
        const least = timeOf(right) < timeOf(left) ? right : left;
        if (timeOf(index) <= timeOf(least)) break;
        swap(index, least);
        index = least;
      }
      return first?.event;
    },
  };
}
