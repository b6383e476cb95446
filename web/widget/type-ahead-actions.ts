/** Finds matching questions while the visitor types: in the browser, with one request for all of them. */
import type { Surroundings } from './conversation.ts';
import type { TypeAhead } from './lazy-modules.ts';
import type { Locale } from './strings.ts';

/** Long enough that a fast typist's next key comes first. */
const PAUSE_MS = 120;
const SHORTEST_TYPED = 2;

type Finder = ReturnType<TypeAhead['questionFinder']>;

/** Returns the action that takes what is typed. */
export function typeAheadActions({ api, state, locale, changed }: Surroundings, load: () => Promise<TypeAhead>) {
  const finders = new Map<Locale, Promise<Finder>>();
  let pause: ReturnType<typeof setTimeout> | undefined;

  const finderIn = (shown: Locale): Promise<Finder> => {
    const finder =
      finders.get(shown) ??
      Promise.all([load(), api.entries(shown)]).then(([{ questionFinder }, { entries }]) =>
        questionFinder(entries, shown),
      );
    finders.set(shown, finder);
    return finder;
  };

  async function look(text: string): Promise<void> {
    const shown = locale();
    // What was typed meanwhile has its own look-up, and what was asked needs none: its answer must not wait for this.
    const isLate = () => state.draft !== text || state.isThinking;
    if (isLate()) return;
    try {
      const find = await finderIn(shown);
      if (isLate()) return;
      Object.assign(state, { matching: find(text), marked: -1 });
      changed();
    } catch {
      // Typing goes on without matching questions; the next key tries again.
      finders.delete(shown);
    }
  }

  return {
    typed(text: string): void {
      state.draft = text;
      clearTimeout(pause);
      const isLongEnough = text.trim().length >= SHORTEST_TYPED;
      if (isLongEnough) pause = setTimeout(() => look(text), PAUSE_MS);
      if (state.matching.length === 0) return;
      // What was marked belongs to what was typed before: Enter must not ask it instead.
      Object.assign(state, { matching: isLongEnough ? state.matching : [], marked: -1 });
      changed();
    },
  };
}
