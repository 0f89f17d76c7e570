import type { Cell, Row } from '@tallgrunn/tabular';
import { partOf } from '../cells/cell-parts.ts';
import type { CellPart } from '../cells/cell-parts.ts';
import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { DecimalChar } from '../cells/parse-number.ts';
import type { ColumnMatch, Discount, DiscountKind } from '../facts.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { FieldRole } from '../terms.ts';
import type { SheetSample } from './sheet-sample.ts';
import type { ColumnFormat } from './resolve-formats.ts';

const ofDiscount =
  /^(?:linje|rad|vare|kunde|line|pos|avtale)?(?:rab|rabatt?|rabatts?(?:ats|sats|pct|proc|prosent|procent|kr|belop|belob|belopp|betrag)|disc|discount|discountamount|nachlass|avslag)(?:%|pct|proc|prosent|procent|percent|kr|nok|i%|ikr)?$/;
/** Headings of the quantity that a price is for: "Pris pr 100", and `KPEIN` of SAP. */
const ofPriceUnit =
  /^(?:pr|per|pris(?:pr|per)?(?:antall|antal|antal|enheter|mengde|faktor|basis)?|prisenhet|prisenhed|prisenhetsantall|priceunit|priceper|pricebase|pricequantity|pricefactor|pe|peinh|kpein|preiseinheit|preisbasis)$/;
const ROWS_MIN = 3;
const SHARE_MIN = 0.8;

/** A quantity with its words: "per 100", "100 stk". */
const quantityWords = /^(?:pr|per|pro|à|a)\.?\s*(?=\d)|(?<=\d)\s*\p{L}{1,6}\.?$/giu;
/** The quantity that the heading of a price is for: "Pris pr 100", "Price per 1000 pcs", "Preis/100". */
const perQuantity = /(?:pr|per|pro|à|\/)\.?\s*(100|1[ .,]?000)(?!\d)/iu;

/** Returns the price per unit after what a column says of it; the price itself when it says nothing. */
export function priceAfter(kind: DiscountKind, said: number, price: number, quantity: number): number {
  switch (kind) {
    case 'percent':
      return price * (1 - said / 100);
    case 'fraction':
      return price * (1 - said);
    case 'amount':
      return quantity === 0 ? price : price - said / quantity;
    case 'quantity':
      return price / said;
  }
}

/** Reads what a column says of a price: "12,5 %", "0,125", "45,00", "100"; 0 when it says nothing. */
export function discountIn(text: string, kind: DiscountKind, decimal: DecimalChar | null = ','): number {
  const bare = kind === 'quantity' ? text.trim().replace(quantityWords, '') : text.replace('%', '');
  const said = Number(parseNumber(bare, decimal).value ?? 0);
  const max = kind === 'percent' ? 100 : kind === 'fraction' ? 1 : Infinity;
  return kind === 'quantity' ? (said > 1 ? said : 0) : said > 0 && said < max ? said : 0;
}

const kindsOf = (heading: string): readonly DiscountKind[] =>
  ofDiscount.test(heading) ? ['percent', 'fraction', 'amount'] : ofPriceUnit.test(heading) ? ['quantity'] : [];

/**
 * Returns the column of a discount, or of the quantity that a price is for, which gives the amount on nearly every line
 * that has one; null when there is none. The price of such lines is not the price paid.
 */
export function discountColumn(
  sample: SheetSample,
  headings: readonly string[],
  matches: readonly ColumnMatch[],
  formats: ReadonlyMap<number, ColumnFormat>,
): Discount | null {
  const columns = (['quantity', 'unitPrice', 'amount'] as const).map((role: FieldRole) =>
    matches.find(({ field }) => field.role === role),
  );
  if (columns.includes(undefined)) return null;
  const used = new Set(matches.map(({ column }) => column));
  const [quantity, price, amount] = columns.map(
    (match) =>
      ({ cells }: Row): number =>
        numberIn(cells[match!.column], formats.get(match!.field.index)?.decimal ?? null, match!.part),
  ) as [(row: Row) => number, (row: Row) => number, (row: Row) => number];
  const gives = (kind: DiscountKind, saidIn: (row: Row) => number): boolean => {
    let [all, fits] = [0, 0];
    for (const row of sample.rows) {
      const said = saidIn(row);
      const [count, each, paid] = [quantity(row), price(row), amount(row)];
      if (said === 0 || Number.isNaN(count * each * paid) || count * each === 0) continue;
      all += 1;
      const net = priceAfter(kind, said, each, count) * count;
      if (Math.abs(net - paid) <= 0.02 + Math.abs(count) * 0.006) fits += 1;
    }
    return all >= ROWS_MIN && fits >= all * SHARE_MIN;
  };
  for (const [column, heading] of headings.entries()) {
    if (used.has(column)) continue;
    const kind = kindsOf(normaliseHeading(heading)).find((each) =>
      gives(each, ({ cells }) => discountIn(cellText(cells[column]), each, decimalOf(cells[column]))),
    );
    if (kind) return { column, kind };
  }
  const [column, said] = [columns[1]!.column, quantityInHeading(headings[columns[1]!.column] ?? '')];
  return said !== null && gives('quantity', () => said) ? { column, kind: 'quantity', said } : null;
}

/** Returns the quantity that a heading says its prices are for; null when it says none. */
function quantityInHeading(heading: string): number | null {
  const found = perQuantity.exec(heading);
  return found ? Number(found[1]!.replace(/\D/g, '')) : null;
}

const decimalOf = (cell: Cell | undefined): DecimalChar => (cell?.kind === 'number' ? '.' : ',');

/** Reads a number; a number cell of a workbook uses a point. */
function numberIn(cell: Cell | undefined, decimal: DecimalChar | null, part: CellPart | undefined): number {
  const text = part === undefined ? cellText(cell) : partOf(cellText(cell), part);
  return Number(parseNumber(text, cell?.kind === 'number' ? '.' : decimal).value ?? NaN);
}
