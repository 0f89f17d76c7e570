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
  return {
    code,
    row: typeof row === 'number' ? row : null,
    column: textOf(column),
    found: textOf(found),
    expected: textOf(expected),
  };
}

/** What places are called: a row of the file, and a column that the server names by its field and not by its heading. */
export interface PlaceWords {
  readonly row: (p: { row: string }) => string;
  readonly columns: Readonly<Record<string, string>>;
}

/** Findings by cause, in words. A code without words is told as something that could not be read. */
export function groupPriceFindings(
  findings: readonly PriceFinding[],
  severity: Severity,
  t: FindingWords,
  place: PlaceWords,
): readonly FindingGroup[] {
  return [...Map.groupBy(findings, ({ code }) => code).entries()].map(([code, group]) => {
    const words = t[code as keyof FindingWords] ?? t.unknown;
    const places = group
      .map((finding) => placeOf(finding, place))
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

/** A repeated item names the row it repeats, which is a row and not a value. */
function placeOf({ code, row, column, found, expected }: PriceFinding, words: PlaceWords): FindingPlace {
  return {
    sheet: null,
    row,
    column: words.columns[column ?? ''] ?? column,
    found,
    expected: code === 'item-repeated' && expected ? words.row({ row: expected }) : expected,
  };
}
