import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { isPersonalHeading } from '../cells/personal-data.ts';
import type { ColumnMatch, CrossTable, SheetFacts } from '../facts.ts';
import type { Plan, PlanField, PlanTable } from '../plan/plan.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { ColumnMapping } from '../check-result.ts';
import { calculatedFields } from './calculated-fields.ts';
import { matchByContent } from './column-content.ts';
import { matchByEvidence, namesBuyer, unusedMoney, withoutContradicted } from './column-evidence.ts';
import { withDateParts } from './date-parts.ts';
import { discountColumn } from './discount-column.ts';
import { buyerRoles, findCross, hasBuyerColumn } from './find-cross.ts';
import { withCombined } from './combined-columns.ts';
import { findGroupRows } from './group-rows.ts';
import { columnsFilledDown, columnsWrittenOnce, groupedFields } from './filled-down.ts';
import { findHeading, findUnknownHeading, tablesFor } from './find-heading.ts';
import type { Heading } from './find-heading.ts';
import { headingFromMapping } from './given-mapping.ts';
import { matchByName, matchBySimilarity } from './match-columns.ts';
import { grossColumns, withNetColumns } from './net-columns.ts';
import { ownUnits } from './own-units.ts';
import { plateColumns } from './plate-columns.ts';
import { resolveFormats } from './resolve-formats.ts';
import { fullRows, sampleOf } from './sheet-sample.ts';
import type { SheetSample } from './sheet-sample.ts';
import type { ColumnFormat } from './resolve-formats.ts';

const summaryName =
  /^\s*(?:sum|total|totalt|totaler|summer|summering|oppsummering|sammendrag|samandrag|summary|pivot|oversikt|sortiment|assortment|veiledning|rettleiing|guidance)\b/i;

/** Minimum number of columns known by name that make a second table. */
const secondTableMin = 3;

export interface SheetDescription {
  readonly facts: SheetFacts;
  readonly formats: ReadonlyMap<number, ColumnFormat>;
  /** index in the sample of the first row that may be a line */
  readonly below: number;
}

export interface SheetSource {
  readonly name: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly merged: readonly string[];
  readonly only: boolean;
}

function wantsBuyer(table: PlanTable): boolean {
  return buyerRoles.some((role) => table.role[role] !== undefined);
}

function namesBuyers(rows: readonly Row[], column: number, plan: Plan): boolean {
  return rows.slice(0, 100).some((row) => plan.buyers.find(cellText(row.cells[column])) !== null);
}

/** Roles of the item columns in a cross table of customers. */
const ofItems: ReadonlySet<string> = new Set(['itemNumber', 'itemName', 'gtin', 'unit']);

function completeMatches(
  heading: Heading,
  sample: readonly Row[],
  plan: Plan,
  cross: CrossTable | null,
): ColumnMatch[] {
  const crossColumns = new Set(cross?.buyers.flatMap(({ cells }) => cells.map(({ column }) => column)));
  // In a cross table of buyers, a column "Sum" is the sum over buyers, not a line's amount.
  const given = (field: PlanField): boolean =>
    cross !== null &&
    (field.role === 'amount' ||
      buyerRoles.some((role) => role === field.role) ||
      cross.measures.some((measure) => measure === field.role));
  const rows = sample.slice(heading.below);
  const below = cross ? sampleOf(rows) : sampleOf(fullRows(rows));
  const headings = heading.headings.map((text, column) => (crossColumns.has(column) ? '' : text));
  const matched = withoutContradicted(
    heading.matches.filter((match) => !crossColumns.has(match.column) && !given(match.field)),
    below,
    plan,
  );
  const own = cross
    ? matched
    : withCombined(withNetColumns(matched, headings, below, plan), headings, below, heading.table, plan);
  // The other columns of a cross table describe the item: their values prove which one is its number or name.
  const evident = matchByEvidence(below, headings, heading.table, plan, own).filter(
    ({ field }) => cross === null || ofItems.has(field.role ?? ''),
  );
  const named = [...own, ...evident];
  const texts = headings.map((text, column) => (text === '' ? [] : [text, heading.own?.[column] ?? '']));
  const similar = withoutContradicted(
    matchBySimilarity(texts, heading.table, named).filter((match) => !given(match.field)),
    below,
    plan,
  );
  const known = [...named, ...similar];
  // A column just matched by similarity may allow others to be proven.
  const proven = cross || similar.length === 0 ? [] : matchByEvidence(below, headings, heading.table, plan, known);
  const identified = [...known, ...proven];
  const all = cross
    ? identified
    : [...identified, ...priceBeforeDiscount(identified, headings, heading.table, plan, below)];
  if (cross) return all;
  const net = withNetColumns(all, headings, below, plan);
  const withOrg = [...net, ...buyersByOrgNumber(net, heading.table, plan, below)];
  const complete = [...withOrg, ...matchByContent(rows, headings, heading.table, plan, withOrg)];
  return withDateParts(complete, headings, below, heading.table, plan);
}

