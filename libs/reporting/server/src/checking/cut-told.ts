import { parseBoundedJson, Problem } from '@tallgrunn/platform';
import { type CutFacts, type PersonalColumn } from '@tallgrunn/checks';
import { withoutPersons } from '@tallgrunn/values';

/** What whoever sends a file says was cut away on their own machine. `whole` is null when nothing was: the file is as it lay there. */
export interface CutTold extends CutFacts {
  readonly whole: { readonly sha256: string; readonly sizeBytes: number } | null;
}

/** Who cuts files without our page may not say in which row a column was found. */
type ColumnTold = Omit<PersonalColumn, 'row'> & { readonly row?: number };

const COLUMNS_MAX = 500;
const TEXT_MAX = 200;

/** Reads the form field `cut`; null when the file was not looked through before it was sent. */
export function readCutTold(text: string | undefined): CutTold | null {
  if (!text) return null;
  const told = parse(text);
  const { rows, cells, columns, whole } = told ?? {};
  if (!isCount(rows) || !isCount(cells) || !Array.isArray(columns) || columns.length > COLUMNS_MAX || !columns.every(isColumn)) throw new Problem(400, 'cut-malformed', { field: 'cut' });
  if (whole !== null && !isWhole(whole)) throw new Problem(400, 'cut-malformed', { field: 'cut.whole' });
  if (whole === null && (rows > 0 || cells > 0 || columns.length > 0)) throw new Problem(400, 'cut-malformed', { field: 'cut.whole' });
  return { rows, cells, columns: columns.map(({ sheet, column, heading, row }: ColumnTold) => ({ sheet: toldText(sheet), column, heading: toldText(heading), row: row ?? 0 })), whole };
}

/** What is told is kept: shortened, and without what it may say of a person. */
const toldText = (text: string): string => withoutPersons(text.slice(0, TEXT_MAX));

function parse(text: string): Record<string, unknown> | null {
  const json = parseBoundedJson(text);
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null;
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 2_147_483_647;

function isColumn(value: unknown): value is ColumnTold {
  const { sheet, column, heading, row } = (value ?? {}) as Record<string, unknown>;
  return typeof sheet === 'string' && typeof heading === 'string' && isCount(column) && (row === undefined || isCount(row));
}

function isWhole(value: unknown): value is { sha256: string; sizeBytes: number } {
  const { sha256, sizeBytes } = (value ?? {}) as Record<string, unknown>;
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && isCount(sizeBytes);
}
