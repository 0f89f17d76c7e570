import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import type { ColumnMatch, CrossMeasure, CrossTable } from '../facts.ts';
import type { Plan, PlanTable } from '../plan/plan.ts';
import { normaliseHeading, headingForms } from '../plan/normalise-heading.ts';
import { totalLabel } from '../reading/total-rows.ts';
import type { Heading } from './find-heading.ts';

export interface CrossTableMatch {
  readonly cross: CrossTable;
  /** the heading, including the row of customers above it, if any */
  readonly heading: Heading;
}

export const buyerRoles = ['buyer', 'buyerOrgNumber', 'buyerName'] as const;

/** In display order. */
const measures: readonly CrossMeasure[] = ['quantity', 'unitPrice', 'amount'];
/** Short texts that name a measure only next to a customer's name. */
const shortMeasures: ReadonlyMap<string, CrossMeasure> = new Map([
  ['kr', 'amount'],
  ['nok', 'amount'],
  ['kroner', 'amount'],
  ['stk', 'quantity'],
]);
const measureWordsMax = 4;

export function hasBuyerColumn(matches: readonly ColumnMatch[]): boolean {
  return matches.some((match) => buyerRoles.some((role) => role === match.field.role));
}

/** The measure and customer of a column. */
interface MeasureColumn {
  readonly column: number;
  readonly name: string;
  readonly measure: CrossMeasure;
}

function measureOf(text: string, table: PlanTable): CrossMeasure | null {
  for (const form of headingForms(text)) {
    for (const { field } of table.words.get(form) ?? []) {
      const role = measures.find((each) => each === table.fields[field]!.role);
      if (role) return role;
    }
  }
  const short = shortMeasures.get(normaliseHeading(text));
  return short !== undefined && table.role[short] !== undefined ? short : null;
}

/** Splits a heading into name and measure: "Kongsvinger - beløp (kr)", "Antall Kongsvinger". */
function splitHeading(text: string, table: PlanTable): Omit<MeasureColumn, 'column'> | null {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const nameOf = (rest: readonly string[]): string => rest.join(' ').replace(/^[\s\-–:/(),.]+|[\s\-–:/(,]+$/g, '');
  for (let count = Math.min(measureWordsMax, words.length - 1); count > 0; count -= 1) {
    const [behind, before] = [
      measureOf(words.slice(-count).join(' '), table),
      measureOf(words.slice(0, count).join(' '), table),
    ];
    const name = behind ? nameOf(words.slice(0, -count)) : before ? nameOf(words.slice(count)) : '';
    const measure = behind ?? before;
    if (measure && name !== '') return { name, measure };
  }
  return null;
}

function labelsInOneRow(headings: readonly string[], table: PlanTable): MeasureColumn[] {
  return headings.flatMap((text, column) => {
    const label = splitHeading(text, table);
    return label ? [{ column, ...label }] : [];
  });
}

/** Returns the texts of a row, with each cell repeated into the empty ones to its right. */
function fillRight(row: Row, width: number): string[] {
  let last = '';
  return Array.from({ length: width }, (_, column) => (last = cellText(row.cells[column]) || last));
}

function labelsInTwoRows(upper: Row, lower: Row, table: PlanTable): MeasureColumn[][] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const above = fillRight(upper, width);
  // A text above a column without a measure is the title of a group or of the whole table.
  const titles = new Set(
    upper.cells.flatMap((cell, column) =>
      measureOf(cellText(lower.cells[column]), table) === null ? [cellText(cell)] : [],
    ),
  );
  const label = (name: string, text: string, column: number): MeasureColumn[] => {
    const measure = name === '' || text === '' ? null : measureOf(text, table);
    return measure ? [{ column, name, measure }] : [];
  };
  const below = above.map((_, column) => cellText(lower.cells[column]));
  return [
    above.flatMap((text, column) => (titles.has(text) ? [] : label(text, below[column]!, column))),
    below.flatMap((text, column) => label(text, above[column]!, column)),
  ];
}

/**
 * Returns whether names include our buyers. A single one suffices if it matches exactly, since redaction may have left
 * only that one.
 */