/**
 * Returns the unit price that is required and missing: the column from which a discount column gives the amounts, such
 * as a list price.
 */
function priceBeforeDiscount(
  matches: readonly ColumnMatch[],
  headings: readonly string[],
  table: PlanTable,
  plan: Plan,
  sample: SheetSample,
): ColumnMatch[] {
  const field = table.fields[table.role.unitPrice ?? -1];
  if (!field || matches.some((match) => match.field === field)) return [];
  const used = new Set(matches.map(({ column }) => column));
  for (const [column, heading] of headings.entries()) {
    if (used.has(column) || heading === '') continue;
    const match: ColumnMatch = { field, column, heading, how: 'evidence' };
    const withPrice = [...matches, match];
    if (discountColumn(sample, headings, withPrice, resolveFormats(sample.rows, withPrice, plan.readAs)))
      return [match];
  }
  return [];
}

/** Minimum share of organisation numbers that name a buyer. */
const ORG_SHARE_MIN = 0.3;

/**
 * Returns the customer column that is required and missing: that of the organisation numbers, when they name buyers. No
 * other column names more of them, since evidence comes first.
 */
function buyersByOrgNumber(
  matches: readonly ColumnMatch[],
  table: PlanTable,
  plan: Plan,
  sample: SheetSample,
): ColumnMatch[] {
  const field = table.fields[table.role.buyer ?? -1];
  const org = matches.find((match) => match.field.role === 'buyerOrgNumber');
  if (!field?.required || !org || matches.some((match) => match.field === field) || !plan.buyers.closed) return [];
  const texts = sample.texts(org.column);
  const known = texts.filter((text) => plan.buyers.find(text) !== null).length;
  return texts.length > 0 && known >= texts.length * ORG_SHARE_MIN ? [{ ...org, field, how: 'evidence' }] : [];
}

function missingFields(
  plan: Plan,
  table: PlanTable,
  matches: readonly ColumnMatch[],
  cross: CrossTable | null,
  isBuyerGiven: boolean,
): PlanField[] {
  const have = new Set(matches.map((match) => match.field.index));
  const given = new Set<string | null>();
  if (cross) for (const role of [...buyerRoles, 'quantity', 'amount', ...cross.measures] as const) given.add(role);
  // Figures without a stated measure are quantities or amounts. A quantity without a price gives no amount, so a person
  // is asked.
  const isUnnamed =
    cross?.sums === null &&
    plan.crossMeasure === null &&
    cross.measures[0] === 'quantity' &&
    !matches.some(({ field }) => field.role === 'unitPrice');
  if (isUnnamed) given.delete('amount');
  const said = (field: PlanField): boolean => cross !== null && plan.wholeTable.has(field.name);
  if (isBuyerGiven) for (const role of buyerRoles) given.add(role);
  return table.fields.filter(
    (field) => field.required && !have.has(field.index) && !given.has(field.role) && !said(field),
  );
}

/** Returns whether an optional unit price column is missing. A required one is reported under its own name. */
function lacksOptionalPrice(table: PlanTable, matches: readonly ColumnMatch[]): boolean {
  const field = table.fields[table.role.unitPrice ?? -1];
  return field !== undefined && !field.required && !matches.some((match) => match.field === field);
}

