import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { parseDate } from '../cells/parse-date.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { ColumnMatch } from '../facts.ts';
import type { Plan, PlanTable } from '../plan/plan.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import { isGroupHeading } from './group-rows.ts';
import { matchByName } from './match-columns.ts';

/** Last row where a heading may be. */
export const headingRowMax = 50;

export interface Heading {
  readonly table: PlanTable;
  /** rows of the heading, 1-based as in the file */
  readonly top: number;
  readonly bottom: number;
  /** index in the sample of the first row below it */
  readonly below: number;
  readonly headings: readonly string[];
  /** for a heading of two rows, the texts of the lower one */
  readonly own?: readonly string[];
  readonly matches: readonly ColumnMatch[];
}

const isText = (text: string): boolean =>
  text !== '' && parseNumber(text, null).value === null && parseDate(text, null).value === null;

/** Says whether a text names a customer of the agreement. */
export type IsCustomer = (text: string) => boolean;

/** Returns whether a row may be the second of two heading rows: it has only texts, and is not a customer's name. */
function mayBeSecondRow(row: Row | undefined, isCustomer: IsCustomer): boolean {
  const texts = row?.cells.map(cellText).filter((text) => text !== '') ?? [];
  return texts.length > 0 && texts.every(isText) && !(texts.length === 1 && isCustomer(texts[0]!));
}

/**
 * Returns the text of a cell or of the nearest filled cell to its left: a title in merged cells is in the first of
 * them.
 */
function titleAbove(row: Row, column: number): string {
  for (let at = column; at >= 0; at -= 1) {
    const text = cellText(row.cells[at]);
    if (text !== '') return text;
  }
  return '';
}

function combineRows(upper: Row, lower: Row): { choices: string[][]; headings: string[] } {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const choices = Array.from({ length: width }, (_, column) => {
    const below = cellText(lower.cells[column]);
    const above = below === '' ? cellText(upper.cells[column]) : titleAbove(upper, column);
    return [below, [above, below].filter((text) => text !== '').join(' ')].filter(
      (text, at) => text !== '' && (at === 0 || text !== below),
    );
  });
  return { choices, headings: choices.map((texts) => texts.at(-1) ?? '') };
}

function isBetter(candidate: Heading, best: Heading | null): boolean {
  if (!best) return true;
  // Two rows must name more columns than one of them alone: a title above the heading adds nothing.
  const weight = (each: Heading): number =>
    each.matches.length + each.matches.filter((match) => match.field.required).length - (each.bottom - each.top) / 2;
  return weight(candidate) > weight(best);
}

function headingCandidates(sample: readonly Row[], at: number, table: PlanTable, isCustomer: IsCustomer): Heading[] {
  const row = sample[at]!;
  const texts = row.cells.map(cellText);
  const single: Heading = {
    table,
    top: row.row,
    bottom: row.row,
    below: at + 1,
    headings: texts,
    matches: matchByName(
      texts.map((text) => [text]),
      table,
    ),
  };
  const next = sample[at + 1];
  // JSON lines have their field names once, in row 0.
  if (row.row === 0 || !next || !mayBeSecondRow(next, isCustomer) || !texts.some((text) => text !== ''))
    return [single];
  const { choices, headings } = combineRows(row, next);
  return [
    single,
    {
      table,
      top: row.row,
      bottom: next.row,
      below: at + 2,
      headings,
      own: next.cells.map(cellText),
      matches: matchByName(choices, table),
    },
  ];
}

/** Returns the tables a sheet may contain: those that name it, otherwise all. */
export function tablesFor(sheet: string, plan: Plan): readonly PlanTable[] {
  const claimed = plan.tables.filter((table) => table.sheets.has(normaliseHeading(sheet)));
  return claimed.length > 0 ? claimed : plan.tables;
}

