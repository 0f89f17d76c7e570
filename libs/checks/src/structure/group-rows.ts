import type { Row } from '@tallgrunn/tabular';
import { OrgNumber } from '@tallgrunn/values';
import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { ColumnMatch, GroupRows } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { isTotalLabel, totalEnding } from '../reading/total-rows.ts';
import { namesBuyer } from './column-evidence.ts';

const labelWords =
  '(?:kunde|kund|customer|debitor|kjøper|kjøpar|køber|köpare|buyer|mottaker|mottakar|kommune|oppdragsgiver|oppdragsgjevar|fakturakunde|fakturamottaker|betaler|client|account|auftraggeber|rechnungsempfänger|empfänger|mottagare|modtager|beställare|payer|(?:sold|bill|ship|invoiced?)[- ]to|(?:faktureres|fakturert|leveres|levert|leveret|levererat) til)(?:s?[ -]?(?:navn|namn|name|nr|no|nummer|number))?';
/** Words that introduce the customer in a row above its lines: "Kunde 10234 Grue kommune". */
const label = new RegExp(`^\\s*${labelWords}[\\s.:=#–-]+`, 'iu');
/** The same words and others further on in the row: "Kundenr: 10234  Kundenavn: Grue kommune". */
const laterLabel = new RegExp(`(?<![\\p{L}\\d])(?:${labelWords}|navn|namn|name)\\s*\\.?\\s*[:=]\\s*`, 'giu');
const orgLabel =
  '(?:org(?:ani[sz]a[st]jons|ani[sz]ations?)?|foretaks|företags|virksomhets|cvr|vat|momsreg|mva)[ .-]*(?:nr|no|nummer|number|id)?[ .:=#]*';
/** An organisation number in such a row, with its label and brackets: "Org.nr 964 948 143", "(NO964948143MVA)". */
const orgPart = new RegExp(
  `(?<![\\p{L}\\d])\\(?(${orgLabel})?(?:NO)?[\\s-]*(?<!\\d)(\\d{9}|\\d{3}[ .]\\d{3}[ .]\\d{3})(?![\\d])\\s*(?:MVA)?(?!\\p{L})\\)?`,
  'iu',
);
/** Parts of a page's title: its number or a date. */
const ofPage = /(?<!\p{L})(?:side|page|seite|sida|blad)[\s.:]*\d+|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/iu;
const atEnds = /^[\s,;:/–-]+|[\s,;:/–-]+$/gu;

/** The customer that a row names for the rows below: its name or number, and its organisation number; '' for none. */
export interface GroupCustomer {
  readonly name: string;
  readonly orgNumber: string;
}

/** Splits "Eidskog kommune  Org.nr 964948143". A bare number with a wrong check digit may be another number. */
function customerIn(text: string): GroupCustomer {
  const found = orgPart.exec(text);
  if (!found || (!found[1] && !OrgNumber.parse(found[2]!, { testNumbers: true }).ok))
    return { name: text, orgNumber: '' };
  const rest = text.replace(found[0], ' ').replace(/\s+/g, ' ').replace(atEnds, '');
  return { name: /\p{L}/u.test(rest) ? rest : '', orgNumber: found[2]! };
}

/** Returns whether a text names the customer of the rows below: "Kunde: Grue kommune", "10234 Grue kommune". */
export const isGroupName = (text: string): boolean =>
  (isLabelled(text) && text.replace(label, '').trim() !== '') || /^\d{3,}\s+\p{L}/u.test(text.trim());

/** Returns whether a text begins with a word for the customer or its organisation number. */
function isLabelled(text: string): boolean {
  const org = orgPart.exec(text);
  return label.test(`${text} `) || (org?.index === 0 && org[1] !== undefined);
}

/** Returns whether the cells of a row name the customer of the rows below, in a heading of their own. */
export const isGroupHeading = (texts: readonly string[]): boolean =>
  texts.length > 0 &&
  texts.length <= CELLS_MAX &&
  (texts.length === 1 ? isGroupName(texts[0]!) : /[:=]/.test(texts[0]!) && isLabelled(texts.join(' ')));

/** Maximum number of filled cells: label, number, name and place. */
const CELLS_MAX = 4;

interface GroupText {
  readonly column: number;
  readonly text: string;
  readonly customer: GroupCustomer;
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
  const labelled = isLabelled(joined) || (filled.length > 1 && label.test(`${cellText(row.cells[first])} `));
  if (!labelled && (filled.length > 1 || ofPage.test(joined))) return null;
  const { name, orgNumber } = customerIn(joined);
  const bare = labelled
    ? `${name} `.replace(label, '').replace(laterLabel, ' ').replace(/\s+/g, ' ').replace(atEnds, '')
    : name;
  const text = bare || orgNumber;
  return /\p{L}/u.test(text) || labelled || orgNumber !== ''
    ? { column: first, text, labelled, customer: { name: bare, orgNumber } }
    : null;
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
  private readonly groups: { readonly row: number; readonly customer: GroupCustomer }[] = [];
  private readonly facts: GroupRows | null;

  constructor(facts: { readonly groupRows: GroupRows | null; readonly matches: readonly ColumnMatch[] }) {
    this.facts = facts.groupRows;
    this.measures = this.facts ? measuresOf(facts.matches) : [];
  }

  /** Returns the customer that a row names for the rows below; null when it names none. */
  customerIn(row: Row): GroupCustomer | null {
    if (!this.facts) return null;
    const group = groupTextOf(row, this.measures);
    return group && group.column === this.facts.column && group.labelled === this.facts.labelled
      ? group.customer
      : null;
  }

  /** Records a row that names a customer. Rows may come again. */
  recordRow(row: Row): void {
    const customer = this.customerIn(row);
    if (customer === null) return;
    const last = this.groups.at(-1);
    if (!last || last.row < row.row) this.groups.push({ row: row.row, customer });
  }

  /** Returns the customer of a row; null when none is named above it. */
  customerOf({ row }: Row): GroupCustomer | null {
    let [low, high] = [0, this.groups.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.groups[middle]!.row <= row) low = middle + 1;
      else high = middle;
    }
    return this.groups[low - 1]?.customer ?? null;
  }
}
