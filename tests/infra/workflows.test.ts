/** The workflows of GitHub Actions: read by a linter, and kept from holding a key. */
import { readdirSync, readFileSync } from 'node:fs';
import { validateWorkflow } from '@action-validator/core';
import { describe, expect, it } from 'vitest';

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));

describe.each(workflows)('$name', ({ text }) => {
  it('has nothing that the linter objects to', () => {
    expect(validateWorkflow(text).errors).toEqual([]);
  });

  it('stores no key of AWS', () => {
    expect(text).not.toMatch(/secrets\.|AKIA|aws-secret-access-key/);
  });

  it('names the most that its token may do', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
  });
});

describe('the linter', () => {
  it('objects to a field that GitHub does not know', () => {
    expect(
      validateWorkflow('on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    stepss: []\n').errors.length,
    ).toBeGreaterThan(0);
  });
});
