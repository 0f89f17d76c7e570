import type { Row } from '@tallgrunn/tabular';
import { partOf } from '../cells/cell-parts.ts';
import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { ColumnMatch } from '../facts.ts';
import type { Plan, PlanField, PlanTable } from '../plan/plan.ts';
import type { FieldRole } from '../terms.ts';
import { unusedMoney } from './column-evidence.ts';
import type { ColumnFormat } from './resolve-formats.ts';
import { sampleOf } from './sheet-sample.ts';

/** Minimum number of lines with an agreed price, and the minimum share at it. */
const LINES_MIN = 3;
const SHARE_MIN = 0.8;
/** Maximum relative difference from the agreed price. */
const PRICE_SLACK = 0.02;

/**
 * Returns the required fields without a column that the others give: the unit price, from amount and quantity; and the
 * unit, which is the agreed one when the prices are the agreed ones. A column of amounts that no field uses may be the
 * price, and is asked about.
 */
export function calculatedFields(
  rows: readonly Row[],
  headings: readonly string[],
  matches: readonly ColumnMatch[],
  formats: ReadonlyMap<number, ColumnFormat>,
  table: PlanTable,
  plan: Plan,
): PlanField[] {
  const matchOf = (role: FieldRole): ColumnMatch | undefined => matches.find(({ field }) => field.role === role);
  const lacking = (role: FieldRole): PlanField | null => {
    const field = table.fields[table.role[role] ?? -1];
    return field?.required && !matchOf(role) ? field : null;
  };
  const [quantity, amount, item] = [matchOf('quantity'), matchOf('amount'), matchOf('itemNumber')];
  const [price, unit] = [lacking('unitPrice'), lacking('unit')];
  if (!quantity || !amount || (!price && !unit)) return [];
  const found: PlanField[] = [];
  if (price && unusedMoney(sampleOf(rows), headings, matches).length === 0) found.push(price);
  const numberIn = (row: Row, match: ColumnMatch): number => {
    const sign = row.cells[match.column]?.kind === 'number' ? '.' : (formats.get(match.field.index)?.decimal ?? null);
    return Number(parseNumber(cellText(row.cells[match.column]), sign).value ?? NaN);
  };
  if (unit && item) {
    const fits = rows.flatMap((row) => {
      const text = cellText(row.cells[item.column]).trim();
      const known = plan.items.find(item.part === undefined ? text : partOf(text, item.part), null, '');
      const paid = numberIn(row, amount) / numberIn(row, quantity);
      const agreedUnit = known && plan.units.priceUnit(known.item);
      if (!known || !agreedUnit || !(paid > 0)) return [];
      const date = plan.period?.start ?? null;
      const agreed = plan.prices.on(known.item, { date, unit: agreedUnit, quantity: NaN });
      return agreed.known ? [Math.abs(paid / agreed.value - 1) <= PRICE_SLACK] : [];
    });
    if (fits.length >= LINES_MIN && fits.filter(Boolean).length >= fits.length * SHARE_MIN) found.push(unit);
  }
  return found;
}
