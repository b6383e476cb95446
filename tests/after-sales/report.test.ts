import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { marked } from 'marked';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchReport, type Report } from '../../tools/report/fetch-report.ts';
import { reportHtml } from '../../tools/report/report-html.ts';
import { reportMarkdown } from '../../tools/report/report-markdown.ts';
import { launchChromium } from '../chromium.ts';
import { type Service, startService, TOKEN } from './service.ts';

const HOSTILE = 'marsmobil <img src=x onerror=alert(1)> | [x](javascript:alert(1))';
let service: Service;
let report: Report;
let url = '';
let stop = async () => {};
let browser: Browser;

beforeAll(async () => {
  service = await startService();
  const server = serve({ fetch: service.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  service.setClock('2026-11-20T12:00:00.000Z');
  for (let at = 0; at < 6; at += 1) {
    const { messageId } = await service.ask('waar vind ik mijn pukcode');
    const body = { messageId, helpful: at < 2, comment: at === 5 ? HOSTILE : 'te vaag' };
    await service.call('POST', '/v1/feedback', { body });
  }
  await service.ask('谢谢');
  await service.ask(HOSTILE);
  service.setClock('2026-11-25T12:00:00.000Z');
  report = await fetchReport({ url, token: TOKEN, locale: 'en' });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await stop();
  await service.close();
});

describe.each(['zh', 'zh-Hant', 'en', 'nl'] as const)('the report in %s', (locale) => {
  it('has its charts, each with a table, and passes axe', async () => {
    const page = await browser.newPage();
    await page.setContent(await reportHtml(report, locale));
    expect(await page.getByRole('img').count()).toBe(3);
    expect(await page.getByRole('table').count()).toBe(7);
    expect(await page.locator('figure svg path').count()).toBeGreaterThan(10);
    expect(await page.getByText('33').first().isVisible()).toBe(true);
    expect(await page.locator('main img').count()).toBe(0);
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { violations: found } = await (
        globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
      ).axe.run();
      return found.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    await page.close();
  });

  it('is Markdown with the same tables', () => {
    const rendered = marked.parse(reportMarkdown(report, locale), { async: false });
    expect(rendered.match(/<table>/g)).toHaveLength(7);
    expect(rendered).not.toContain('<img');
    expect(rendered).not.toContain('href');
  });
});

it('shows the lowest marks with their interval and count', () => {
  const row = reportMarkdown(report, 'en')
    .split('\n')
    .find((line) => line.includes('10% – 70%'));
  expect(row).toContain('| 6 | 6 | 33% |');
});

it('says why it could not be made', async () => {
  await expect(fetchReport({ url, token: 'wrong', locale: 'en' })).rejects.toThrow(
    /^401 for [a-z]+: .*A valid bearer token is needed/,
  );
});