function coversColumns(range: string, top: number, bottom: number): boolean {
  const found = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  return found !== null && found[1] !== found[3] && Number(found[2]) <= bottom && Number(found[4]) >= top;
}

/** Returns the number of required columns that a heading names or its values prove. */
function countKnownColumns(heading: Heading, sample: readonly Row[], plan: Plan): number {
  const below = sampleOf(fullRows(sample.slice(heading.below)));
  const named = withoutContradicted(heading.matches, below, plan);
  return [...named, ...matchByEvidence(below, heading.headings, heading.table, plan, named)].filter(
    ({ field }) => field.required,
  ).length;
}

/**
 * Chooses between the heading that names the most columns and an unknown heading whose values prove more. The latter is
 * considered only when the former names less than half of the required fields.
 */
function chooseHeading(named: Heading | null, sample: readonly Row[], table: PlanTable, plan: Plan): Heading | null {
  const required = table.fields.filter((field) => field.required).length;
  if (named && (named.table !== table || named.matches.filter(({ field }) => field.required).length > required / 2))
    return named;
  const unknown = findUnknownHeading(sample, table);
  if (!unknown || unknown.top === named?.bottom) return named;
  const proven = countKnownColumns(unknown, sample, plan);
  return proven >= Math.max(2, required / 2) && (!named || proven > countKnownColumns(named, sample, plan))
    ? unknown
    : named;
}

/** Returns a heading without a row, when no row names the columns but values identify at least two of them. */
function headingByContent(sample: readonly Row[], table: PlanTable, plan: Plan): Heading | null {
  const matches = matchByContent(sample, [], table, plan, []);
  const required = table.fields.filter((field) => field.required).length;
  return matches.length >= Math.max(2, required) ? { table, top: 0, bottom: 0, below: 0, headings: [], matches } : null;
}

function emptyFacts(source: SheetSource, table: PlanTable, sample: readonly Row[]): SheetFacts {
  const blank = sample.every((row) => row.cells.every((cell) => cellText(cell) === ''));
  const role = blank ? 'empty' : summaryName.test(source.name) && !source.only ? 'summary' : 'no-lines';
  return {
    name: source.name,
    index: source.index,
    hidden: source.hidden,
    role,
    table,
    headingTop: 0,
    headingRow: 0,
    mergedHeading: false,
    headings: [],
    matches: [],
    missing: table.fields.filter((field) => field.required),
    cross: null,
    buyerFromSheet: null,
    groupRows: null,
    filledDown: [],
    grouped: new Set(),
    personalColumns: [],
    plateColumns: [],
    twice: [],
    beside: null,
    discount: null,
    unusedMoney: [],
    calculated: [],
    ownUnits: new Map(),
    settled: [],
    hasRows: false,
    preamble: textsOf(sample.slice(0, 20)),
  };
}

function textsOf(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => row.cells.map(cellText).filter((text) => text !== '')).slice(0, 200);
}

function personalColumns(heading: Heading, matches: readonly ColumnMatch[]): number[] {
  const mapped = new Set(matches.map((match) => match.column));
  return heading.headings.flatMap((text, column) =>
    !mapped.has(column) && isPersonalHeading(normaliseHeading(text)) ? [column] : [],
  );
}

/** Finds a second table: headings repeated to the right of all matched ones. */
function adjacentTable({ headings, table, matches }: Heading): SheetFacts['beside'] {
  const asked = table.fields.filter(({ required }) => required).length;
  for (let from = 1; from < headings.length; from += 1) {
    // A second table begins where the first heading of the sheet recurs.
    if (
      headings[from] === '' ||
      normaliseHeading(headings[from]!) !== normaliseHeading(headings.find((text) => text !== '') ?? '')
    )
      continue;
    const again = matchByName(
      headings.map((text, column) => (column < from || text === '' ? [] : [text])),
      table,
    );
    const before = matches.filter(({ column }) => column < from).length;
    if (
      before >= secondTableMin &&
      again.length >= secondTableMin &&
      again.filter(({ field }) => field.required).length >= asked / 2
    )
      return { column: from, headings: headings.slice(from).filter((text) => text !== '') };
  }
  return null;
}

