/** Replies to a turn, and has a doubtful one looked at a second time before it is said. Pure but for what is passed in. */
import type { Catalogue } from '../catalogue/open.ts';
import { OTHER_LANGUAGE } from '../matching/language.ts';
import { OUT_OF_SCOPE, type Ranking } from '../matching/matcher.ts';
import { type Considered, consider } from './consider.ts';
import { decide } from './decide.ts';
import { type ReplyAndMemory, say, type Turn } from './reply.ts';

/** Resolves to a better ranking for the text, or undefined when there is none. Never rejects. */
export type SecondLook = (text: string, ranking: Ranking, catalogue: Catalogue) => Promise<Ranking | undefined>;

export interface Surroundings {
  readonly catalogue: Catalogue;
  readonly now: () => Date;
  readonly secondLook?: SecondLook | undefined;
}

/** Resolves to the reply to a turn; without a second look it is what `replyTo` returns. */
export async function replyWithSecondLook(
  turn: Turn,
  { catalogue, now, secondLook }: Surroundings,
): Promise<ReplyAndMemory> {
  const first = consider(turn, catalogue);
  const considered = secondLook && isDoubtful(first) ? await reconsider(first, catalogue, secondLook) : first;
  return say(considered, catalogue, now());
}

/** Probability (0–1) from which a text is surely none of ours: there is no doubt to look into. */
const SURELY_NOT_OURS = 0.8;

/** Neither an answer, nor something else that was recognised: several may fit, or nothing seems to. */
function isDoubtful({ decision: { kind, remark }, understanding }: Considered): boolean {
  const { detection, relation, ranking } = understanding;
  if (detection.language === OTHER_LANGUAGE || relation === 'none-of-these') return false;
  const outside = ranking.intents.filter(({ id }) => OUT_OF_SCOPE.includes(id));
  if (outside.reduce((sum, { probability }) => sum + probability, 0) >= SURELY_NOT_OURS) return false;
  return kind === 'suggestions' || remark === 'unknown' || remark === 'twice';
}

/** Doubt becomes an answer or suggestions, or it stays as it was. */
async function reconsider(first: Considered, catalogue: Catalogue, secondLook: SecondLook): Promise<Considered> {
  const { turn, understanding } = first;
  const { text, previous } = turn;
  const whole = understanding.relation === 'follow-up' && previous ? `${previous.text} ${text}` : text;
  const ranking = await secondLook(whole, understanding.ranking, catalogue);
  if (!ranking) return first;
  const decision = decide({ ...understanding, ranking }, previous);
  const helps = decision.kind === 'answer' || decision.kind === 'suggestions';
  return helps ? { turn, understanding: { ...understanding, ranking }, decision } : first;
}
