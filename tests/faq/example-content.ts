/** A small, sound content folder, to be broken in one place at a time. */
import type { ContentFile } from '../../functions/catalogue/parse.ts';
import { signedText } from '../../tools/faq/sign-entry.ts';

const TOP_UP = `# kept: a comment of the editor
question:
  zh: 怎么给预付费号码充值？
  en: How do I top up my prepaid number?
  nl: Hoe zet ik beltegoed op mijn prepaidnummer?
answer:
  zh: >-
    拨 \`*101#\` 或打开 **设置 › 蜂窝网络 › eSIM**，最少充 €10，2026 年 3 月起 24 小时内到账。
  en: >-
    Dial \`*101#\` or open **Settings › Cellular › eSIM**; you pay at least €10, and since March 2026 it arrives within 24 hours.
  nl: >-
    Toets \`*101#\` of open **Instellingen › Mobiel netwerk › eSIM**; je betaalt minstens € 10 en sinds maart 2026 staat het er binnen 24 uur op.
steps:
  zh:
    - 打开 KPN 的 app，选一个金额。
    - 付款，等短信。
  en:
    - Open the KPN app and choose an amount.
    - Pay, then wait for the text message.
  nl:
    - Open de app van KPN en kies een bedrag.
    - Betaal en wacht op de sms.
operators:
  kpn:
    zh: 号码是 0800-0402。
    en: The number is 0800-0402.
    nl: Het nummer is 0800-0402.
related: [price]
links:
  - { url: "https://www.kpn.com", title: { zh: KPN 官网, en: KPN website, nl: Website van KPN } }
sources: [S1]
topic: { money: true, legal: false }
reviewed: 2026-10-01
`;

const PRICE = `question:
  zh: eSIM 多少钱？
  en: What does an eSIM cost?
  nl: Wat kost een eSIM?
answer:
  zh: 价格看运营商的网站，激活费也写在那里，下单之前先比较一下不同的套餐。
  en: The operator's website shows the price and the activation fee; compare a few plans before you order.
  nl: Op de website van de provider staan de prijs en de aansluitkosten; vergelijk een paar bundels voordat je bestelt.
related: []
sources: []
topic: { money: false, legal: false }
reviewed: 2026-10-01
`;

/** Ways of asking that differ from each other and from those of other subjects. */
function phrasings(subject: string): string {
  const list = (texts: readonly string[]) => texts.map((text) => `    - ${text}`).join('\n');
  const numbered = (text: string) => Array.from({ length: 40 }, (_, at) => `${text} ${at}${subject}${at * 7}`);
  return `zh:\n  editor:\n${list(numbered('问题'))}\nen:\n  editor:\n${list(numbered('question'))}\nnl:\n  editor:\n${list(numbered('vraag'))}\n`;
}

const SUPPORT = `timeZone: Europe/Amsterdam
holidays: { country: NL, types: [public] }
example: true
answerWithinHours: 8
channels:
  - id: phone
    kind: phone
    name: { zh: 电话客服, en: Phone, nl: Telefoon }
    contact: +31 6 12345678
    languages: [nl, en]
    hours: [{ days: [mon], from: "09:00", to: "18:00" }]
    closedOnHolidays: true
`;

const FILES: readonly ContentFile[] = [
  { path: 'account/top-up.yaml', text: signedText(TOP_UP) },
  { path: 'account/top-up.phrasings.yaml', text: phrasings('beltegoed') },
  { path: 'choosing/price.yaml', text: signedText(PRICE) },
  { path: 'choosing/price.phrasings.yaml', text: phrasings('prijs') },
  { path: 'sources.yaml', text: 'S1: kpn.com, 2026-09-30\n' },
  { path: 'support.yaml', text: SUPPORT },
  {
    path: 'operators.yaml',
    text: 'kpn: { name: KPN, names: { zh: [荷兰电信], en: [MyKPN], nl: [MijnKPN] }, sources: [S1] }\nben: { name: Ben, names: { zh: [], en: [], nl: [] }, sources: [] }\n',
  },
  { path: 'devices.yaml', text: 'iphone: { name: iPhone, names: { zh: [], en: [], nl: [] } }\n' },
];

/** In the file: what stands there, and what it becomes. */
export type Edit = readonly [file: string, from: string, to: string];

/** Returns the files with the edits made. Throws when a text is not there: a test that breaks nothing proves nothing. */
export function exampleFiles(...edits: readonly Edit[]): readonly ContentFile[] {
  return edits.reduce<readonly ContentFile[]>((files, [path, from, to]) => {
    if (!files.some((file) => file.path === path && file.text.includes(from)))
      throw new Error(`${path} does not contain ${from}`);
    return files.map((file) => (file.path === path ? { path, text: file.text.replace(from, () => to) } : file));
  }, FILES);
}

/** Returns the files with the edits made and their entries signed again, as after a review. */
export function reviewedFiles(...edits: readonly Edit[]): readonly ContentFile[] {
  return exampleFiles(...edits).map(({ path, text }) =>
    /^(?!intents).*\/(?!.*phrasings)/.test(path) ? { path, text: signedText(text) } : { path, text },
  );
}
