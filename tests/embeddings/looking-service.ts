/** The real app with its second look, over a published catalogue and the stand-in of Bedrock. */
import { openCatalogue } from '../../functions/catalogue/open.ts';
import { replyTo } from '../../functions/conversation/reply.ts';
import type { SecondLook } from '../../functions/conversation/second-look.ts';
import { openSecondLook } from '../../functions/embeddings/open-second-look.ts';
import { embedForPublishing, publishVectors } from '../../functions/embeddings/publish-vectors.ts';
import type { EmbeddingModelId } from '../../functions/embeddings/variables.ts';
import { detectLanguage } from '../../functions/matching/language.ts';
import { rank } from '../../functions/matching/matcher.ts';
import type { EmbeddingSettings } from '../../functions/settings.ts';
import { publish } from '../../functions/store/publish.ts';
import { createTables } from '../../functions/store/tables.ts';
import { compiled } from '../../tools/compiled.ts';
import { ACTIVITY, MORNING, startService } from '../after-sales/service.ts';
import { startBedrock } from './bedrock-stand-in.ts';

export const CATALOGUE = 'embeddings-catalogue';
export const COHERE = 'cohere.embed-multilingual-v3';
export const TITAN = 'amazon.titan-embed-text-v2:0';
export const catalogue = openCatalogue({ ...compiled(), version: 1 });

/** The reply that the words alone give. */
export const byWords = (text: string) => replyTo({ text, browserLocale: 'en' }, catalogue, new Date(MORNING)).reply;

/** Questions between two entries, of which training leaves at least one in doubt. */
const BETWEEN = [
  'keep it or change it, my number',
  'the letter with the numbers',
  'welk nummer heb ik nodig',
  '是故障还是我流量用完了',
  'can I use it on my watch',
  'my old card and the new one',
  'swap it or money back',
];
/** What must not leave for the service, by the name that stands for it there. */
export const SECRETS = [
  ['email', 'eva.jansen@example.org'],
  ['iban', 'NL91ABNA0417164300'],
  ['phone', '0612345678'],
] as const;

/** What a visitor goes on with. */
export const GOES_ON = 'and the purple thing?';

/** Whether a question is as doubtful with each of them behind it, and where the visitor goes on from it. */
function staysBetween(text: string): boolean {
  const { memory } = replyTo({ text, browserLocale: 'en' }, catalogue, new Date(MORNING));
  const next = replyTo({ text: GOES_ON, browserLocale: 'en', previous: memory }, catalogue, new Date(MORNING)).reply;
  const replies = [next, ...SECRETS.map(([, secret]) => byWords(`${text} ${secret}`))];
  return replies.every(({ kind }) => kind === 'suggestions');
}

/** Questions whose words say nothing to the bot. */
const STRANGE = [
  '买的东西装好了没反应',
  'pakketje blijft maar slapen',
  'it just sits there sulking',
  'it woke up grumpy today',
  'een grijs wolkje en verder niks',
];

/** Small talk and what is surely none of ours is not looked at again. */
function mayBeOurs(text: string): boolean {
  const { language } = detectLanguage(text, catalogue.matcher.languages, 'en');
  return rank(text, language, catalogue.matcher).intents.every(({ probability }) => probability < 0.3);
}

const first = (texts: readonly string[], kind: string, leastSecond = 0) => {
  const found = texts.find((text) => {
    const reply = byWords(text);
    return reply.kind === kind && (reply.candidates[1]?.confidence ?? 0) >= leastSecond;
  });
  if (found === undefined) throw new Error(`The words leave none of these as ${kind}: ${texts.join(', ')}`);
  return found;
};

/** A question that the words leave as suggestions, and the entry it means: not the first of them. */
export const DOUBTFUL = first(BETWEEN.filter(staysBetween), 'suggestions', 0.2);
export const MEANT = byWords(DOUBTFUL).candidates[1]?.id ?? '';
/** A question that the words leave without an idea, and the entry it means. */
export const UNKNOWN = first(STRANGE.filter(mayBeOurs), 'fallback');
export const UNKNOWN_MEANT = byWords(UNKNOWN).candidates[1]?.id ?? '';
export const SURE = 'waar vind ik mijn pukcode';

export const questionOf = (id: string, locale: 'zh' | 'en' | 'nl' = 'en') =>
  catalogue.entries.get(id)?.question[locale] ?? '';

/** Starts everything; the catalogue is published, without vectors. */
export async function startLookingService() {
  const bedrock = await startBedrock();
  bedrock.means(DOUBTFUL, questionOf(MEANT));
  bedrock.means(UNKNOWN, questionOf(UNKNOWN_MEANT, 'nl'));
  let current: SecondLook | undefined;
  const service = await startService({
    secondLook: async (...question) => current?.(...question),
  });
  const { database } = service;
  await createTables(database, [CATALOGUE]);
  const request = { hash: 'project', compile: () => compiled(), publishedAt: MORNING };
  await publish(database, CATALOGUE, request);
  const options = { database, table: CATALOGUE };
  const log = (event: string, details: object) => service.logged.push(JSON.stringify({ event, ...details }));
  return {
    ...service,
    bedrock,
    options,
    publishVectors: (version = 1, model: EmbeddingModelId = COHERE) =>
      publishVectors(options, { version, model, embed: embedForPublishing(model, bedrock.endpoint), log }),
    /** Switches the second look on, as a new container would; the clock of its ceiling is given. */
    switchOn: (settings: Partial<EmbeddingSettings> = {}, now = () => new Date(MORNING)) => {
      const embeddings = { model: COHERE, callsPerDay: 1000, timeLimitMs: 5000, ...settings } as const;
      const tables = { catalogueTable: CATALOGUE, activityTable: ACTIVITY };
      current = openSecondLook({ database, ...tables, embeddings, now, log, endpoint: bedrock.endpoint });
    },
    switchOff: () => {
      current = undefined;
    },
    close: async () => {
      bedrock.close();
      await service.close();
    },
  };
}
export type LookingService = Awaited<ReturnType<typeof startLookingService>>;
