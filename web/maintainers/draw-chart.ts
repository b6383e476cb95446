/** Draws charts as SVG, by ECharts, in the colours of the page. Loaded with the first chart. */
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface ChartFigures {
  /** Bars stand on one another over time, or lie below one another. */
  readonly isStacked: boolean;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

const drawn = new Map<HTMLElement, { readonly chart: EChartsType; figures: ChartFigures }>();
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) drawn.get(target as HTMLElement)?.chart.resize();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  for (const [element, { figures }] of drawn) drawChart(element, figures);
});

/** Draws the figures into an element, or draws it anew. */
export function drawChart(element: HTMLElement, figures: ChartFigures): void {
  forgetGone();
  if (!element.isConnected) return;
  const known = drawn.get(element);
  const chart = known?.chart ?? init(element, null, { renderer: 'svg' });
  drawn.set(element, { chart, figures });
  if (!known) resized.observe(element);
  chart.setOption(optionOf(figures, element), { notMerge: true });
}

function forgetGone(): void {
  for (const [element, { chart }] of drawn) {
    if (element.isConnected) continue;
    resized.unobserve(element);
    chart.dispose();
    drawn.delete(element);
  }
}

function optionOf({ isStacked, categories, series }: ChartFigures, element: HTMLElement) {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const label = { color: colour('--soft'), fontSize: 12 };
  const names = {
    type: 'category',
    data: [...categories],
    inverse: !isStacked,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour('--line') } },
    axisLabel: label,
  };
  const counts = {
    type: 'value',
    minInterval: 1,
    axisLabel: label,
    splitLine: { lineStyle: { color: colour('--line') } },
  };
  return {
    animation: false,
    color: [1, 2, 3, 4, 5].map((at) => colour(`--series-${at}`)),
    textStyle: { fontFamily: style.fontFamily },
    grid: { left: 4, right: 12, top: isStacked ? 44 : 8, bottom: 4, outerBoundsMode: 'same' },
    legend: { show: isStacked, left: 0, top: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: colour('--text') } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      // As SVG: HTML would come with inline styles, which the page's policy forbids.
      renderMode: 'richText',
      backgroundColor: colour('--surface'),
      borderColor: colour('--line'),
      textStyle: { color: colour('--text') },
    },
    xAxis: isStacked ? names : counts,
    yAxis: isStacked ? counts : names,
    series: series.map(({ name, values }) => ({
      name,
      type: 'bar',
      data: [...values],
      barMaxWidth: 28,
      ...(isStacked ? { stack: 'all' } : { label: { show: true, position: 'right', color: colour('--text') } }),
    })),
  };
}
