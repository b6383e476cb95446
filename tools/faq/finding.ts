/** What a check of the content found, and how it is told. */

/** An error stops publishing; a warning asks for a look. */
export type Severity = 'error' | 'warning';

export interface CheckFinding {
  readonly severity: Severity;
  /** Path from the project root. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly reason: string;
  /** What the editor can do about it. */
  readonly advice: string;
}

/** Returns the finding as one line that editors and terminals can jump to. */
export function findingLine({ severity, file, line, reason, advice }: CheckFinding): string {
  return `${file}:${line}: ${severity}: ${reason} → ${advice}`;
}

/** Returns the findings by file and line, errors first on the same line. */
export function sortFindings(findings: readonly CheckFinding[]): CheckFinding[] {
  return [...findings].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.severity.localeCompare(b.severity),
  );
}
