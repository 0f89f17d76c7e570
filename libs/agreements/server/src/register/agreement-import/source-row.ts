import type { Cell } from '@tallgrunn/tabular';
import type { RegisterField } from './register-fields.ts';

/** One row of a register, by field: an agreement or lot, and one of its suppliers. */
export interface SourceRow {
  /** Row number in the file, 1-based. */
  readonly row: number;
  /** The cells of the row as in the file, so that a person can find it. */
  readonly text: string;
  readonly cells: Readonly<Partial<Record<RegisterField, Cell>>>;
}

/** Returns the text of a cell with spaces trimmed and collapsed; empty when it has none. */
export function textOf({ cells }: SourceRow, field: RegisterField): string {
  const cell = cells[field];
  return cell ? (cell.shown ?? cell.text).replace(/[\s\u00a0\u202f]+/g, ' ').trim() : '';
}

/** Normalises case, spaces and full stops of a name, for comparing spellings. */
export const sameName = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
