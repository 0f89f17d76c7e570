import type { Row } from '@tallgrunn/tabular';
import { partOf } from '../cells/cell-parts.ts';
import { cellText } from '../cells/cell-text.ts';
import type { DateOrder } from '../cells/parse-date.ts';
import { parseDate } from '../cells/parse-date.ts';
import type { DecimalChar } from '../cells/parse-number.ts';
import { parseNumber } from '../cells/parse-number.ts';
import { digitLayout } from '../cells/six-digit-dates.ts';
import type { DigitLayout } from '../cells/six-digit-dates.ts';
import type { ColumnMatch } from '../facts.ts';
import type { Plan, ReadAs } from '../plan/plan.ts';
import type { FieldRole } from '../terms.ts';

/** Number and date format of a column. `decimal` null: nothing in the file determines it. */
export interface ColumnFormat {
  decimal: DecimalChar | null;
  /** source of the decimal sign */
  by: 'terms' | 'column' | 'file' | 'arithmetic' | 'answer' | null;
  /** the sample has values such as "1.234" */
  ambiguous: boolean;
  dateOrder: DateOrder | null;
  /** the order in dates of six digits; absent in other columns */
  digits?: DigitLayout;
}

interface Votes {
  comma: number;
  point: number;
}

const fresh = (): ColumnFormat => ({ decimal: null, by: null, ambiguous: false, dateOrder: null });

function winner({ comma, point }: Votes): DecimalChar | null {
  if (comma === point) return null;
  return comma > point ? ',' : '.';
}

function isNumeric(match: ColumnMatch): boolean {
  return match.field.field.type === 'number' || match.field.field.type === 'integer';
}

function vote(rows: readonly Row[], { column, part }: ColumnMatch, format: ColumnFormat): Votes {
  const votes: Votes = { comma: 0, point: 0 };
  for (const row of rows) {
    const cell = row.cells[column];
    if (cell?.kind !== 'text') continue;
    const parse = parseNumber(part === undefined ? cell.text : partOf(cell.text, part), null);
    if (parse.evidence === ',') votes.comma += 1;
    if (parse.evidence === '.') votes.point += 1;
    if (parse.ambiguous) format.ambiguous = true;
  }
  return votes;
}

function resolveOrder(rows: readonly Row[], match: ColumnMatch): DateOrder | null {
  if (match.field.field.dateOrder) return match.field.field.dateOrder;
  let [day, month] = [0, 0];
  for (const row of rows) {
    const evidence = parseDate(cellText(row.cells[match.column]), null).evidence;
    if (evidence === 'day-first') day += 1;
    if (evidence === 'month-first') month += 1;
  }
  if (day > 0 === month > 0) return null;
  return day > 0 ? 'day-first' : 'month-first';
}

type Triple = readonly [ColumnMatch, ColumnMatch, ColumnMatch];

function fits(
  rows: readonly Row[],
  triple: Triple,
  signs: readonly (DecimalChar | null)[],
): { fit: number; seen: number } {
  let [fit, seen] = [0, 0];
  for (const row of rows) {
    const [q, p, a] = triple.map((match, at) =>
      Number(parseNumber(cellText(row.cells[match.column]), signs[at] ?? null).value ?? NaN),
    ) as [number, number, number];
    if (Number.isNaN(q * p * a) || a === 0) continue;
    seen += 1;
    if (Math.abs(q * p - a) <= 0.01 + Math.abs(a) * 0.001) fit += 1;
  }
  return { fit, seen };
}

/**
 * Tries each decimal sign in each open column: the only combination in which quantity × price equals the amount
 * decides.
 */
function resolveByArithmetic(rows: readonly Row[], triple: Triple, formats: readonly ColumnFormat[]): void {
  const open = formats.map((format) => format.decimal === null && format.ambiguous);
  if (!open.includes(true)) return;
  const options = formats.map((format, at): (DecimalChar | null)[] => (open[at] ? [',', '.'] : [format.decimal]));
  const all = options[0]!.flatMap((q) => options[1]!.flatMap((p) => options[2]!.map((a) => [q, p, a])));
  const tried = all.map((signs) => ({ signs, ...fits(rows, triple, signs) })).sort((a, b) => b.fit - a.fit);
  const [best, second] = tried;
  if (!best || best.seen === 0 || best.fit < best.seen * 0.8 || (second && second.fit >= best.fit)) return;
  formats.forEach((format, at) => {
    if (open[at]) Object.assign(format, { decimal: best.signs[at], by: 'arithmetic' });
  });
}

/**
 * Determines the format of each column from a sample; when the sample does not prove it, a person's earlier answer
 * decides. Returns formats by field index.
 */
export function resolveFormats(
  rows: readonly Row[],
  matches: readonly ColumnMatch[],
  readAs: ReadAs,
  period: Plan['period'] = null,
): Map<number, ColumnFormat> {
  const formats = new Map(matches.map((match) => [match.field.index, fresh()]));
  const file: Votes = { comma: 0, point: 0 };
  for (const match of matches) {
    const format = formats.get(match.field.index)!;
    format.dateOrder = resolveOrder(rows, match) ?? readAs.dateOrder(match);
    if (match.field.field.type === 'date') {
      const texts = rows.flatMap((row) => cellText(row.cells[match.column]) || []);
      const layout = digitLayout(texts, period);
      if (layout !== null) format.digits = layout;
    }
    if (!isNumeric(match)) continue;
    const votes = vote(rows, match, format);
    file.comma += votes.comma;
    file.point += votes.point;
    const own = match.field.field.decimalChar ?? winner(votes);
    if (own) Object.assign(format, { decimal: own, by: match.field.field.decimalChar ? 'terms' : 'column' });
  }
  const shared = file.comma > 0 && file.point > 0 ? null : winner(file);
  for (const format of formats.values())
    if (format.decimal === null && shared !== null) Object.assign(format, { decimal: shared, by: 'file' });
  const byRole = (role: FieldRole): ColumnMatch | undefined => matches.find((match) => match.field.role === role);
  const triple = [byRole('quantity'), byRole('unitPrice'), byRole('amount')];
  if (triple.every((match) => match !== undefined))
    resolveByArithmetic(
      rows,
      triple as unknown as Triple,
      triple.map((match) => formats.get(match!.field.index)!),
    );
  for (const match of matches) {
    const format = formats.get(match.field.index)!;
    const sign = format.decimal === null && format.ambiguous ? readAs.decimal(match) : null;
    if (sign !== null) Object.assign(format, { decimal: sign, by: 'answer' });
  }
  return formats;
}
