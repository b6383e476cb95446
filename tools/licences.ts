/** `npm run licences`: the licence of every package that runs, as npm's bill of materials tells it. */
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { PROJECT_ROOT } from './read-content.ts';

/** Licences that ask for no more than a notice. */
const ALLOWED = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
];

const licence = z.object({
  license: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
  expression: z.string().optional(),
});
const bill = z.object({
  components: z.array(z.object({ name: z.string(), version: z.string(), licenses: z.array(licence).default([]) })),
});

export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
  readonly isAllowed: boolean;
}

/** Returns whether a licence (SPDX) is none of those that ask for no more than a notice. */
export function isRefused(expression: string | undefined): boolean {
  if (expression === undefined) return true;
  const isAllowed = (id: string) => ALLOWED.includes(id.trim());
  return !expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every(isAllowed));
}

/** Returns the licences of what is installed without development's tools. */
export function licencesOf(folder: string): readonly PackageLicence[] {
  const written = execFileSync('npm', ['run', '-s', 'sbom'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return bill.parse(JSON.parse(written)).components.map(({ name, version, licenses: [first] }) => {
    const id = first?.expression ?? first?.license?.id ?? first?.license?.name;
    return { name, version, licence: id, isAllowed: !isRefused(id) };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const licences = licencesOf(PROJECT_ROOT);
  console.table(licences);
  process.exitCode = licences.every(({ isAllowed }) => isAllowed) ? 0 : 1;
}
