/** `npm run cost -- [--questions 100000]`: what a month costs, by line, in two regions, and on QnABot on AWS. */
import { parseArgs } from 'node:util';
import { type Estimate, estimate, quantitiesOf } from './estimate.ts';
import { QNABOT_LINES, QNABOT_OFFICIAL_MONTH } from './qnabot.ts';
import { type Prices, REGIONS, readPrices, readUsage } from './read-data.ts';

const { values } = parseArgs({ options: { questions: { type: 'string', default: '100000' } } });
const questions = Number(values.questions);
if (!Number.isInteger(questions) || questions < 0) {
  console.error(`--questions takes a whole number, not "${values.questions}".`);
  process.exit(2);
}
const prices = readPrices();
const usage = readUsage();
const dollars = (amount: number) => (amount < 0.00005 && amount > 0 ? '<0.0001' : amount.toFixed(4));

for (const region of REGIONS) {
  const idle = estimate(quantitiesOf(0, usage), prices, region);
  const busy = estimate(quantitiesOf(questions, usage), prices, region);
  console.log(`\n${region}, USD a month, prices of ${prices.asOf}`);
  console.table(rowsOf(idle, busy));
  const per = questions === 0 ? 0 : ((busy.due - idle.due) / questions) * 100_000;
  console.log(
    `Idle $${idle.due.toFixed(2)}; with ${questions} questions $${busy.due.toFixed(2)}; ${per.toFixed(2)} more for each 100,000.`,
  );
  console.log(
    `Without what AWS gives for good: idle $${idle.list.toFixed(2)}, with the questions $${busy.list.toFixed(2)}.`,
  );
}
console.log(
  `\nA firewall adds $${prices.prices.firewall?.['eu-central-1']} a month. Taxes, a domain ($0.50 for a zone) and people are not in it.`,
);
printPeer();
printUnsure(prices);

function rowsOf(idle: Estimate, busy: Estimate) {
  const rows = busy.lines.map(({ name, unit, quantity, list, due }, at) => ({
    line: name,
    quantity: `${round(quantity)} ${unit}`,
    idle: dollars(idle.lines[at]?.due ?? 0),
    list: dollars(list),
    due: dollars(due),
  }));
  return [
    ...rows,
    { line: 'total', quantity: '', idle: dollars(idle.due), list: dollars(busy.list), due: dollars(busy.due) },
  ];
}

function round(quantity: number): string {
  return quantity >= 100 ? Math.round(quantity).toLocaleString('en') : String(Number(quantity.toPrecision(3)));
}

function printPeer(): void {
  console.log('\nThe same on QnABot on AWS, version 7.4.0 with its defaults, us-east-1 (docs/cost.md)');
  console.table(
    QNABOT_LINES.map(({ line, calculation, idle, perQuestion }) => ({
      line,
      calculation,
      idle: idle.toFixed(2),
      questions: (perQuestion * questions).toFixed(2),
    })),
  );
  const idle = QNABOT_LINES.reduce((sum, line) => sum + line.idle, 0);
  const asked = QNABOT_LINES.reduce((sum, line) => sum + line.perQuestion, 0) * questions;
  console.log(
    `Idle $${idle.toFixed(2)} (AWS's guide says $${QNABOT_OFFICIAL_MONTH} for its default); questions $${asked.toFixed(2)}.`,
  );
}

function printUnsure({ prices: all }: Prices): void {
  const recalled = Object.entries(all).flatMap(([name, { status }]) => (status === 'recalled' ? [name] : []));
  console.log(`\nPrices not read at their source (tools/cost/prices.json): ${recalled.join(', ')}.`);
}
