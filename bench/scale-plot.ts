/** Draws growth as four small log-log charts in one SVG, readable on light and dark pages. */
import type { Grown } from './scale.ts';

const CHART = { width: 210, height: 150, left: 46, top: 30, gap: 30, bottom: 34 };

interface Chart {
  readonly title: string;
  readonly measureOf: (one: Grown) => number;
  /** What the product promises for 10,000 entries of 20 phrasings. */
  readonly limit: number;
}

const CHARTS: readonly Chart[] = [
  { title: 'match, p99, ms', measureOf: ({ p99Ms }) => p99Ms, limit: 5 },
  { title: 'load, ms', measureOf: ({ loadMs }) => loadMs, limit: 300 },
  { title: 'memory of the matcher, MB', measureOf: ({ memoryMb }) => memoryMb, limit: 200 },
  { title: 'build, s', measureOf: ({ buildMs }) => buildMs / 1000, limit: 3 },
];

/** Returns the SVG document. */
export function scalePlot(all: readonly Grown[]): string {
  const step = CHART.left + CHART.width + CHART.gap;
  const width = step * CHARTS.length;
  const height = CHART.top + CHART.height + CHART.bottom;
  const charts = CHARTS.map(
    (chart, at) => `<g transform="translate(${at * step + CHART.left} ${CHART.top})">${drawing(chart, all)}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="Growth with the number of phrasings: ${CHARTS.map(({ title }) => title).join('; ')}">
<style>text{fill:#57606a}.line{stroke:#0969da;fill:none;stroke-width:2}.dot{fill:#0969da}.limit{stroke:#cf222e;stroke-dasharray:4 3}.grid{stroke:#8c959f;stroke-opacity:.3}.title{font-weight:600}@media(prefers-color-scheme:dark){text{fill:#c9d1d9}}</style>
${charts.join('\n')}
</svg>
`;
}

function drawing({ title, measureOf, limit }: Chart, all: readonly Grown[]): string {
  const { width, height } = CHART;
  const x = logScale(
    all.map(({ phrasings }) => phrasings),
    width,
  );
  const y = logScale([...all.map(measureOf), limit], height);
  const points = all.map((one) => [x.at(one.phrasings), height - y.at(measureOf(one))] as const);
  const down = (value: number) => round(height - y.at(value));
  return [
    `<text class="title" y="-12">${title}</text>`,
    ...y.decades.map(
      (value) =>
        `<path class="grid" d="M0 ${down(value)}H${width}"/><text x="-6" y="${down(value) + 4}" text-anchor="end">${short(value)}</text>`,
    ),
    ...x.decades.map(
      (value) =>
        `<path class="grid" d="M${round(x.at(value))} 0V${height}"/><text x="${round(x.at(value))}" y="${height + 16}" text-anchor="middle">${short(value)}</text>`,
    ),
    `<text x="${width / 2}" y="${height + 30}" text-anchor="middle">phrasings</text>`,
    `<path class="limit" d="M0 ${down(limit)}H${width}"/>`,
    `<path class="line" d="M${points.map(([left, top]) => `${round(left)} ${round(top)}`).join('L')}"/>`,
    ...points.map(([left, top]) => `<circle class="dot" cx="${round(left)}" cy="${round(top)}" r="3"/>`),
  ].join('');
}

/** Whole decades that hold all values, spread over `length`. */
function logScale(values: readonly number[], length: number) {
  const logs = values.map((value) => Math.log10(value));
  const first = Math.floor(Math.min(...logs));
  const last = Math.max(first + 1, Math.ceil(Math.max(...logs)));
  return {
    at: (value: number) => ((Math.log10(value) - first) / (last - first)) * length,
    decades: Array.from({ length: last - first + 1 }, (_, power) => 10 ** (first + power)),
  };
}

function short(value: number): string {
  return value >= 1_000_000 ? `${value / 1_000_000}M` : value >= 1_000 ? `${value / 1_000}k` : String(round(value, 3));
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
