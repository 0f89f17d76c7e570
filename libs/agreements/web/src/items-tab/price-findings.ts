import type { ProblemIssue } from '@tallgrunn/api-client';
import type { FindingGroup, FindingLocation, FindingSeverity } from '@tallgrunn/design';
import type { FindingWords } from '../texts/findings-nb.ts';

/** A finding in a price form, from a rejection or a remark of the server. */
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
  return {
    code,
    row: typeof row === 'number' ? row : null,
    column: textOf(column),
    found: textOf(found),
    expected: textOf(expected),
  };
}

/** Labels of locations: a row of the file, and columns that the server names by field instead of heading. */
export interface LocationTexts {
  readonly row: (p: { row: string }) => string;
  readonly columns: Readonly<Record<string, string>>;
}

/** Groups findings by code and describes them; a code without a text is described as unreadable. */
export function groupPriceFindings(
  findings: readonly PriceFinding[],
  severity: FindingSeverity,
  t: FindingWords,
  place: LocationTexts,
): readonly FindingGroup[] {
  return [...Map.groupBy(findings, ({ code }) => code).entries()].map(([code, group]) => {
    const words = t[code as keyof FindingWords] ?? t.unknown;
    const places = group
      .map((finding) => locationOf(finding, place))
      .filter(({ row, column }) => row !== null || column !== null);
    return {
      key: `${severity}-${code}`,
      severity,
      sentence: words.says,
      count: group.length,
      amount: '',
      whatToDo: words.todo,
      places,
    };
  });
}

/** A repeated item refers to the row it repeats, which is a row number and not a value. */
function locationOf({ code, row, column, found, expected }: PriceFinding, words: LocationTexts): FindingLocation {
  return {
    sheet: null,
    row,
    column: words.columns[column ?? ''] ?? column,
    found,
    expected: code === 'item-repeated' && expected ? words.row({ row: expected }) : expected,
  };
}
