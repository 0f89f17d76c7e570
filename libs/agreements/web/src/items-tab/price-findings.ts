import type { ProblemIssue } from '@tallgrunn/api-client';
import type { FindingGroup, FindingPlace, Severity } from '@tallgrunn/design';
import type { FindingWords } from '../texts/findings-nb.ts';

/** One thing about a price form, as the server tells it: a refusal's issue or a remark. */
export interface PriceFinding {
  readonly code: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly found: string | null;
  readonly expected: string | null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export function findingOf({ code, params = {} }: ProblemIssue): PriceFinding {
  const { row, column, found, expected } = params;
  return { code, row: typeof row === 'number' ? row : null, column: textOf(column), found: textOf(found), expected: textOf(expected) };
}

/** Findings by cause, in words. A code without words is told as something that could not be read. */
export function groupPriceFindings(findings: readonly PriceFinding[], severity: Severity, t: FindingWords, rowOf: (row: string) => string): readonly FindingGroup[] {
  return [...Map.groupBy(findings, ({ code }) => code).entries()].map(([code, group]) => {
    const words = t[code as keyof FindingWords] ?? t.unknown;
    const places = group.map((finding) => placeOf(finding, code, rowOf)).filter((place) => place.row !== null || place.column !== null);
    return { key: `${severity}-${code}`, severity, sentence: words.says, count: group.length, amount: '', whatToDo: words.todo, places };
  });
}

/** A repeated item names the row it repeats, which is a row and not a value. */
function placeOf({ row, column, found, expected }: PriceFinding, code: string, rowOf: (row: string) => string): FindingPlace {
  return { sheet: null, row, column, found, expected: code === 'item-repeated' && expected ? rowOf(expected) : expected };
}
