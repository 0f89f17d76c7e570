import type { CheckContext } from '@tallgrunn/checks';
import { addDays } from '@tallgrunn/values';
import type { Draws } from '../drawn/draws.ts';
import { amountOf, isTyped, type Delivery, type DrawnExport } from './draw-export.ts';
import type { ColumnKind } from './heading-words.ts';
import { numberText } from './write-export.ts';

/** One kind of error in an export. */
export interface PlantKind {
  readonly kind: string;
  /** number in the catalogue of error classes; 0 for none */
  readonly class: number;
  /** codes of findings that report it */
  readonly codes: readonly string[];
  /** columns that the export must have (`has`) or must not have (`lacks`) */
  readonly has?: readonly ColumnKind[];
  readonly lacks?: readonly ColumnKind[];
  /** the price must be the price paid, not the price before a discount */
  readonly net?: boolean;
  /** Returns the changes that make a line wrong; null where that is impossible. */
  readonly line?: (line: Delivery, drawn: DrawnExport, draws: Draws) => Partial<Delivery> | null;
  /** Makes the whole export wrong: reported for the file, not for a row. Returns false where that is impossible. */
  readonly file?: (drawn: DrawnExport, draws: Draws) => boolean;
  /** Returns further data of the agreement for the check. */
  readonly context?: (drawn: DrawnExport) => Partial<CheckContext>;
  /** the wrong row is added next to the original line */
  readonly twice?: boolean;
}

const agreedOf = ({ item }: Delivery, { agreement }: DrawnExport) => agreement.items[item]!;

const scaled =
  (factor: number) =>
  (line: Delivery): Partial<Delivery> | null => {
    const price = Math.round(line.price * factor);
    return price < 2 ? null : { price, amount: amountOf(price, line.quantity) };
  };
const amountAlone =
  (factor: number) =>
  (line: Delivery): Partial<Delivery> => ({ amount: Math.round(line.amount * factor) });
const withVat =
  (rate: number) =>
  (line: Delivery): Partial<Delivery> | null =>
    line.price < 300
      ? null
      : { price: Math.round(line.price * (1 + rate / 100)), amount: Math.round(line.amount * (1 + rate / 100)) };
const written =
  (column: ColumnKind, ...texts: string[]) =>
  (_: Delivery, __: DrawnExport, draws: Draws): Partial<Delivery> => ({ raw: { [column]: draws.one(texts) } });

const priceCodes = ['price-scale', 'price-above-agreed', 'amount-differs', 'quantity-as-money'];

/** Returns three earlier months with the sales of each item without an agreed price, by the piece or the carton. */
function history(drawn: DrawnExport): Partial<CheckContext> {
  const goods = drawn.deliveries.filter(({ itemNumber }) => itemNumber.startsWith('UT'));
  const months = [3, 2, 1].map((back) => addDays(drawn.agreement.start, -28 * back).slice(0, 7));
  return {
    earlier: months.map((month) => ({
      key: month,
      start: `${month}-01`,
      end: `${month}-28`,
      sums: {
        item: goods.map(({ itemNumber }) => itemNumber),
        buyer: goods.map(({ buyer }) => drawn.agreement.buyers[buyer]!.org),
        month: goods.map(() => month),
        quantity: goods.map(() => '20'),
        amount: goods.map(({ item }) => String((agreedPriceOf(drawn, item) * 20) / 100)),
        largest: goods.map(() => '20'),
      },
    })),
  };
}
const agreedPriceOf = ({ agreement }: DrawnExport, item: number): number => agreement.items[item]!.price;
const outside = (line: Delivery): Partial<Delivery> => ({
  itemNumber: `UT${line.itemNumber.replace(/\W/g, '')}9`,
  name: `Spesialvare ${line.item}`,
  gtin: '',
});

