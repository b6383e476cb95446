/** Finds what its own form or the words around it give away: activation codes, e-mail, PIN, PUK, order numbers. */
import type { PrivateKind, Span } from './redact.ts';

/** Between a name and its value: "is", ":", "nummer", "是" and the like. */
const LINK = String.raw`(?:[\s:=#"'“”(]|\b(?:is|was|nr|no|number|nummer|code|van|mijn|my|the)\b\.?|号码|號碼|编号|編號|是|为|為|号|號|码|碼)`;
/** A code: letters and digits with at least one digit, possibly in groups. */
const CODE = String.raw`(?=[A-Z\-_]*\d)[A-Z0-9][A-Z0-9\-_]{3,39}`;

interface Pattern {
  readonly kind: PrivateKind;
  /** Its group `value` is what is taken. */
  readonly pattern: RegExp;
}

const named = (names: string, value: string) => new RegExp(`(?:${names})${LINK}{0,6}(?<value>${value})`, 'dgi');

const PATTERNS: readonly Pattern[] = [
  // GSMA SGP.22: LPA:1$<SM-DP+ address>$<matching id>[$<oid>[$1]]; the "LPA:" is often left out.
  {
    kind: 'activation code',
    pattern: /(?<value>(?:LPA:\s?)?\b1\$[A-Z0-9.-]+\$[A-Z0-9-]*(?:\$[0-9.]*)?(?:\$1)?)/dgi,
  },
  {
    kind: 'activation code',
    pattern: named(
      String.raw`activation code|activatie\s?code|confirmation code|bevestigings\s?code|matching id|激活码|激活碼|啟用碼|确认码|確認碼`,
      CODE,
    ),
  },
  // RFC 5322 has more, but no mail provider gives it out. RFC 5321 allows 64 octets before the @, which also bounds the search. Chinese may stand right before it, so letters are Latin ones.
  {
    kind: 'email',
    pattern:
      /(?<value>[\p{Script=Latin}\d._%+'-]{1,64}@[\p{Script=Latin}\d-]+(?:\.[\p{Script=Latin}\d-]+)*\.[A-Z]{2,24})/dgiu,
  },
  {
    kind: 'email',
    pattern:
      /(?<value>[A-Z0-9._%+-]{1,64}\s?(?:\(at\)|\[at\]|\s(?:at|apenstaartje)\s)\s?[A-Z0-9-]+(?:\.|\s?(?:\(dot\)|\[dot\]|\s(?:dot|punt)\s)\s?)[A-Z]{2,10})\b/dgi,
  },
  {
    kind: 'puk',
    pattern: named(String.raw`\bpuk\s?(?:[12](?!\d))?(?:\s?-?code)?|解锁码|解鎖碼`, String.raw`\d(?:[ -]?\d){5,9}\b`),
  },
  {
    kind: 'pin',
    pattern: named(
      String.raw`\b(?:sim-?\s?)?pin\s?[12]?(?:\s?-?code)?\b|pincode|密码|密碼|验证码|驗證碼|verification code|verificatiecode`,
      String.raw`\d{4,8}(?!\d)`,
    ),
  },
  {
    kind: 'order number',
    pattern: named(
      String.raw`\border(?:\s?(?:number|nummer|nr|no|id))?\b|\bbestel(?:ling|nummer|nr)\b|\b(?:klant|factuur|contract|dossier)(?:nummer|nr)\b|\b(?:customer|invoice|contract|account|case|booking|reference) (?:number|no|nr|id)\b|订单|訂單|单号|單號|客户编号|客戶編號|合同号|合約編號`,
      CODE,
    ),
  },
];

/** A year or a size after such a word is none of its values: "order in 2025", "order 20GB". */
const HARMLESS = /^(?:(?:19|20)\d\d|\d{1,4}\s?(?:gb|mb|euro?|dagen|days?|min|g))$/i;

/** Every value has a digit, but for an address, which has an @ or spells it. */
const HINT = /\d|@|at|apenstaartje/i;

/** Returns the parts that such words or forms give away. */
export function wordedSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  if (!HINT.test(text)) return spans;
  for (const { kind, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const place = match.indices?.groups?.value;
      const value = match.groups?.value;
      if (!place || value === undefined || (kind === 'order number' && HARMLESS.test(value))) continue;
      const [from, to] = place;
      if (spans.every((span) => to <= span.from || from >= span.to)) spans.push({ from, to, kind });
    }
  }
  return spans;
}
