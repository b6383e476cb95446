import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { importSheets } from '../../tools/faq/import-sheets.ts';
import type { Sheet } from '../../tools/faq/sheet.ts';
import { FORMATS, readSheets, writeSheets } from '../../tools/faq/workbook.ts';
import { ADMIN, type Service, startService } from '../after-sales/service.ts';
import { exampleFiles } from '../faq/example-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'simtolk-injection-'));
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>';
let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

const post = (path: string, body: string) =>
  service.app.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
const untouched = () => ({ ...Object.prototype, toString: ({} as { polluted?: unknown }).polluted });

describe('a request that reaches for the prototype of everything', () => {
  it.each([
    ['/v1/messages', '{"text":"hi","__proto__":{"polluted":1}}'],
    ['/v1/messages', '{"text":"hi","constructor":{"prototype":{"polluted":1}}}'],
    ['/v1/messages', '{"text":"hi","locale":"__proto__"}'],
    ['/v1/messages', '{"text":"__proto__ constructor prototype","conversationId":"__proto__"}'],
    ['/v1/feedback', '{"messageId":"__proto__","helpful":true,"__proto__":{"polluted":1}}'],
    ['/v1/tickets', '{"channel":"chat","contact":"__proto__","text":"x","__proto__":{"polluted":1,"status":"done"}}'],
    ['/v1/tickets', '{"channel":"__proto__","contact":"x","text":"x"}'],
  ])('changes nothing: %s %s', async (path, body) => {
    const response = await post(path, body);
    expect(response.status).toBeLessThan(500);
    expect(untouched()).toEqual({ toString: undefined });
    expect(await response.text()).not.toContain('polluted');
  });

  it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', '__defineGetter__'])(
    'finds no entry, group, conversation or ticket: %s',
    async (name) => {
      expect((await service.call('GET', `/v1/entries/${name}`)).status).toBe(404);
      expect((await service.call('GET', `/v1/entries?locale=en&group=${name}`)).body.entries).toEqual([]);
      expect((await service.call('GET', `/v1/conversations/${name}`)).status).toBe(404);
      const change = { body: { status: 'done' }, headers: ADMIN };
      expect((await service.call('PATCH', `/v1/admin/tickets/${name}`, change)).status).toBe(404);
      expect((await service.call('GET', `/v1/answers?q=${name}&locale=en`)).status).toBe(200);
    },
  );
});

describe('a script that a visitor leaves behind', () => {
  it('comes back as data alone, wherever it was left', async () => {
    const { messageId, conversationId } = await service.ask(SCRIPT);
    await service.call('POST', '/v1/feedback', { body: { messageId, helpful: false, comment: SCRIPT } });
    await service.call('POST', '/v1/tickets', {
      body: { channel: 'chat', contact: SCRIPT, text: SCRIPT, conversationId },
      headers: { 'idempotency-key': SCRIPT },
    });
    const paths = ['admin/tickets', 'admin/feedback', 'admin/unanswered', `conversations/${conversationId}`];
    for (const path of paths) {
      const { headers, body } = await service.call('GET', `/v1/${path}`, { headers: ADMIN });
      expect(JSON.stringify(body)).toContain('<script>');
      expect(headers.get('content-type')).toMatch(/^application\/json/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('is not part of any reply to others, nor of what an error says', async () => {
    const problem = await post('/v1/messages', JSON.stringify({ text: 'hi', locale: SCRIPT }));
    expect(await problem.text()).not.toContain('<script>');
    const path = await service.app.request(`/v1/${encodeURIComponent(SCRIPT)}`);
    expect(await path.text()).not.toContain('<script>');
  });
});

describe('a sheet that was tampered with', () => {
  const row = (cells: Readonly<Record<string, string>>): Sheet[] => [
    { name: 'entries', rows: [{ number: 2, cells: { id: '', field: '', all: '', zh: '', en: '', nl: '', ...cells } }] },
  ];

  it.each([
    ['an id of another folder', { id: '../../package', field: 'question' }],
    ['an id of the language', { id: '__proto__', field: 'question' }],
    ['a field of the language', { id: 'price', field: 'constructor.prototype' }],
    ['a link that runs', { id: 'top-up', field: 'links.1.url', all: 'javascript:alert(1)' }],
    ['a link with data', { id: 'top-up', field: 'links.1.url', all: 'data:text/html,<script>1</script>' }],
  ])('is refused: %s', (_, cells) => {
    expect(() => importSheets(row(cells), exampleFiles())).toThrow();
    expect(untouched()).toEqual({ toString: undefined });
  });
});

describe.each(FORMATS)('a text that is a formula, in a %s file', (format) => {
  const hostile = [
    '=cmd|"/c calc"!A1',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    '\t=1',
    '\n=1',
    '＝1＋1',
    'harmless;=1+1',
    'harmless; "=1+1',
    'two\n=1+1',
    "';=1",
    "kept;'=1",
  ];
  const sheets: Sheet[] = [
    {
      name: 'phrasings',
      rows: hostile.map((text, at) => ({
        number: at + 2,
        cells: { id: 'price', language: 'en', voice: 'editor', text },
      })),
    },
  ];

  it('begins no cell, wherever a spreadsheet parts the line, and comes back as it was', async () => {
    const [path = ''] = await writeSheets(sheets, join(folder, `hostile-${format}`), format);
    const read = await readSheets(path);
    expect(read[0]?.rows.map(({ cells }) => cells.text)).toEqual(hostile);
    const written = format === 'csv' ? readFileSync(path, 'utf8').split(/[,;\t\r\n]/) : [];
    expect(written.filter((cell) => /^ *"*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  });
});

describe('content that was tampered with', () => {
  it('cannot reach the prototype of everything through YAML', () => {
    const files = exampleFiles().map(({ path, text }) => ({
      path,
      text: path === 'sources.yaml' ? `${text}\n__proto__:\n  polluted: 1\n` : text,
    }));
    try {
      parseContent(files);
    } catch {
      // Refusing it is as good.
    }
    expect(untouched()).toEqual({ toString: undefined });
  });
});