export const plantKinds: readonly PlantKind[] = [
  { kind: 'price x100', class: 57, codes: priceCodes, has: ['unitPrice'], net: true, line: scaled(100) },
  { kind: 'price x10', class: 57, codes: priceCodes, has: ['unitPrice'], net: true, line: scaled(10) },
  { kind: 'price x1000', class: 57, codes: priceCodes, has: ['unitPrice'], net: true, line: scaled(1000) },
  {
    kind: 'price /10',
    class: 57,
    codes: [...priceCodes, 'pack-as-piece'],
    has: ['unitPrice'],
    net: true,
    line: scaled(0.1),
  },
  { kind: 'price /100', class: 57, codes: priceCodes, has: ['unitPrice'], net: true, line: scaled(0.01) },
  { kind: 'amount x100, no price', class: 57, codes: priceCodes, lacks: ['unitPrice'], line: amountAlone(100) },
  {
    kind: 'amount /100, no price',
    class: 57,
    codes: priceCodes,
    lacks: ['unitPrice'],
    line: (line) => (line.price < 500 ? null : amountAlone(0.01)(line)),
  },
  { kind: 'amount x100', class: 56, codes: priceCodes, has: ['unitPrice'], net: true, line: amountAlone(100) },
  {
    kind: 'x100, odd heading',
    class: 57,
    codes: [...priceCodes, 'column-unused'],
    has: ['unitPrice'],
    net: true,
    line: scaled(100),
    file: ({ shape }) => renamed(shape, 'unitPrice', 'Kolonne 7'),
  },
  {
    kind: 'price +4 %',
    class: 57,
    codes: ['price-above-agreed'],
    has: ['unitPrice'],
    net: true,
    line: (line) => (line.price < 1000 ? null : scaled(1.04)(line)),
  },
  {
    kind: 'amount +4 %, no price',
    class: 57,
    codes: ['price-above-agreed'],
    lacks: ['unitPrice'],
    line: (line) => (line.price < 1000 || Math.abs(line.amount) < 5000 ? null : amountAlone(1.04)(line)),
  },
  { kind: 'VAT 25', class: 54, codes: ['vat-included-25'], has: ['unitPrice'], net: true, line: withVat(25) },
  { kind: 'VAT 15', class: 55, codes: ['vat-included-15'], has: ['unitPrice'], net: true, line: withVat(15) },
  {
    kind: 'VAT 15, no price',
    class: 55,
    codes: ['vat-included-15'],
    lacks: ['unitPrice'],
    line: (line) => (Math.abs(line.amount) < 3000 ? null : withVat(15)(line)),
  },
  {
    kind: 'quantity is money',
    class: 56,
    codes: priceCodes,
    line: (line, { shape }) =>
      line.quantity === line.amount * 10
        ? null
        : {
            raw: {
              quantity: isTyped(shape)
                ? (line.amount / 100).toFixed(2).replace('.', ',')
                : numberText(line.amount / 100, 2, shape),
            },
          },
  },
  {
    kind: 'pack as piece',
    class: 52,
    codes: ['pack-as-piece'],
    line: (line, drawn) => (agreedOf(line, drawn).pieces === null ? null : { unit: 'stk' }),
  },
  {
    kind: 'piece as pack',
    class: 52,
    codes: ['pack-as-piece', 'unit-unknown'],
    line: (line, drawn) => {
      const { pieces } = agreedOf(line, drawn);
      return pieces === null || line.price < pieces * 100
        ? null
        : { price: Math.round(line.price / pieces), amount: amountOf(Math.round(line.price / pieces), line.quantity) };
    },
  },
  {
    kind: 'price jump',
    class: 0,
    codes: ['price-jump'],
    line: (line) => ({ ...outside(line), ...scaled(6)(line) }),
    context: history,
  },
  {
    kind: 'unit switch',
    class: 0,
    codes: ['price-jump'],
    line: (line) => (line.price < 2400 ? null : { ...outside(line), unit: 'stk', ...scaled(1 / 12)(line) }),
    context: history,
  },
  {
    kind: 'future date',
    class: 40,
    codes: ['date-in-future'],
    line: (_, { agreement }) => ({ date: addDays(agreement.start, 27) }),
    context: ({ agreement }) => ({ asOf: addDays(agreement.start, 26) }),
  },
  {
    kind: 'date outside',
    class: 40,
    codes: ['date-outside-period'],
    line: (_, { agreement }, draws) => ({ date: addDays(agreement.start, -draws.between(10, 50)) }),
  },
  {
    kind: 'date impossible',
    class: 43,
    codes: ['date-impossible', 'date-unreadable'],
    line: (_, { agreement, shape }) => ({
      raw: {
        date:
          shape.dates === 'yyyy-mm-dd'
            ? `${agreement.start.slice(0, 4)}-02-30`
            : shape.dates === 'yyyymmdd'
              ? `${agreement.start.slice(0, 4)}0230`
              : `30.02.${agreement.start.slice(0, 4)}`,
      },
    }),
  },
  {
    kind: 'item and GTIN',
    class: 0,
    codes: ['item-gtin-differ'],
    has: ['gtin'],
    line: (line, { agreement }) => {
      const other = agreement.items.find(({ gtin }) => gtin !== null && gtin !== line.gtin);
      return line.gtin === '' || !other ? null : { gtin: other.gtin! };
    },
  },
  {
    kind: 'GTIN shortened',
    class: 27,
    codes: ['scientific-notation', 'gtin-check-digit'],
    has: ['gtin'],
    line: written('gtin', '7,03E+12', '7.03E+12'),
  },
  {
    kind: 'GTIN check digit',
    class: 28,
    codes: ['gtin-check-digit'],
    has: ['gtin'],
    line: ({ gtin }) => (gtin === '' ? null : { gtin: `${gtin.slice(0, -1)}${(Number(gtin.at(-1)) + 3) % 10}` }),
  },
  { kind: 'item unknown', class: 30, codes: ['item-unknown'], line: outside },
  { kind: 'unit unknown', class: 50, codes: ['unit-unknown'], line: written('unit', 'zq', 'HSP', 'ukj') },
  {
    kind: 'buyer not entitled',
    class: 39,
    codes: ['buyer-not-entitled'],
    has: ['buyer'],
    lacks: ['buyerOrg'],
    line: () => ({ buyerText: 'Ytterstad kommune' }),
  },
  {
    kind: 'buyer misspelt',
    class: 36,
    codes: ['buyer-spelling', 'buyer-not-entitled'],
    has: ['buyer'],
    lacks: ['buyerOrg'],
    line: ({ buyer }, { agreement, shape }) =>
      shape.buyerBy === 'org' ? null : { buyerText: agreement.buyers[buyer]!.name.replace(/(.{3})./, '$1') },
  },
  { kind: 'quantity in words', class: 18, codes: ['not-a-number'], line: written('quantity', 'ca 10', 'ti', '-') },
  { kind: 'quantity empty', class: 14, codes: ['required-empty'], line: written('quantity', '') },
  {
    kind: 'broken formula',
    class: 13,
    codes: ['formula-cell'],
    line: written('quantity', '#N/A', '#REF!', '#VÄRDE!', '#VERDI!', '#WERT!', '#DIV/0!'),
  },
  {
    kind: 'line twice',
    class: 46,
    codes: ['duplicate-line'],
    has: ['invoice'],
    lacks: ['line'],
    twice: true,
    line: () => ({}),
  },
  {
    kind: 'negative price',
    class: 24,
    codes: ['negative-price'],
    has: ['unitPrice'],
    net: true,
    line: (line) => (line.quantity < 0 ? null : { price: -line.price, amount: -line.amount }),
  },
  {
    kind: 'currency in heading',
    class: 60,
    codes: ['foreign-currency'],
    file: ({ shape }, draws) => {
      const at = shape.columns.indexOf('amount');
      const currency = draws.one(['EUR', 'DKK', 'USD']);
      shape.headings[at] = `${shape.headings[at]!.replace(/ NOK| kr$/, '')} ${draws.one([`(${currency})`, currency])}`;
      return true;
    },
  },
];

