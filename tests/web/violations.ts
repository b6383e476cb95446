/** What axe finds wrong with a page as it is shown. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Returns each broken rule with the elements that break it, in the page or a part of it; WCAG 2.2 AA and best practice. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    async ([tags, selector]) => {
      const { axe } = window as unknown as {
        axe: {
          run(part: string, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const { violations: found } = await axe.run(selector, { runOnly: tags });
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    },
    [TAGS, part] as const,
  );
}
