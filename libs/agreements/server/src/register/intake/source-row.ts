import type { Cell } from '@tallgrunn/tabular';
import type { RegisterField } from './register-fields.ts';

/** One row of a register, by field: an agreement and one supplier of it, or a lot and one supplier of that. */
export interface SourceRow {
  /** As in the file, 1-based. */
  readonly row: number;
  /** The cells of the row as they stand in the file, for a reader who looks for it there. */
  readonly text: string;
  readonly cells: Readonly<Partial<Record<RegisterField, Cell>>>;
}

/** What a cell says, without spaces at its ends and in runs; empty when it says nothing. */
export function textOf({ cells }: SourceRow, field: RegisterField): string {
  const cell = cells[field];
  return cell ? (cell.shown ?? cell.text).replace(/[\s\u00a0\u202f]+/g, ' ').trim() : '';
}

/** A name without case, runs of spaces and full stops: what is the same name written twice. */
export const sameName = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