function namesOurs(names: readonly string[], plan: Plan): boolean {
  const how = names.map((name) => (name.split(' ').at(-1)!.length > 2 ? (plan.buyers.find(name)?.how ?? null) : null));
  return names.length > 1
    ? how.some((each) => each !== null && each !== 'site')
    : how[0] === 'exact' || how[0] === 'homonym';
}

/**
 * Builds the cross table: the first column per customer and measure is the customer's; further ones are sums. Null
 * unless one of our buyers is named.
 */
function buildCrossTable(labelled: readonly MeasureColumn[], table: PlanTable, plan: Plan): CrossTable | null {
  const isSum = ({ name }: MeasureColumn): boolean => totalLabel.test(name) || measureOf(name, table) !== null;
  const byName = Map.groupBy(
    labelled.filter((each) => !isSum(each)),
    ({ name }) => normaliseHeading(name),
  );
  const buyers = [...byName.values()].map((all) => ({
    heading: all[0]!.name,
    cells: measures.flatMap((measure) => all.find((each) => each.measure === measure) ?? []),
  }));
  const used = measures.filter((measure) => buyers.some(({ cells }) => cells.some((each) => each.measure === measure)));
  if (
    (used.length === 1 && used[0] === 'unitPrice') ||
    !namesOurs(
      buyers.map(({ heading }) => heading),
      plan,
    )
  )
    return null;
  const theirs = new Set(buyers.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return { measures: used, buyers, sums: labelled.flatMap(({ column }) => (theirs.has(column) ? [] : [column])) };
}

/** Returns the cross table with columns headed by buyers' names only. */
function crossTableByNames(heading: Heading, plan: Plan): CrossTable | null {
  const hasQuantity = heading.matches.some((match) => match.field.role === 'quantity');
  const named = heading.headings.flatMap((text, column) =>
    text !== '' && namesOurs([text, text], plan) ? [{ column, heading: text }] : [],
  );
  if (named.length === 0 || (named.length === 1 && (hasQuantity || !namesOurs([named[0]!.heading], plan)))) return null;
  const measure =
    plan.crossMeasure ?? (heading.table.role.quantity === undefined || hasQuantity ? 'amount' : 'quantity');
  return {
    measures: [measure],
    buyers: named.map(({ column, heading: text }) => ({ heading: text, cells: [{ measure, column }] })),
    sums: null,
  };
}

function withNames(heading: Heading, { buyers }: CrossTable, rows: readonly Row[]): readonly string[] {
  const headings = [...heading.headings];
  if (rows.length < 2) return headings;
  const [upper, lower] = rows as [Row, Row];
  for (let column = 0; column < Math.max(upper.cells.length, lower.cells.length); column += 1)
    headings[column] = cellText(lower.cells[column]) || cellText(upper.cells[column]);
  for (const { heading: name, cells } of buyers)
    for (const { column } of cells)
      headings[column] = [
        name,
        ...[cellText(lower.cells[column]), cellText(upper.cells[column])].filter(
          (text) => text !== '' && text !== name,
        ),
      ].join(' ');
  return headings;
}

/**
 * Finds customers as columns when no column names the buyer: with one figure each, or with several ("Antall" and
 * "Beløp"), in one or two heading rows. The row of customers may be above the detected heading.
 */
export function findCross(heading: Heading, sample: readonly Row[], plan: Plan): CrossTableMatch | null {
  const { table } = heading;
  if (hasBuyerColumn(heading.matches) || !buyerRoles.some((role) => table.role[role] !== undefined)) return null;
  const at = sample.findIndex(({ row }) => row === heading.bottom);
  const lower = sample[at];
  const upper = heading.top !== heading.bottom ? sample.find(({ row }) => row === heading.top) : sample[at - 1];
  for (const labelled of lower && upper && heading.top > 0 ? labelsInTwoRows(upper, lower, table) : []) {
    const cross = buildCrossTable(labelled, table, plan);
    if (cross)
      return { cross, heading: { ...heading, top: upper!.row, headings: withNames(heading, cross, [upper!, lower!]) } };
  }
  const cross =
    buildCrossTable(labelsInOneRow(heading.headings, table), table, plan) ?? crossTableByNames(heading, plan);
  return cross && { cross, heading };
}
