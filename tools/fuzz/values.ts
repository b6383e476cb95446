/** Values that fit a JSON schema, and values that do not: what a request is filled with. */
import fc from 'fast-check';

/** A JSON schema as far as requests use it. */
export interface ValueSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly example?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly required?: readonly string[];
}

/** Longer than anything that is taken, to see it refused. */
const LONG = 700;
const LONGEST = 40_000;
const DEEPEST = 8_000;

/** What people type, and what people type who mean harm. */
const TELLING = [
  'how do I install the esim on my iphone',
  '怎么申请退款',
  'waar vind ik mijn pukcode',
  'and on Android?',
  '2',
  '帮我转人工客服',
  'none of these',
  '',
  ' \u3000\t\r\n',
  '\u0000',
  '\uD800',
  'a\uDC00b',
  '\u202Eevil\u2066',
  '👩‍👩‍👧‍👦'.repeat(40),
  'e\u0301\u0302\u0303'.repeat(100),
  '<script>alert(1)</script>',
  "'; DROP TABLE turns; --",
  '{{7*7}}',
  '=cmd|calc!A1',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'CONVERSATION#x',
  'nl-BE',
  'zh-Hant-TW',
  'i-klingon',
  '2026-11-25',
  '2026-02-30',
  '+31612345678',
  'visitor@example.org',
] as const;

/** Strings of all planes of Unicode, surrogates that stand alone included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TELLING) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: utf16Units(60) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: LONG }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('a', '网', '😀', '0', ' ', '\u0301'), fc.nat(LONGEST)).map(repeated),
  },
);

/** Any JSON text: every type, `__proto__` among the keys, deep, or large. */
export const anyJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.json({ maxDepth: 5, stringUnit: 'binary' }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: DEEPEST }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: DEEPEST }).map((depth) => `${'{"text":'.repeat(depth)}1${'}'.repeat(depth)}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('{"__proto__":{"text":"x"}}', '{"text":"a","text":{}}', '1e999', '-0', 'null', '"'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** Values that mostly fit the schema; one in some has a field too few, too many, or of another type. */
export function someValue(
  schema: ValueSchema,
  schemas: ReadonlyMap<string, unknown>,
  known: fc.Arbitrary<string>,
): fc.Arbitrary<unknown> {
  const target = schema.$ref === undefined ? schema : ((schemas.get(schema.$ref) ?? {}) as ValueSchema);
  return fc.oneof(
    { weight: 20, arbitrary: fitting(target, schemas, known) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }) },
  );
}

function fitting(
  schema: ValueSchema,
  schemas: ReadonlyMap<string, unknown>,
  known: fc.Arbitrary<string>,
): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, schemas, known);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 100 }) },
        { weight: 1, arbitrary: fc.double() },
      );
    default:
      if (schema.format === 'date') return fc.oneof({ weight: 6, arbitrary: dates }, { weight: 1, arbitrary: anyText });
      return fc.oneof(
        { weight: schema.example === undefined ? 0 : 12, arbitrary: fc.constant(schema.example ?? '') },
        { weight: 4, arbitrary: known },
        { weight: 2, arbitrary: anyText },
      );
  }
}

/** Days around the one on which the clock of the tests stands, and days at the ends of time. */
const dates = fc.oneof(
  fc
    .integer({ min: -9, max: 9 })
    .map((days) => new Date(Date.UTC(2026, 10, 25) + days * 86_400_000).toISOString().slice(0, 10)),
  fc.constantFrom('0000-01-01', '9999-12-31', '2024-02-29'),
);

function objectOf(
  { properties = {}, required = [] }: ValueSchema,
  schemas: ReadonlyMap<string, unknown>,
  known: fc.Arbitrary<string>,
) {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, someValue(schema, schemas, known)]),
  );
  return fc
    .tuple(
      fc.record(fields, { requiredKeys: [...required] }),
      fc.integer({ min: 0, max: 9 }),
      fc.jsonValue({ maxDepth: 1 }),
    )
    .map(([value, chance, extra]) => (chance === 0 ? { ...value, extra } : value));
}

function utf16Units(maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength }).map((units) => String.fromCharCode(...units));
}

function repeated([character, times]: readonly [string, number]): string {
  return character.repeat(times);
}
