/** All that finds private numbers, surest first; loaded with the first text that may hold one. */
import { adjoiningSpans } from './redact-adjoining.ts';
import { numberSpans, unknownSpans } from './redact-numbers.ts';
import { phoneSpans } from './redact-phones.ts';

export const NUMBER_FINDERS = [numberSpans, phoneSpans, adjoiningSpans, unknownSpans] as const;
