/** Feedback beside the questions it is about, and its sums by topic. Pure. */
import { phrasingYaml } from './unanswered.ts';

export interface GivenFeedback {
  readonly messageId: string;
  readonly at: string;
  readonly helpful: boolean;
  readonly rating?: number | undefined;
  readonly comment?: string | undefined;
}

export interface JudgedTurn {
  readonly messageId: string;
  readonly memory: {
    readonly text: string;
    readonly questionLocale: string;
    readonly kind: string;
    readonly match: string | null;
  };
}

export interface FeedbackItem {
  readonly messageId: string;
  readonly at: string;
  readonly helpful: boolean;
  readonly rating?: number;
  readonly comment?: string;
  /** Group of the entry that was given; the kind of the reply when none was. */
  readonly topic: string;
  readonly match: string | null;
  readonly kind: string;
  readonly question: string;
  readonly questionLocale: string;
  /** The question as lines of a phrasings file. */
  readonly yaml: string;
}

export interface TopicSum {
  readonly topic: string;
  readonly helpful: number;
  readonly unhelpful: number;
  readonly comments: number;
}

/** Returns the feedback, unhelpful first, and the topics, those with the most unhelpful marks first. */
export function feedbackByTopic(
  given: readonly GivenFeedback[],
  turns: readonly JudgedTurn[],
  groupOf: (entryId: string) => string | undefined,
): { readonly items: readonly FeedbackItem[]; readonly topics: readonly TopicSum[] } {
  const byId = new Map(turns.map((turn) => [turn.messageId, turn.memory]));
  const items = given.flatMap(({ messageId, at, helpful, rating, comment }): FeedbackItem[] => {
    const turn = byId.get(messageId);
    if (!turn) return [];
    const { text, questionLocale, kind, match } = turn;
    return [
      {
        messageId,
        at,
        helpful,
        ...(rating !== undefined && { rating }),
        ...(comment !== undefined && { comment }),
        topic: (match === null ? undefined : groupOf(match)) ?? kind,
        match,
        kind,
        question: text,
        questionLocale,
        yaml: phrasingYaml(questionLocale, [text]),
      },
    ];
  });
  return {
    items: items.toSorted((a, b) => Number(a.helpful) - Number(b.helpful)),
    topics: topicsOf(items),
  };
}

function topicsOf(items: readonly FeedbackItem[]): TopicSum[] {
  const topics = [...new Set(items.map(({ topic }) => topic))].map((topic): TopicSum => {
    const own = items.filter((item) => item.topic === topic);
    const helpful = own.filter((item) => item.helpful).length;
    const comments = own.filter(({ comment }) => comment !== undefined).length;
    return { topic, helpful, unhelpful: own.length - helpful, comments };
  });
  return topics.toSorted((a, b) => b.unhelpful - a.unhelpful);
}
