/** The data of the estimate: prices with their date and sources, and what a question uses. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';

export const REGIONS = ['eu-central-1', 'eu-west-1'] as const;
export type Region = (typeof REGIONS)[number];

const price = z.strictObject({
  /** So many units cost the price. */
  per: z.number().positive(),
  unit: z.string(),
  'eu-central-1': z.number().nonnegative(),
  'eu-west-1': z.number().nonnegative(),
  /** Units a month that AWS gives every account for good. */
  free: z.number().nonnegative(),
  /** Whether the price was read at its source, or is known from before. */
  status: z.enum(['seen', 'recalled']),
  source: z.string().min(10),
});
const amounts = z.object({ note: z.string() }).catchall(z.number().nonnegative());
const amountsOf = <Name extends string>(...names: readonly Name[]) =>
  amounts.transform(({ note: _note, ...values }, context) => {
    const missing = names.filter((name) => values[name] === undefined);
    for (const name of missing) context.addIssue(`${name} is missing`);
    return Object.fromEntries(names.map((name) => [name, values[name] ?? 0])) as Readonly<Record<Name, number>>;
  });

const prices = z.object({ asOf: z.iso.date(), currency: z.literal('USD'), prices: z.record(z.string(), price) });
const usage = z.object({
  measured: amountsOf(
    'questionWrites',
    'questionReads',
    'feedbackWrites',
    'feedbackReads',
    'ticketWrites',
    'ticketReads',
    'coldStartReads',
    'catalogueReads',
    'publicationWrites',
    'publicationReads',
    'digestReads',
    'storedBytesPerQuestion',
    'catalogueBytes',
    'replyBytes',
  ),
  assumed: amountsOf(
    'questionsPerConversation',
    'feedbackPerQuestion',
    'ticketsPerQuestion',
    'pageRequestsPerConversation',
    'pageBytesPerConversation',
    'coldStartShare',
    'warmMs',
    'coldMs',
    'logBytesPerRequest',
    'requestBytes',
    'deploymentBytes',
    'publicationsPerMonth',
    'publisherSeconds',
  ),
  deployed: amountsOf(
    'apiMemoryGb',
    'digestMemoryGb',
    'publisherMemoryGb',
    'alarmMetrics',
    'customMetrics',
    'dashboards',
    'keptVersions',
    'keepMonths',
    'digestsPerMonth',
  ),
});

export type Prices = z.infer<typeof prices>;
export type Usage = z.infer<typeof usage>;

/** Returns the prices. Throws when the file is not what it has to be. */
export function readPrices(): Prices {
  return prices.parse(JSON.parse(readFileSync(new URL('prices.json', import.meta.url), 'utf8')));
}

/** Returns what a question uses. Throws when the file is not what it has to be. */
export function readUsage(): Usage {
  return usage.parse(JSON.parse(readFileSync(new URL('usage.json', import.meta.url), 'utf8')));
}
