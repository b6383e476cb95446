/**
 * What the same questions cost on QnABot on AWS as its template comes (version 7.4.0): its defaults as read in its
 * source, at prices of us-east-1, which are below those of Europe.
 */
export interface PeerLine {
  readonly line: string;
  readonly calculation: string;
  readonly idle: number;
  readonly perQuestion: number;
}

const HOURS = 730;
const SHARE_NOT_ENGLISH = 2 / 3;

export const QNABOT_LINES: readonly PeerLine[] = [
  {
    line: 'OpenSearch, 4 × m6g.large.search',
    calculation: '4 × $0.128 × 730 h',
    idle: 4 * 0.128 * HOURS,
    perQuestion: 0,
  },
  { line: 'Its disks, 4 × 10 GB', calculation: '40 GB × $0.122', idle: 40 * 0.122, perQuestion: 0 },
  { line: 'Lex, text', calculation: '$0.00075', idle: 0, perQuestion: 0.00075 },
  { line: 'Comprehend, sentiment', calculation: '3 units × $0.0001', idle: 0, perQuestion: 3 * 0.0001 },
  { line: 'Comprehend, syntax', calculation: '3 units × $0.00005', idle: 0, perQuestion: 3 * 0.00005 },
  {
    line: 'Lambda, 1,408 MB for an assumed 0.8 s',
    calculation: '1.375 GB × 0.8 s × $0.0000166667 + $0.0000002',
    idle: 0,
    perQuestion: 1.375 * 0.8 * 0.0000166667 + 0.0000002,
  },
  { line: 'DynamoDB, Firehose, logs', calculation: '$0.60 per 100,000', idle: 0, perQuestion: 0.000006 },
  {
    line: 'Comprehend, language (three languages)',
    calculation: '3 units × $0.0001',
    idle: 0,
    perQuestion: 3 * 0.0001,
  },
  {
    line: 'Translate (two of three questions)',
    calculation: '⅔ × (2 × 25 + 400 characters) × $15 a million',
    idle: 0,
    perQuestion: SHARE_NOT_ENGLISH * (2 * 25 + 400) * 0.000015,
  },
];
/** What AWS itself says the default implementation costs a month (implementation guide, us-east-1). */
export const QNABOT_OFFICIAL_MONTH = 1547.33;