/** Returns whether a column was recognised by values that the agreement lists: customers, items and units. */
const isProvenByList = ({ how, field: { role } }: ColumnMatch): boolean =>
  how === 'evidence' && (role === 'buyer' || role === 'itemNumber' || role === 'itemName' || role === 'unit');

/** Finds columns with the same heading but different content, so that the heading is ambiguous. */
function duplicateHeadings(
  { headings }: Heading,
  matches: readonly ColumnMatch[],
  rows: readonly Row[],
): SheetFacts['twice'] {
  const used = new Set(matches.map(({ column }) => column));
  return matches.flatMap((match) => {
    // Values that the agreement lists decide between columns with one heading.
    if (match.how === 'given' || match.heading === '' || isProvenByList(match)) return [];
    const others = headings.flatMap((text, column) =>
      !used.has(column) &&
      normaliseHeading(text) === normaliseHeading(match.heading) &&
      differs(rows, match.column, column)
        ? [column]
        : [],
    );
    return others.length > 0 ? [{ match, others }] : [];
  });
}

function differs(rows: readonly Row[], one: number, other: number): boolean {
  return rows.some(({ cells }) => cellText(cells[other]) !== '' && cellText(cells[other]) !== cellText(cells[one]));
}

/** Returns the heading without the columns of a second table next to it. */
function withoutAdjacentTable(found: Heading): Heading {
  const beside = adjacentTable(found);
  return beside
    ? {
        ...found,
        headings: found.headings.map((text, column) => (column < beside.column ? text : '')),
        matches: found.matches.filter(({ column }) => column < beside.column),
      }
    : found;
}

type ListFacts = Pick<SheetFacts, 'twice' | 'beside' | 'discount' | 'unusedMoney'>;

const noListFacts: ListFacts = { twice: [], beside: null, discount: null, unusedMoney: [] };

/** Returns facts that apply only to a list of lines, not to a cross table or a sheet without lines. */
function listFacts(
  found: Heading,
  heading: Heading,
  matches: readonly ColumnMatch[],
  formats: ReadonlyMap<number, ColumnFormat>,
  rows: readonly Row[],
): ListFacts {
  const sample = sampleOf(rows);
  const gross = grossColumns(matches, heading.headings, sample);
  return {
    twice: duplicateHeadings(heading, matches, rows),
    beside: adjacentTable(found),
    discount: discountColumn(sample, heading.headings, matches, formats),
    unusedMoney: lacksOptionalPrice(found.table, matches)
      ? unusedMoney(sample, heading.headings, matches).filter((column) => !gross.has(column))
      : [],
  };
}

/**
 * Returns the columns with ambiguous numbers such as "1.234" for which the rest of the column or the file decided the
 * decimal sign.
 */
function resolvedByMajority(
  matches: readonly ColumnMatch[],
  formats: ReadonlyMap<number, ColumnFormat>,
): SheetFacts['settled'] {
  return matches.flatMap((match) => {
    const format = formats.get(match.field.index)!;
    return format.ambiguous && format.decimal && (format.by === 'column' || format.by === 'file')
      ? [{ field: match.field, heading: match.heading, decimal: format.decimal }]
      : [];
  });
}

/**
 * Returns whether the heading spans several rows or merged cells. Cross tables with measures are excluded, since they
 * have such headings by design.
 */
function isMerged(heading: Heading, source: SheetSource, cross: CrossTable | null): boolean {
  return (
    !cross?.sums &&
    (heading.top !== heading.bottom || source.merged.some((range) => coversColumns(range, heading.top, heading.bottom)))
  );
}

/** Returns the columns filled down: as a person said, or evident in a list without merged cells. */
function filledColumns(
  { merged }: SheetSource,
  rows: readonly Row[],
  matches: readonly ColumnMatch[],
  plan: Plan,
  cross: CrossTable | null,
): number[] {
  const declared = columnsFilledDown(matches, plan);
  const isMergedDown = merged.some((range) => /^[A-Z]+(\d+):[A-Z]+(?!\1$)\d+$/.test(range) && !coversHeading(range));
  const evident = cross || isMergedDown ? [] : columnsWrittenOnce(rows, matches);
  return [...new Set([...declared, ...evident])].sort((a, b) => a - b);

  function coversHeading(range: string): boolean {
    return Number(/\d+/.exec(range)![0]) < (rows[0]?.row ?? 0);
  }
}

