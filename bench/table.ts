/** Prints what was measured: one row an engine, languages side by side. */
import { groupBy } from './engine.ts';
import type { Measured } from './measure.ts';

/** Returns rows of text for `console.table`, per set. */
export function tableOf(measured: readonly Measured[]): readonly Readonly<Record<string, string>>[] {
  return [...groupBy(measured, ({ engine }) => engine)].map(([engine, rows]) => ({
    engine,
    ...Object.assign({}, ...rows.map((row) => columnsOf(row))),
    'build ms': (rows[0]?.buildMs ?? 0).toFixed(0),
    'load ms': rows[0]?.loadMs?.toFixed(1) ?? '',
  }));
}

function columnsOf({ language, top1, top3, medianMs, p99Ms, asked, questions }: Measured): Record<string, string> {
  const percent = (share: number) => (share * 100).toFixed(1);
  return {
    [`${language} top-1/3 %`]: `${percent(top1)} / ${percent(top3)}`,
    [`${language} median/p99 ms`]: `${inMs(medianMs)} / ${inMs(p99Ms)}`,
    [`${language} asked`]: asked === questions ? `${asked}` : `${asked} of ${questions}`,
  };
}

/** Returns milliseconds with three significant digits at most. */
export function inMs(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms >= 1 ? ms.toFixed(2) : ms.toFixed(3);
}

/** Prints each set's table and the settings of the engines. */
export function printTables(measured: readonly Measured[]): void {
  for (const [set, rows] of groupBy(measured, ({ set }) => set)) {
    console.log(`\n${set}`);
    console.table(tableOf(rows));
  }
  for (const [engine, rows] of groupBy(measured, ({ engine }) => engine)) {
    console.log(`${engine}: ${rows[0]?.setting}`);
  }
}
