/** Turns the evidence of a ranking into a chance of being right: of the replies given with 0.8, about 80 % are. */
import { OUT_OF_SCOPE, type Ranking } from './matcher.ts';

/** Weights of the signs that CALIBRATION_SIGNS names, and of a constant at the end. */
export type Calibration = readonly number[];

export const CALIBRATION_SIGNS = [
  'logit of the best',
  'lead',
  'intents',
  'out of scope',
  'strange share',
  'length',
] as const;

/**
 * A calibration that takes the best entry's probability as it is, and doubts a text whose words no entry has: the
 * classes are all it can choose from, so what is new to it looks surer than it is.
 */
export const UNCALIBRATED: Calibration = [1, 0, 0, 0, -20, 0, 0];

/** Names, places and a slip of the finger make up this share (0–1) of what is ours. */
const USUALLY_STRANGE = 0.15;

type Evidence = Pick<Ranking, 'entries' | 'intents' | 'known' | 'length'>;

/** Returns the signs of a ranking, in the order of CALIBRATION_SIGNS, then 1. */
export function signsOf({ entries, intents, known, length }: Evidence): readonly number[] {
  const best = entries[0]?.probability ?? 0;
  const second = entries[1]?.probability ?? 0;
  const sumOf = (list: Evidence['intents']) => list.reduce((sum, { probability }) => sum + probability, 0);
  const outside = sumOf(intents.filter(({ id }) => OUT_OF_SCOPE.includes(id)));
  const strange = Math.max(0, 1 - known - USUALLY_STRANGE);
  return [logit(best), Math.sqrt(best) - Math.sqrt(second), Math.sqrt(sumOf(intents)), outside, strange, length, 1];
}

/** Returns the chance (0–1) that the best entry is right (logistic calibration: Platt, 1999). */
export function confidenceOf(evidence: Evidence, calibration: Calibration): number {
  if (evidence.entries.length === 0) return 0;
  const signs = signsOf(evidence);
  const sum = signs.reduce((total, sign, at) => total + sign * (calibration[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Returns the calibration that fits the observed rankings best, by gradient descent on log loss. */
export function fitCalibration(
  observed: readonly { readonly signs: readonly number[]; readonly right: boolean }[],
): Calibration {
  const size = CALIBRATION_SIGNS.length + 1;
  let weights: number[] = Array.from({ length: size }, (_, at) => UNCALIBRATED[at] ?? 0);
  for (let round = 0; round < FITTING_ROUNDS; round += 1) {
    const gradient = new Array<number>(size).fill(0);
    for (const { signs, right } of observed) {
      const sum = signs.reduce((total, sign, at) => total + sign * (weights[at] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      signs.forEach((sign, at) => {
        gradient[at] = (gradient[at] ?? 0) + error * sign;
      });
    }
    weights = weights.map((weight, at) => weight - (FITTING_RATE * (gradient[at] ?? 0)) / observed.length);
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

const FITTING_ROUNDS = 3000;
const FITTING_RATE = 0.3;
const LEAST_CHANCE = 1e-4;

function logit(chance: number): number {
  const inside = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance));
  return Math.log(inside / (1 - inside));
}
