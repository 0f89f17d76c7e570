import { Gtin, OrgNumber } from '@tallgrunn/values';
import { cellText } from '../cells/cell-text.ts';
import { parseDate } from '../cells/parse-date.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { ColumnMatch } from '../facts.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { Plan, PlanField, PlanTable } from '../plan/plan.ts';
import type { FieldRole } from '../terms.ts';
import type { Row } from '@tallgrunn/tabular';
import { isWeekHeading } from './match-columns.ts';

const sampleMax = 200;
const shareMin = 0.8;

type Recogniser = (text: string, plan: Plan) => boolean;

const recognisers: Partial<Record<FieldRole, Recogniser>> = {
  gtin: (text) => Gtin.parse(text).ok,
  buyerOrgNumber: (text) => OrgNumber.parse(text, { testNumbers: true }).ok,
  buyer: (text, plan) => plan.buyers.find(text) !== null,
  buyerName: (text, plan) => plan.buyers.find(text) !== null,
  itemNumber: (text, plan) => plan.items.size > 0 && plan.items.find(text, null, '') !== null,
  unit: (text, plan) => plan.units.read(text) !== null,
  deliveredOn: (text) => isDateLike(text),
  orderedOn: (text) => isDateLike(text),
  invoicedOn: (text) => isDateLike(text),
};

function isDateLike(text: string): boolean {
  const { value, note } = parseDate(text, null);
  return value !== null && note !== 'serial';
}

function columnTexts(rows: readonly Row[], column: number): string[] {
  return rows.slice(0, sampleMax).flatMap((row) => {
    const text = cellText(row.cells[column]);
    return text === '' ? [] : [text];
  });
}

function looksLike(texts: readonly string[], recognise: Recogniser, plan: Plan): boolean {
  return texts.length > 0 && texts.filter((text) => recognise(text, plan)).length >= shareMin * texts.length;
}

const numberOf = (text: string): number => Number(parseNumber(text, null).value ?? NaN);

/**
 * Returns which of three number columns are quantity, price and amount: the order in which the first two multiply to
 * the third. Null when none does.
 */
function arithmeticOrder(columns: readonly number[], rows: readonly Row[]): [number, number, number] | null {
  for (const amount of columns) {
    for (const quantity of columns) {
      for (const price of columns) {
        if (new Set([amount, quantity, price]).size < 3 || quantity > price) continue;
        const full = rows
          .slice(0, sampleMax)
          .map(
            (row) =>
              [quantity, price, amount].map((column) => numberOf(cellText(row.cells[column]))) as [
                number,
                number,
                number,
              ],
          );
        const read = full.filter(([q, p, a]) => !Number.isNaN(q * p * a));
        const right = read.filter(([q, p, a]) => Math.abs(q * p - a) <= 0.01 + Math.abs(a) * 0.002 && Math.abs(a) > 0);
        if (read.length >= 2 && right.length >= shareMin * read.length && right.some(([q, p]) => q !== 1 && p !== 1))
          return [quantity, price, amount];
      }
    }
  }
  return null;
}

function numberMatches(
  open: readonly number[],
  missing: readonly PlanField[],
  rows: readonly Row[],
  headings: readonly string[],
): ColumnMatch[] {
  const wanted = new Map(missing.map((field) => [field.role, field]));
  if (!wanted.has('quantity') && !wanted.has('unitPrice') && !wanted.has('amount')) return [];
  const numeric = open.filter((column) => {
    const texts = columnTexts(rows, column);
    return texts.length > 0 && texts.filter((text) => !Number.isNaN(numberOf(text))).length >= shareMin * texts.length;
  });
  const order = numeric.length <= 8 ? arithmeticOrder(numeric, rows) : null;
  if (!order) return [];
  return (['quantity', 'unitPrice', 'amount'] as const).flatMap((role, at) => {
    const field = wanted.get(role);
    return field ? [{ field, column: order[at]!, heading: headings[order[at]!] ?? '', how: 'content' as const }] : [];
  });
}

/** Matches columns by content, for required fields that no heading names. `rows` are the rows below the heading. */
export function matchByContent(
  rows: readonly Row[],
  headings: readonly string[],
  table: PlanTable,
  plan: Plan,
  taken: readonly ColumnMatch[],
): ColumnMatch[] {
  const used = new Set(taken.map((match) => match.column));
  const have = new Set(taken.map((match) => match.field.index));
  const missing = table.fields.filter((field) => field.required && !have.has(field.index));
  if (missing.length === 0 || rows.length === 0) return [];
  const width = Math.max(...rows.slice(0, sampleMax).map((row) => row.cells.length));
  const found: ColumnMatch[] = [];
  for (const field of missing) {
    const recognise = field.role ? recognisers[field.role] : undefined;
    if (!recognise) continue;
    const columns = Array.from({ length: width }, (_, column) => column).filter(
      (column) =>
        !used.has(column) &&
        !(field.role === 'deliveredOn' && isWeekHeading(normaliseHeading(headings[column] ?? ''))) &&
        looksLike(columnTexts(rows, column), recognise, plan),
    );
    if (columns.length !== 1) continue;
    used.add(columns[0]!);
    found.push({ field, column: columns[0]!, heading: headings[columns[0]!] ?? '', how: 'content' });
  }
  const open = Array.from({ length: width }, (_, column) => column).filter((column) => !used.has(column));
  return [...found, ...numberMatches(open, missing, rows, headings)];
}