/** Returns the row or two rows among the first fifty that name the most columns; null when none names two. */
export function findHeading(
  sample: readonly Row[],
  tables: readonly PlanTable[],
  isCustomer: IsCustomer,
): Heading | null {
  let best: Heading | null = null;
  for (let at = 0; at < sample.length && sample[at]!.row <= headingRowMax; at += 1) {
    for (const table of tables) {
      const enough = Math.min(2, table.fields.length);
      for (const candidate of headingCandidates(sample, at, table, isCustomer))
        if (candidate.matches.length >= enough && isBetter(candidate, best)) best = candidate;
    }
  }
  return best && extendBelow(best, sample, isCustomer);
}

/** Minimum number of headings that a second row repeats in another language. */
const TRANSLATED_MIN = 3;
/** Minimum number of texts in a row of unknown headings. */
const UNKNOWN_HEADINGS_MIN = 4;

/**
 * Returns the row of texts immediately above the first row of figures, for when no row names two columns. The values
 * must then prove the columns.
 */
export function findUnknownHeading(sample: readonly Row[], table: PlanTable): Heading | null {
  const isFigures = (row: Row): boolean =>
    row.cells.filter((cell) => cellText(cell) !== '' && !isText(cellText(cell))).length >= 2;
  const first = sample.findIndex(isFigures);
  for (let at = first - 1; at >= 0 && sample[first]!.row <= headingRowMax; at -= 1) {
    const row = sample[at]!;
    const texts = row.cells.map(cellText);
    const filled = texts.filter((text) => text !== '').length;
    // A customer may stand alone above its lines, and a rule between them and the headings.
    if (filled <= 1 || row.row === 0 || texts.every((text) => /^[-_=+*|\s]*$/.test(text))) continue;
    if (filled < UNKNOWN_HEADINGS_MIN || !texts.every((text) => text === '' || isText(text))) return null;
    return {
      table,
      top: row.row,
      bottom: row.row,
      below: at + 1,
      headings: texts,
      matches: matchByName(
        texts.map((text) => [text]),
        table,
      ),
    };
  }
  return null;
}

/** Returns whether a row names a group: "Kunde: Grue kommune", or one text in a text column, such as "Kongsvinger". */
function mayBeGroupName(row: Row, { matches }: Heading): boolean {
  const written = row.cells.flatMap((cell, column) => (cellText(cell) === '' ? [] : [column]));
  if (isGroupHeading(written.map((column) => cellText(row.cells[column])))) return true;
  return (
    written.length === 1 &&
    matches.some(
      ({ column, field }) => column === written[0] && field.field.type !== 'number' && field.field.type !== 'integer',
    )
  );
}

/** Returns whether a row has the same headings in another language: "Customer" below "Kunde". */
function translates(row: Row, { matches, table }: Heading): boolean {
  const own = matchByName(
    row.cells.map((cell) => [cellText(cell)]),
    table,
  );
  const same = own.filter(({ field, column }) =>
    matches.some((match) => match.field === field && match.column === column),
  );
  return same.length >= Math.max(TRANSLATED_MIN, matches.length / 2);
}

/** Extends a heading by a second row of texts below it ("Q1 | Q2" under "Antall"). */
function extendBelow(heading: Heading, sample: readonly Row[], isCustomer: IsCustomer): Heading {
  if (heading.top !== heading.bottom || heading.top === 0) return heading;
  const [row, next, after] = [sample[heading.below - 1]!, sample[heading.below], sample[heading.below + 1]];
  if (!next || !after || !mayBeSecondRow(next, isCustomer) || mayBeGroupName(next, heading)) return heading;
  if (translates(next, heading)) return { ...heading, bottom: next.row, below: heading.below + 1 };
  const key = heading.matches.filter((match) => match.field.required).map((match) => match.column);
  const empty = key.filter((column) => cellText(next.cells[column]) === '').length;
  if (key.length === 0 || empty < Math.ceil(key.length * 0.6)) return heading;
  const { headings } = combineRows(row, next);
  return { ...heading, bottom: next.row, below: heading.below + 1, headings };
}
