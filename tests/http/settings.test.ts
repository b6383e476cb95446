import { describe, expect, it } from 'vitest';
import { readSettings } from '../../functions/settings.ts';
import { readLocalSettings } from '../../tools/local-settings.ts';

const TABLES = { CATALOGUE_TABLE: 'catalogue', ACTIVITY_TABLE: 'activity' };

describe('a setting that is empty', () => {
  it('is as good as none, and switches no limit off', () => {
    expect(readSettings({ ...TABLES, RATE_LIMIT: '' }).requestsPerMinute).toBe(60);
    expect(readLocalSettings({ RATE_LIMIT: '', PORT: '' })).toMatchObject({ requestsPerMinute: 60, port: 3000 });
    expect(readLocalSettings({ RATE_LIMIT: '0' }).requestsPerMinute).toBe(0);
  });

  it('stops the start where one is needed, and is named', () => {
    expect(() => readSettings({ ...TABLES, CATALOGUE_TABLE: '' })).toThrow(/CATALOGUE_TABLE/);
  });
});

describe('the token of the local server', () => {
  it.each(['correct-horse-battery!', 'correct horse battery', 'p@ssword-of-sixteen'])(
    'is refused at the start where no request could bring it: %s',
    (token) => {
      expect(() => readLocalSettings({ ADMIN_TOKEN: token })).toThrow(/ADMIN_TOKEN/);
    },
  );

  it('may be any that a request can bring', () => {
    const adminToken = 'Correct.Horse~Battery+/Staple=';
    expect(readLocalSettings({ ADMIN_TOKEN: adminToken })).toMatchObject({ adminToken });
  });
});
