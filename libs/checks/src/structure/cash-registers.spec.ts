import type { Cells, Layout } from '../testing-layouts.ts';
import { amountOf, dayOf, drawn, priceOf, testLayout, townOf } from '../testing-layouts.ts';

type Form = (ore: number) => string;

const grouped =
  (sign: string, decimal: string): Form =>
  (ore) => {
    const [whole, part] = (ore / 100).toFixed(2).split('.');
    return `${whole!.replace(/\B(?=(\d{3})+$)/g, sign)}${decimal}${part}`;
  };
const forms: Readonly<Record<string, Form>> = {
  '1.234,56': grouped('.', ','),
  '1 234,56': grouped(' ', ','),
  "1'234.56": grouped("'", '.'),
  '1,234.56': grouped(',', '.'),
};

/** Customer, item, name, quantity, unit, price with and without VAT, amount with and without VAT, and day. */
const headings: readonly Cells[] = [
  ['Butikk', 'PLU', 'Vare', 'Ant', 'Enh', 'Pris inkl', 'Pris eks', 'Sum inkl', 'Sum eks', 'Tid'],
  ['Kunde', 'PLU', 'Vare', 'Ant', 'Enh', 'Pris m/mva', 'Pris u/mva', 'Beløp m/mva', 'Beløp u/mva', 'Salgsdato'],
  ['Kund', 'PLU', 'Artikel', 'Antal', 'Enhet', 'Pris ink moms', 'Pris ex moms', 'Summa ink', 'Summa ex', 'Datum'],
  [
    'Kunde',
    'PLU',
    'Varetekst',
    'Antal',
    'Enhed',
    'Pris m. moms',
    'Pris u. moms',
    'Beløb m. moms',
    'Beløb u. moms',
    'Dato',
  ],
  ['Kunde', 'PLU', 'Artikel', 'Menge', 'ME', 'VK brutto', 'VK netto', 'Umsatz brutto', 'Umsatz netto', 'Datum'],
  ['Customer', 'PLU', 'Item', 'Qty', 'UoM', 'Price inc VAT', 'Price ex VAT', 'Total inc VAT', 'Total ex VAT', 'Date'],
];

const layoutOf = (heading: Cells, form: Form): Layout => ({
  name: heading[5]!,
  heading,
  cells: (line, item) => [
    townOf(line),
    item.number,
    item.name,
    String(line.quantity),
    item.unit,
    form(Math.round(priceOf(line, item) * 1.25)),
    form(priceOf(line, item)),
    form(Math.round(amountOf(line, item) * 1.25)),
    form(amountOf(line, item)),
    dayOf(line.day),
  ],
});

const layouts = headings.flatMap((heading) =>
  Object.entries(forms).map(([name, form]) => [heading[5]!, name, layoutOf(heading, form)] as const),
);

describe.each(layouts)('a cash register with «%s» and numbers as %s', (_, _form, layout) => {
  testLayout(layout, () => drawn);
});
