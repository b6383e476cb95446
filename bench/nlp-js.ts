/** nlp.js: an intent classifier, one perceptron an entry, trained on stems. */
import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en-min';
import { LangNl } from '@nlpjs/lang-nl';
import { LangZh } from '@nlpjs/lang-zh';
import { NluNeural } from '@nlpjs/nlu';
import { type Engine, firstEntries, openByLocale } from './engine.ts';

/**
 * By default (rate 0.6, stop when the error no longer falls) it stops after some 25 rounds, having learned little of a
 * large set: BANKING77 with all examples 51 %, 87 % at a rate of 0.03; with ten an intent 67 % and 71 %.
 */
const TRAINING = { learningRate: 0.05, iterations: 100, deltaErrorThresh: 0 };

export const nlpJs: Engine = {
  name: 'nlp.js',
  setting: 'a neural classifier a language, its tokenizers and stemmers, learning rate 0.05, 100 rounds',
  open: (phrasings) =>
    openByLocale(phrasings, async (own, locale) => {
      const container = await containerBootstrap();
      for (const language of [LangEn, LangNl, LangZh]) container.use(language);
      const classifier = new NluNeural({ locale, container, log: false, useNoneFeature: false, ...TRAINING });
      await withoutOutput(() => classifier.train(own.map(({ text, id }) => ({ utterance: text, intent: id }))));
      return async (text) => {
        // It keeps what it did for a text: a second round would measure the look-up alone.
        classifier.cache.results = {};
        const { classifications } = await classifier.process(text);
        return firstEntries(classifications.map(({ intent }) => intent));
      };
    }),
};

/** The Chinese dictionary announces itself on standard output, which would spoil `--json`. */
async function withoutOutput(run: () => Promise<unknown>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await run();
  } finally {
    console.log = log;
  }
}