/** Finds the heading of a sheet: as a person mapped it, by names or values of columns, or none above values alone. */
function headingOf(
  sample: readonly Row[],
  tables: readonly PlanTable[],
  plan: Plan,
  mapping: ColumnMapping | null,
): Heading | null {
  const isCustomer = (text: string): boolean => namesBuyer(text, plan);
  return (
    (mapping && headingFromMapping(mapping, sample, plan)) ??
    chooseHeading(findHeading(sample, tables, isCustomer), sample, tables[0]!, plan) ??
    (sample[0]?.row === 0 ? null : headingByContent(sample, tables[0]!, plan))
  );
}

/** Determines the role of a sheet and its columns from its first rows. */
export function describeSheet(
  source: SheetSource,
  sample: readonly Row[],
  plan: Plan,
  mapping: ColumnMapping | null,
): SheetDescription {
  const tables = tablesFor(source.name, plan);
  const found = headingOf(sample, tables, plan, mapping);
  if (!found || (summaryName.test(source.name) && !source.only))
    return { facts: emptyFacts(source, tables[0]!, sample), formats: new Map(), below: sample.length };
  const { table } = found;
  const { cross, heading } = findCross(found, sample, plan) ?? { cross: null, heading: withoutAdjacentTable(found) };
  const rows = sample.slice(heading.below);
  const all = completeMatches(heading, sample, plan, cross);
  // A sheet named after a customer is better evidence than a column that may only contain the supplier's customer
  // numbers.
  const named = plan.buyers.find(source.name) !== null;
  const matches = named
    ? all.filter(
        (match) => match.how !== 'similar' || !hasBuyerColumn([match]) || namesBuyers(rows, match.column, plan),
      )
    : all;
  const sheetBuyer = !hasBuyerColumn(matches) && !cross && wantsBuyer(table) && named ? source.name : null;
  const groupRows = hasBuyerColumn(matches) || cross || !wantsBuyer(table) ? null : findGroupRows(rows, matches, plan);
  const formats = resolveFormats(rows, matches, plan.readAs, plan.period);
  const calculated = cross ? [] : calculatedFields(rows, heading.headings, matches, formats, table, plan);
  const lacking = missingFields(plan, table, matches, cross, sheetBuyer !== null || groupRows !== null);
  const missing = lacking.filter((field) => !calculated.includes(field));
  const required = table.fields.filter((field) => field.required).length;
  // A list of units or a cover page may name one or two columns; a sheet of lines has half of the required ones.
  const role = !source.only && required > 0 && missing.length > required / 2 ? 'no-lines' : 'lines';
  const facts: SheetFacts = {
    name: source.name,
    index: source.index,
    hidden: source.hidden,
    role,
    table,
    headingTop: heading.top,
    headingRow: heading.bottom,
    mergedHeading: isMerged(heading, source, cross),
    headings: heading.headings,
    matches,
    missing,
    cross,
    buyerFromSheet: sheetBuyer,
    groupRows,
    filledDown: filledColumns(source, rows, matches, plan, cross),
    grouped: cross ? new Set() : groupedFields(rows, matches),
    personalColumns: personalColumns(heading, matches),
    plateColumns: role === 'lines' ? plateColumns(matches, rows, plan) : [],
    ...(role === 'lines' && !cross ? listFacts(found, heading, matches, formats, rows) : noListFacts),
    calculated,
    ownUnits: role === 'lines' && !cross ? ownUnits(rows, matches, formats, plan) : new Map(),
    settled: resolvedByMajority(matches, formats),
    hasRows: sample.length > heading.below,
    preamble: textsOf(sample.filter((row) => row.row < heading.top)),
  };
  return { facts, formats, below: role === 'lines' ? heading.below : sample.length };
}
