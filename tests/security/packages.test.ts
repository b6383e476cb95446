import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { isRefused, licencesOf } from '../../tools/licences.ts';
import { PROJECT_ROOT } from '../../tools/read-content.ts';

const read = (path: string) => readFileSync(join(PROJECT_ROOT, path), 'utf8');
const lock = z
  .object({
    lockfileVersion: z.number(),
    packages: z.record(
      z.string(),
      z.object({ resolved: z.string().optional(), integrity: z.string().optional(), link: z.boolean().optional() }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));
const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

describe('the lock file', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('pins each package by its content, from the npm registry alone', () => {
    expect(packages.length).toBeGreaterThan(100);
    for (const [path, { resolved, integrity }] of packages) {
      // What lies inside another package's archive is pinned with it.
      if (resolved === undefined) continue;
      expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  it('is installed without running what packages bring', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  });

  it('belongs to package.json', () => {
    const { packages: locked } = z
      .object({ packages: z.object({ '': z.object({ dependencies: z.record(z.string(), z.string()) }) }) })
      .parse(JSON.parse(read('package-lock.json')));
    expect(locked[''].dependencies).toEqual(dependencies);
  });
});

describe('the bill of materials', () => {
  const bom = z
    .object({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(
        z.object({
          name: z.string(),
          version: z.string(),
          group: z.string().optional(),
        }),
      ),
    })
    .parse(
      JSON.parse(
        execFileSync('npm', ['run', '-s', 'sbom'], {
          cwd: PROJECT_ROOT,
          encoding: 'utf8',
          maxBuffer: 64 * 1024 * 1024,
        }),
      ),
    );

  it('names every package that runs', () => {
    const names = bom.components.map(({ group, name }) => (group ? `${group}/${name}` : name));
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  });
});

describe('the licences of what runs', () => {
  it('let us use it: each is on the list', () => {
    const licences = licencesOf(PROJECT_ROOT);
    expect(licences.length).toBeGreaterThan(Object.keys(dependencies).length);
    expect(licences.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
  });

  it('would be noticed if one did not', () => {
    expect(isRefused('GPL-3.0-only')).toBe(true);
    expect(isRefused('(MIT OR GPL-3.0-only)')).toBe(false);
    expect(isRefused('(MIT AND GPL-3.0-only)')).toBe(true);
    expect(isRefused(undefined)).toBe(true);
  });
});

describe('the design document', () => {
  it.each(Object.keys(dependencies))('gives the reason for %s', (name) => {
    const row = read('docs/design.md')
      .split('\n')
      .find((line) => line.startsWith('|') && line.includes(`\`${name}\``));
    const [, , reason = ''] = row?.split('|').map((cell) => cell.trim()) ?? [];
    expect(reason.length).toBeGreaterThan(10);
  });

  it('names none that is not there any more', () => {
    const section = read('docs/design.md').split('## Runtime dependencies')[1]?.split('\n## ')[0] ?? '';
    const named = [...section.matchAll(/^\|[^|]*\|/gm)].flatMap(([cell]) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, it]) => it),
    );
    expect(named.toSorted()).toEqual(Object.keys(dependencies).toSorted());
  });
});
