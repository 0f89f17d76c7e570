import type { Field, ReportLine } from '../reports/line.ts';
import { numberText, type Planter, type PlantingBed } from '../reports/planting.ts';
import { oreText } from '../values/amounts.ts';
import { periodRange } from '../values/calendar.ts';
import type { Cell } from '../writing/cell.ts';

/** Further variants of the same mistakes: other texts, columns and notations. */

type Wording = (bed: PlantingBed, line: ReportLine) => readonly [field: Field, cell: Cell];

const withDecimals = (ore: number, { form }: PlantingBed): string =>
  oreText(ore).replace('.', form.csv?.numbers.decimal ?? ',');

const quantityText: Wording = ({ rng }, line) => {
  const quantity = numberText(line.cells.quantity);
  return [
    'quantity',
    rng.pick([
      `ca. ${quantity}`,
      `${quantity} ${numberText(line.cells.unit)}`,
      '?',
      'se faktura',
      `${quantity} + ${quantity}`,
      'ti',
      'n/a',
      `~${quantity}`,
    ]),
  ];
};

const blank: Wording = ({ rng }) => [
  rng.pick(['quantity', 'unit', 'itemName', 'itemNumber', 'deliveredOn', 'amount'] as const),
  rng.pick([null, ' ']),
];

const currency: Wording = (bed, line) => {
  const amount = withDecimals(line.amount, bed);
  return [
    'amount',
    bed.rng.pick([`kr ${amount}`, `${amount} kr`, `NOK ${amount}`, `${amount} NOK`, `kr. ${amount}`, `Kr${amount}`]),
  ];
};

const foreign: Wording = (bed, line) => {
  const price = withDecimals(Math.max(1, Math.round(line.price / 11)), bed);
  return [
    bed.rng.pick(['unitPrice', 'amount'] as const),
    bed.rng.pick([
      `EUR ${price}`,
      `${price} EUR`,
      `€ ${price}`,
      `$${price}`,
      `USD ${price}`,
      `SEK ${price}`,
      `${price} GBP`,
    ]),
  ];
};

const monthNames = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const dateText: Wording = ({ rng }, line) => {
  const [year, month, day] = numberText(line.cells.deliveredOn).split('-') as [string, string, string];
  const name = monthNames[Number(month) - 1] as string;
  return [
    'deliveredOn',
    rng.pick([
      `${Number(day)}. ${name} ${year}`,
      `${Number(day)}.${name.slice(0, 3)}.${year.slice(2)}`,
      `${Number(day)} ${name} ${year}`,
      `${Number(day)}-${name.slice(0, 3)}-${year}`,
      `${day}. ${name.toUpperCase()} ${year}`,
    ]),
  ];
};

const impossible: Wording = ({ rng, submission }) => {
  const year = periodRange(submission.period).start.slice(0, 4);
  return [
    'deliveredOn',
    rng.pick([
      `30.02.${year}`,
      `31.04.${year}`,
      `31.06.${year}`,
      `15.13.${year}`,
      `00.05.${year}`,
      `${year}-02-30`,
      `${year}-14-01`,
    ]),
  ];
};

const orgLength: Wording = ({ rng }, line) => {
  const right = numberText(line.cells.orgNumber);
  return ['orgNumber', rng.pick([right.slice(0, 8), `${right}1`, right.slice(1), right.slice(0, 6)])];
};

const placeholder: Wording = ({ rng }) => ['orgNumber', rng.pick(['999999999', '000000000', '123456789', '111111111'])];

const scientific: Wording = ({ rng }, line) => {
  const gtin = numberText(line.cells.gtin);
  return [
    'gtin',
    rng.pick([
      `${gtin[0]},${gtin.slice(1, 3)}E+12`,
      `${gtin[0]}.${gtin.slice(1, 6)}E+12`,
      `${gtin[0]},${gtin.slice(1, 4)}e+12`,
      `${gtin[0]}E+12`,
    ]),
  ];
};

const unknownUnit: Wording = ({ rng }) => [
  'unit',
  rng.pick(['KLI', 'bunt à 6', 'stabel', 'dsp', 'pk à 12', 'sett m/4', 'XZ']),
];

const injection: Wording = ({ rng }) => [
  'itemName',
  rng.pick([
    '=HYPERLINK("http://bilder.example/vare","Se bilde")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=1+1',
    "-2+3+cmd|' /C calc'!A0",
  ]),
];

/** A lost or doubled letter, or replacements for characters that a keyboard does not have. */
const misspelt: Wording = ({ rng }, line) => {
  const name = numberText(line.cells.municipality);
  const at = rng.int(1, name.length - 2);
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const plain = name.replace('Å', 'Aa').replace('å', 'aa').replace('ø', 'o').replace('-', ' ');
  return [
    'municipality',
    rng.pick([`${before}${after}`, `${before}${letter}${letter}${after}`, ...(plain === name ? [] : [plain])]),
  ];
};

/** Returns false for short names, which give too little to recognise. */
const isLong = ({ cells }: ReportLine): boolean => numberText(cells.municipality).length >= 5;

const worded =
  (kind: string, wording: Wording, fits: (line: ReportLine) => boolean = () => true): Planter =>
  (bed, count) => {
    for (const line of bed.take(count, fits)) {
      const [field, cell] = wording(bed, line);
      bed.write(kind, line, field, cell);
    }
  };

const extraNames: Readonly<Record<'fee-line' | 'deposit-line', readonly string[]>> = {
  'fee-line': [
    'Frakt',
    'Fraktkostnad',
    'Porto',
    'Miljøgebyr',
    'Ekspedisjonsgebyr',
    'Fakturagebyr',
    'Frakt og emballasje',
    'Transporttillegg',
    'Freight',
    'Drivstofftillegg',
  ],
  'deposit-line': ['Pant returkasse', 'Pant flaske 2 kr', 'Pant', 'PANT BRETT', 'Flaskepant', 'Deposit crate'],
};

/** Inserts a line that is not an item, with its cost, after a line of the same customer. */
const extra =
  (kind: keyof typeof extraNames): Planter =>
  (bed, count) => {
    for (const model of bed.take(count)) {
      const ore = bed.rng.int(20, 390) * 100;
      const cells = {
        ...model.cells,
        itemNumber: bed.rng.pick(['9000', '9100', 'F-1']),
        gtin: null,
        itemName: bed.rng.pick(extraNames[kind]),
        quantity: { number: '1' },
        unit: 'stk',
        unitPrice: { number: oreText(ore) },
        amount: { number: oreText(ore) },
        invoiceLine: null,
      };
      const line: ReportLine = { ...model, deliveries: [], like: [], quantity: 1000, price: ore, amount: ore, cells };
      bed.insertAfter(model, line);
      bed.note(kind, line, 'itemName', null);
    }
  };

export const wordingPlanters: Record<string, Planter> = {
  'quantity-text': worded('quantity-text', quantityText),
  'quantity-blank': worded('quantity-blank', blank),
  'currency-text': worded('currency-text', currency),
  'foreign-currency': worded('foreign-currency', foreign),
  'date-text': worded('date-text', dateText),
  'date-impossible': worded('date-impossible', impossible),
  'org-short': worded('org-short', orgLength),
  'org-placeholder': worded('org-placeholder', placeholder),
  'scientific-gtin': worded('scientific-gtin', scientific),
  'unit-unknown': worded('unit-unknown', unknownUnit),
  injection: worded('injection', injection),
  misspelt: worded('misspelt', misspelt, isLong),
  'fee-line': extra('fee-line'),
  'deposit-line': extra('deposit-line'),
};
