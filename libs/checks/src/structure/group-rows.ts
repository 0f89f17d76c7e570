import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { ColumnMatch, GroupRows } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { isTotalLabel, totalEnding } from '../reading/total-rows.ts';
import { namesBuyer } from './column-evidence.ts';

const labelWords =
  '(?:kunde|kund|customer|debitor|kjøper|kjøpar|køber|köpare|buyer|mottaker|mottakar|kommune|oppdragsgiver|oppdragsgjevar|fakturakunde|fakturamottaker|betaler|client|account|auftraggeber|sold[- ]to)(?:s?[ -]?(?:navn|namn|name|nr|no|nummer|number))?';
/** Words that introduce the customer in a row above its lines: "Kunde 10234 Grue kommune". */
const label = new RegExp(`^\\s*${labelWords}[\\s.:=#–-]+`, 'iu');
/** The same words and others further on in the row: "Kundenr: 10234  Kundenavn: Grue kommune". */
const laterLabel = new RegExp(`(?<![\\p{L}\\d])(?:${labelWords}|navn|namn|name)\\s*\\.?\\s*[:=]\\s*`, 'giu');
/** Returns whether a text names the customer of the rows below: "Kunde: Grue kommune", "10234 Grue kommune". */
export const isGroupName = (text: string): boolean =>
  (label.test(text) && text.replace(label, '').trim() !== '') || /^\d{3,}\s+\p{L}/u.test(text.trim());

/** Maximum number of filled cells: label, number, name and place. */
const CELLS_MAX = 4;

interface GroupText {
  readonly column: number;
  readonly text: string;
  readonly labelled: boolean;
}

/** Returns the text of a row that may name the customer of the rows below; null for a line, a total and a blank row. */
function groupTextOf(row: Row, measures: readonly number[]): GroupText | null {
  const filled = row.cells.flatMap((cell, column) => (cellText(cell).trim() === '' ? [] : [column]));
  const first = filled[0];
  if (first === undefined || filled.length > CELLS_MAX) return null;
  const isMeasure = (column: number): boolean => column !== first && measures.includes(column);
  if (filled.some((column) => isMeasure(column) && parseNumber(cellText(row.cells[column]), null).value !== null))
    return null;
  const joined = filled.map((column) => cellText(row.cells[column]).trim()).join(' ');
  if (isTotalLabel(joined) || totalEnding.test(joined)) return null;
  const labelled = label.test(`${joined} `) || (filled.length > 1 && label.test(`${cellText(row.cells[first])} `));
  if (!labelled && filled.length > 1) return null;
  const text = labelled ? `${joined} `.replace(label, '').replace(laterLabel, ' ').replace(/\s+/g, ' ').trim() : joined;
  return /\p{L}/u.test(text) || labelled ? { column: first, text, labelled } : null;
}

const measuresOf = (matches: readonly ColumnMatch[]): number[] =>
  matches.flatMap(({ field: { role }, column }) =>
    role === 'quantity' || role === 'amount' || role === 'unitPrice' ? [column] : [],
  );

/**
 * Finds rows that name the customer above its lines, in a sheet without a customer column. The first must come before
 * the first line and name one of ours, or come before one that does.
 */
export function findGroupRows(rows: readonly Row[], matches: readonly ColumnMatch[], plan: Plan): GroupRows | null {
  const measures = measuresOf(matches);
  if (measures.length === 0 || !plan.buyers.closed) return null;
  let lines = 0;
  const groups: GroupText[] = [];
  for (const row of rows) {
    const group = groupTextOf(row, measures);
    if (group && (lines === 0 || group.column === groups[0]?.column)) groups.push(group);
    else if (measures.some((column) => parseNumber(cellText(row.cells[column]), null).value !== null)) lines += 1;
    if (lines > 0 && groups.length === 0) return null;
  }
  const ours = groups.filter(({ text }) => namesBuyer(text, plan));
  const first = ours[0];
  if (lines === 0 || !first) return null;
  const alike = groups.filter(({ column, labelled }) => column === first.column && labelled === first.labelled);
  // Without a label, most of the texts must name one of ours.
  return first.labelled || ours.length > alike.length / 2 ? { column: first.column, labelled: first.labelled } : null;
}

/** Follows the customers named above lines, by row, so that a sheet may be read more than once and in parts. */
export class GroupedBuyers {
  private readonly measures: readonly number[];
  private readonly groups: { readonly row: number; readonly text: string }[] = [];
  private readonly facts: GroupRows | null;

  constructor(facts: { readonly groupRows: GroupRows | null; readonly matches: readonly ColumnMatch[] }) {
    this.facts = facts.groupRows;
    this.measures = this.facts ? measuresOf(facts.matches) : [];
  }

  /** Returns the customer that a row names for the rows below; null when it names none. */
  nameIn(row: Row): string | null {
    if (!this.facts) return null;
    const group = groupTextOf(row, this.measures);
    return group && group.column === this.facts.column && group.labelled === this.facts.labelled ? group.text : null;
  }

  /** Records a row that names a customer. Rows may come again. */
  recordRow(row: Row): void {
    const text = this.nameIn(row);
    if (text === null) return;
    const last = this.groups.at(-1);
    if (!last || last.row < row.row) this.groups.push({ row: row.row, text });
  }

  /** Returns the customer of a row; '' when none is named above it. */
  buyerOf({ row }: Row): string {
    let [low, high] = [0, this.groups.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.groups[middle]!.row <= row) low = middle + 1;
      else high = middle;
    }
    return this.groups[low - 1]?.text ?? '';
  }
}
