/** From what a month uses to what it costs. Pure. */
import type { Prices, Region, Usage } from './read-data.ts';

const GB = 1e9;
const MONTH_SECONDS = 30 * 86_400;
/** What visitors bring about, and what a stage uses though nobody asks; names are those of the price list. */
export type Quantities = Readonly<Record<string, number>>;

export interface Line {
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  /** USD a month by the price list, and after what AWS gives every account for good. */
  readonly list: number;
  readonly due: number;
}

export interface Estimate {
  readonly lines: readonly Line[];
  readonly list: number;
  readonly due: number;
}

/** Returns what a stage uses in a month of so many questions, spread as they come. */
export function quantitiesOf(questions: number, usage: Usage): Quantities {
  const { assumed, deployed } = usage;
  const conversations = questions / assumed.questionsPerConversation;
  const requests = questions * (1 + assumed.feedbackPerQuestion + assumed.ticketsPerQuestion);
  const coldStarts = requests * assumed.coldStartShare;
  const { digestsPerMonth, keptVersions } = deployed;
  const publications = assumed.publicationsPerMonth;
  const cdnBytes = requests * usage.measured.replyBytes + conversations * assumed.pageBytesPerConversation;
  return {
    httpApiRequests: requests,
    lambdaRequests: requests + digestsPerMonth + publications,
    lambdaGbSeconds: lambdaGbSeconds(requests, coldStarts, usage),
    ...tableUnits(questions, requests, coldStarts, usage),
    dynamoStorage: storedGb(questions, usage),
    dynamoRecovery: storedGb(questions, usage),
    logs: (requests * assumed.logBytesPerRequest) / GB,
    traces: traced(requests) + digestsPerMonth + publications,
    alarms: deployed.alarmMetrics,
    customMetrics: deployed.customMetrics,
    dashboards: deployed.dashboards,
    cdnRequests: requests + conversations * assumed.pageRequestsPerConversation,
    cdnBytes: cdnBytes / GB,
    cdnToOrigin: (requests * assumed.requestBytes) / GB,
    cdnFunctions: conversations * assumed.pageRequestsPerConversation,
    files: (assumed.deploymentBytes + keptVersions) / GB,
    mails: digestsPerMonth + questions * assumed.ticketsPerQuestion,
  };
}

/** Lambda traces the first request of each second and a twentieth of the others; requests come by chance. */
function traced(requests: number): number {
  const firsts = MONTH_SECONDS * (1 - Math.exp(-requests / MONTH_SECONDS));
  return firsts + (requests - firsts) / 20;
}

function lambdaGbSeconds(requests: number, coldStarts: number, { assumed, deployed }: Usage): number {
  const seconds = (requests * assumed.warmMs + coldStarts * assumed.coldMs) / 1000;
  const publishing = assumed.publicationsPerMonth * assumed.publisherSeconds * deployed.publisherMemoryGb;
  return seconds * deployed.apiMemoryGb + deployed.digestsPerMonth * deployed.digestMemoryGb + publishing;
}

function tableUnits(questions: number, requests: number, coldStarts: number, { measured, assumed, deployed }: Usage) {
  const feedback = questions * assumed.feedbackPerQuestion;
  const tickets = questions * assumed.ticketsPerQuestion;
  const publications = assumed.publicationsPerMonth;
  return {
    dynamoWrites:
      questions * measured.questionWrites +
      feedback * measured.feedbackWrites +
      tickets * measured.ticketWrites +
      publications * measured.publicationWrites,
    dynamoReads:
      questions * measured.questionReads +
      feedback * measured.feedbackReads +
      tickets * measured.ticketReads +
      coldStarts * measured.coldStartReads +
      // At most one look a request whether there is a newer catalogue.
      requests +
      publications * measured.publicationReads +
      deployed.digestsPerMonth * measured.digestReads,
  };
}

function storedGb(questions: number, { measured, deployed }: Usage): number {
  return (
    (deployed.keptVersions * measured.catalogueBytes +
      questions * deployed.keepMonths * measured.storedBytesPerQuestion) /
    GB
  );
}

/** Returns the lines and their sums. Throws when a quantity has no price. */
export function estimate(quantities: Quantities, { prices }: Prices, region: Region): Estimate {
  const lines = Object.entries(quantities).map(([name, quantity]): Line => {
    const price = prices[name];
    if (!price) throw new Error(`There is no price for ${name}.`);
    const costOf = (units: number) => (units / price.per) * price[region];
    return {
      name,
      unit: price.unit,
      quantity,
      list: costOf(quantity),
      due: costOf(Math.max(0, quantity - price.free)),
    };
  });
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0);
  return { lines, list: sum(({ list }) => list), due: sum(({ due }) => due) };
}
