/** The place of a chart. The library that draws it is large, and comes with the first chart. */
import { html, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import type { ChartFigures } from '../draw-chart.ts';

/** Set by the build: the path of the module below the site's root. */
declare const CHARTS_FILE: string;

type Module = typeof import('../draw-chart.ts');

/** Where the script of this page came from: its own origin. */
const HOME = new URL('/', location.href).href;

/** Returns the place; what it shows is said by a table beside it. */
export function chart(label: string, figures: ChartFigures): TemplateResult {
  const draw = async (element: Element | undefined) => {
    if (!(element instanceof HTMLElement)) return;
    const { drawChart }: Module = await import(HOME + CHARTS_FILE);
    drawChart(element, figures);
  };
  return html`<div class="chart" role="img" aria-label=${label} ${ref(draw)}></div>`;
}
