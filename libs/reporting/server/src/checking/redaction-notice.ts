import { parseBoundedJson, Problem } from '@tallgrunn/platform';
import { type RedactionSummary, type PersonalColumn } from '@tallgrunn/checks';
import { withoutPersons } from '@tallgrunn/values';

/**
 * The redaction that the sender reports as done before upload. `whole` is null when nothing was removed: the file is
 * the original.
 */
export interface RedactionNotice extends RedactionSummary {
  readonly whole: { readonly sha256: string; readonly sizeBytes: number } | null;
  /**
   * Customers that the supplier marked as outside the cooperative, and those marked as inside it, by the hash of their
   * names.
   */
  readonly excluded?: readonly string[];
  readonly included?: readonly string[];
}

/** A removed column. The row is unknown when the file was redacted by other software than our page. */
type RedactedColumn = Omit<PersonalColumn, 'row'> & { readonly row?: number };

const COLUMNS_MAX = 500;
const EXCLUDED_MAX = 2_000;
const TEXT_MAX = 200;

/**
 * Parses the form field `cut`. Returns null when the file was not inspected before upload.
 * @throws Problem when it is malformed
 */
export function parseRedactionNotice(text: string | undefined): RedactionNotice | null {
  if (!text) return null;
  const notice = parse(text);
  const {
    rows,
    cells,
    columns,
    whole,
    unused = [],
    sheets = 0,
    leftOut = 0,
    excluded = [],
    included = [],
  } = notice ?? {};
  if (
    !isCount(sheets) ||
    !isCount(leftOut) ||
    !Array.isArray(unused) ||
    unused.length > COLUMNS_MAX ||
    !unused.every(isColumn)
  )
    throw new Problem(400, 'redaction-malformed', { field: 'cut' });
  if (!areHashes(excluded) || !areHashes(included))
    throw new Problem(400, 'redaction-malformed', { field: 'cut.excluded' });
  if (
    !isCount(rows) ||
    !isCount(cells) ||
    !Array.isArray(columns) ||
    columns.length > COLUMNS_MAX ||
    !columns.every(isColumn)
  )
    throw new Problem(400, 'redaction-malformed', { field: 'cut' });
  if (whole !== null && !isWhole(whole)) throw new Problem(400, 'redaction-malformed', { field: 'cut.whole' });
  if (whole === null && (rows > 0 || cells > 0 || leftOut > 0 || columns.length > 0))
    throw new Problem(400, 'redaction-malformed', { field: 'cut.whole' });
  return {
    rows,
    cells,
    columns: columns.map(({ sheet, column, heading, row }: RedactedColumn) => ({
      sheet: storableText(sheet),
      column,
      heading: storableText(heading),
      row: row ?? 0,
    })),
    unused: unused.map(({ sheet, column, heading }: RedactedColumn) => ({
      sheet: storableText(sheet),
      column,
      heading: storableText(heading),
    })),
    sheets,
    leftOut,
    whole,
    ...(excluded.length > 0 && { excluded }),
    ...(included.length > 0 && { included }),
  };
}

/** Shortens a reported text and redacts personal data in it, because it is stored. */
const storableText = (text: string): string => withoutPersons(text.slice(0, TEXT_MAX));

function parse(text: string): Record<string, unknown> | null {
  const json = parseBoundedJson(text);
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null;
}

const areHashes = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length <= EXCLUDED_MAX &&
  value.every((each) => typeof each === 'string' && /^[0-9a-f]{24}$/.test(each));

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 2_147_483_647;

function isColumn(value: unknown): value is RedactedColumn {
  const { sheet, column, heading, row } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof sheet === 'string' && typeof heading === 'string' && isCount(column) && (row === undefined || isCount(row))
  );
}

function isWhole(value: unknown): value is { sha256: string; sizeBytes: number } {
  const { sha256, sizeBytes } = (value ?? {}) as Record<string, unknown>;
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && isCount(sizeBytes);
}