function renamed(shape: DrawnExport['shape'], kind: ColumnKind, heading: string): boolean {
  shape.headings[shape.columns.indexOf(kind)] = heading;
  return true;
}

/** Plants an error in some lines of an export, or in all of it. Returns false where the export cannot have it. */
export function plant(kind: PlantKind, drawn: DrawnExport, draws: Draws): boolean {
  const { columns } = drawn.shape;
  if (
    kind.has?.some((column) => !columns.includes(column)) ||
    kind.lacks?.some((column) => columns.includes(column)) ||
    (kind.net && drawn.shape.grossPrice)
  )
    return false;
  if (kind.file && !kind.file(drawn, draws)) return false;
  if (!kind.line) return true;
  const goods = drawn.deliveries.filter((line) => line.kind === 'goods' && line.quantity > 0 && !line.ofOthers);
  let left = draws.between(1, 3);
  for (let tries = 0; tries < 40 && left > 0; tries += 1) {
    const line = draws.one(goods);
    const at = drawn.deliveries.indexOf(line);
    const change = at < 0 || line.planted ? null : kind.line(line, drawn, draws);
    if (change === null) continue;
    const wrong: Delivery = { ...line, ...change, raw: { ...line.raw, ...change.raw }, planted: true };
    if (kind.twice) drawn.deliveries.splice(at + 1, 0, wrong);
    else drawn.deliveries[at] = wrong;
    left -= 1;
  }
  return drawn.deliveries.some(({ planted }) => planted);
}
