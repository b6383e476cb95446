/** The charts of a report, drawn by ECharts as SVG without a browser. */
import { type EChartsOption, init } from 'echarts';
import type { Locale } from '../../functions/catalogue/catalogue.ts';
import { translatorFor } from '../../functions/conversation/translate.ts';
import type { Report } from './fetch-report.ts';
import { KINDS, languageName } from './report-tables.ts';

export interface ReportCharts {
  readonly byDay: string;
  readonly byLanguage: string;
  readonly entries: string;
}

const WIDTH = 900;
const HEIGHT = 320;
const ROW_HEIGHT = 26;
const MOST_ENTRIES = 15;
/** Okabe and Ito's colours, told apart by colour-blind people too. */
const COLOURS = ['#0072B2', '#E69F00', '#D55E00', '#CC79A7', '#999999'];
const FONT = "system-ui, 'Noto Sans CJK SC', sans-serif";

/** Returns the charts as SVG. */
export function reportCharts({ insights }: Report, locale: Locale): ReportCharts {
  const t = translatorFor(locale);
  const marked = insights.entries.filter(({ helpfulness }) => helpfulness.count > 0).slice(0, MOST_ENTRIES);
  const percent = (share: number) => Math.round(share * 100);
  return {
    byDay: draw(
      {
        legend: { top: 0 },
        grid: { left: 50, right: 10, top: 40, bottom: 30 },
        xAxis: { type: 'category', data: insights.days.map(({ day }) => day.slice(5)) },
        yAxis: { type: 'value', minInterval: 1 },
        series: KINDS.map((kind) => ({
          type: 'bar',
          stack: 'kinds',
          name: t(`report.kind.${kind}`),
          data: insights.days.map(({ byKind }) => byKind[kind] ?? 0),
        })),
      },
      HEIGHT,
    ),
    byLanguage: draw(
      {
        grid: { left: 160, right: 40, top: 10, bottom: 30 },
        xAxis: { type: 'value', minInterval: 1 },
        yAxis: { type: 'category', data: Object.keys(insights.byLocale).map((name) => languageName(name, t)) },
        series: [{ type: 'bar', data: Object.values(insights.byLocale), label: { show: true, position: 'right' } }],
      },
      60 + ROW_HEIGHT * Object.keys(insights.byLocale).length,
    ),
    // A dot is the share, its line the interval: a short line is a sure one.
    entries: draw(
      {
        grid: { left: 330, right: 30, top: 10, bottom: 30 },
        xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value} %' } },
        yAxis: {
          type: 'category',
          inverse: true,
          data: marked.map(({ question }) => question),
          axisLabel: { width: 310, overflow: 'truncate' },
        },
        series: [
          {
            type: 'bar',
            stack: 'interval',
            itemStyle: { opacity: 0 },
            data: marked.map((each) => percent(each.helpfulness.low)),
          },
          {
            type: 'bar',
            stack: 'interval',
            barWidth: 4,
            itemStyle: { color: '#9bb8cc' },
            data: marked.map(({ helpfulness: { low, high } }) => percent(high) - percent(low)),
          },
          { type: 'scatter', symbolSize: 11, data: marked.map((each) => percent(each.helpfulness.value ?? 0)) },
        ],
      },
      60 + ROW_HEIGHT * marked.length,
    ),
  };
}

function draw(option: EChartsOption, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({ animation: false, color: COLOURS, textStyle: { fontFamily: FONT }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
