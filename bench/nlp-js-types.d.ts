/** The parts of nlp.js (which has no types) that the benchmark uses. */
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Promise<Container>;
}

declare module '@nlpjs/nlu' {
  import type { Container } from '@nlpjs/core';

  export class NluNeural {
    constructor(settings: Readonly<Record<string, unknown>> & { locale: string; container: Container });
    /** Prepared texts by language; grows with every text asked. */
    cache: { results: Record<string, unknown> };
    train(corpus: readonly { utterance: string; intent: string }[]): Promise<unknown>;
    process(text: string): Promise<{ classifications: readonly { intent: string; score: number }[] }>;
  }
}

declare module '@nlpjs/lang-en-min' {
  export const LangEn: unknown;
}

declare module '@nlpjs/lang-nl' {
  export const LangNl: unknown;
}

declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}
