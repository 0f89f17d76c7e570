import { writeXlsx } from '@tallgrunn/tabular';
import { Gtin } from '@tallgrunn/values';

/** Composed monthly exports of a clerk's own system. They have the shapes of real files, but are no one's file. */

export interface Item {
  readonly number: string;
  readonly name: string;
  readonly gtin: string;
  readonly unit: string;
  /** øre */
  readonly price: number;
  /** smaller units in one agreed unit */
  readonly holds: number;
}

const names = [
  'Rundstykker grove',
  'Pizza skinke',
  'Fiskeboller',
  'Kjøttkaker',
  'Havregryn',
  'Eplejuice',
  'Kakaopulver',
  'Makaroni',
  'Tomat hermetisk',
  'Erter fryst',
  'Lapskaus',
  'Vaffelrøre',
  'Knekkebrød',
  'Brunost',
  'Rødkål',
  'Sild i lake',
  'Flatbrød',
  'Grønnsaksblanding',
  'Kyllingbiter',
  'Potetmos',
  'Hamburger',
  'Blåbærsyltetøy',
  'Yoghurt naturell',
  'Laksefilet',
];
const sizes = [6, 12];

/** Returns a GTIN of a series without an owner, with its check digit. */
function gtinOf(at: number): string {
  const first = `209990470${String(at).padStart(3, '0')}`;
  return Array.from({ length: 10 }, (_, digit) => `${first}${digit}`).find((text) => Gtin.parse(text).ok)!;
}

/** Agreed items, by the carton. Each name states the number of packs in it. */
export const items: readonly Item[] = names.map((name, at) => ({
  number: `05${String(101 + at)}`,
  name: `${name} ${sizes[at % 2]} x 800 g`,
  gtin: gtinOf(at),
  unit: 'krt',
  price: 14_600 + at * 1_730,
  holds: sizes[at % 2]!,
}));

export const priceForm = [
  'Varenummer;GTIN;Varenavn;Enhet;Pris eks. mva;Gyldig fra',
  ...items.map(({ number, gtin, name, unit, price }) =>
    [number, gtin, name, unit, kroner(price), '01.01.2026'].join(';'),
  ),
  '',
].join('\r\n');

/** Formats øre as NOK with a decimal comma. */
export function kroner(ore: number): string {
  const text = String(Math.abs(Math.round(ore))).padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${text.slice(0, -2)},${text.slice(-2)}`;
}

/** Returns a generator of numbers; the same seed gives the same sequence. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A line of a sale, before errors are added. */
export interface Sale {
  readonly customer: string;
  readonly customerNumber: string;
  readonly site: string;
  readonly orderedBy: string;
  readonly day: string;
  readonly invoice: string;
  readonly line: number;
  readonly item: string;
  readonly itemName: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly amount: string;
}

export const ours = [
  'Kongsvinger kommune',
  'Nord-Odal kommune',
  'Sør-Odal kommune',
  'Eidskog kommune',
  'Grue kommune',
  'Åsnes kommune',
];
const sites = ['Sentralkjøkkenet', 'Ungdomsskolen', 'Barneskolen', 'Omsorgssenteret'];
const staff = ['Berit Sandbakken', 'Odd Myrvold', 'Tone Ekeberg'];
const others = [
  'Elverum kommune',
  'Hamar kommune',
  'Stange kommune',
  'Ringsaker kommune',
  'Trysil kommune',
  'Løten kommune',
  'Glåmos Hotell AS',
  'Kongsvinger Kro AS',
];

export function sales(seed: number, month: string, count: number, customers: readonly string[] = ours): Sale[] {
  const draw = randomNumbers(seed);
  return Array.from({ length: count }, (_, at) => {
    const customer = customers[Math.floor((at * customers.length) / count)]!;
    const item = items[draw(items.length)]!;
    const quantity = draw(12) + 1;
    return {
      customer,
      customerNumber: String(310_000 + customers.indexOf(customer) * 7),
      site:
        customers === ours
          ? `${customer.replace(/ kommune$/, '')} ${sites[draw(sites.length)]!.toLowerCase()}`
          : ['Hovedlager', 'Kjøkkenet', 'Varemottak'][draw(3)]!,
      orderedBy: staff[draw(staff.length)]!,
      day: `${String(draw(28) + 1).padStart(2, '0')}.${month}.2026`,
      invoice: String(4_100_000 + Number(month) * 1_000 + Math.floor(at / 6)),
      line: (at % 6) + 1,
      item: item.number,
      itemName: item.name,
      quantity: String(quantity),
      unit: item.unit,
      price: kroner(item.price),
      amount: kroner(item.price * quantity),
    };
  });
}

const priceOf = ({ item }: Sale): Item => items.find(({ number }) => number === item)!;
const ore = (text: string): number => Math.round(Number(text.replace(',', '.')) * 100);

/** Misspelt customers in a first month, by correct name. */
export const misspelt: Readonly<Record<string, string>> = {
  'Grue kommune': 'Gruue komm.',
  'Kongsvinger kommune': 'KONGSVINGER KOMM.',
  'Eidskog kommune': 'Eidskoug kommune',
};

export interface Month {
  readonly own: readonly Sale[];
  readonly foreign: readonly Sale[];
}

/**
 * Builds a month as a supplier's own system and clerks write it. `errors` adds wrong figures to the habits of the
 * system.
 */
export function messyMonth(seed: number, month: string, { errors }: { readonly errors: boolean }): Month {
  const own = sales(seed, month, 600).map((sale, at): Sale => {
    const item = priceOf(sale);
    const changes: { -readonly [Part in keyof Sale]?: Sale[Part] } = {};
    if (at % 60 === 7 && misspelt[sale.customer]) changes.customer = misspelt[sale.customer];
    // The agreed carton under the supplier's own unit names.
    if (at % 9 === 2) changes.unit = `pk à ${item.holds}`;
    else if (at % 23 === 5) changes.unit = 'spn';
    if (at % 5 === 1) changes.item = item.number.replace(/^0+/, '');
    if (errors && [33, 211, 400].includes(at))
      Object.assign(changes, {
        price: kroner(item.price * 1.15),
        amount: kroner(item.price * 1.15 * Number(sale.quantity)),
      });
    if (errors && [253, 598].includes(at))
      Object.assign(changes, {
        price: kroner(item.price * 1.04),
        amount: kroner(Math.round(item.price * 1.04) * Number(sale.quantity)),
      });
    if (errors && at === 480) changes.amount = kroner(ore(sale.amount) + 25_000);
    if (errors && at === 520) changes.quantity = 'ca 10';
    return { ...sale, ...changes };
  });
  const fees = errors
    ? [
        ['Frakt', 12_900],
        ['Ekspedisjonsgebyr', 4_900],
      ].map(([name, amount], at): Sale => ({
        ...own[at * 100]!,
        item: '',
        itemName: String(name),
        quantity: '1',
        unit: 'stk',
        price: kroner(Number(amount)),
        amount: kroner(Number(amount)),
        line: 90 + at,
      }))
    : [];
  return {
    own: [...own, ...fees],
    foreign: [...sales(seed + 1, month, 880, others), ...sales(seed + 2, month, 20, ['Grue Sanitetsforening'])],
  };
}

const groups = [
  'Mottaker',
  'Mottaker',
  'Mottaker',
  'Mottaker',
  'Levering',
  'Levering',
  'Levering',
  'Levering',
  'Vare',
  'Vare',
  'Vare',
  'Vare',
  'Beløp',
  'Beløp',
];
const headings = [
  'Kd.nr',
  'Fakturakunde',
  'Utleveringssted',
  'Bestilt av',
  'Utlev.',
  'Bilag',
  'Pos',
  'Ordre',
  'Art.',
  'Beskrivelse',
  'Kvantum',
  'Pakn.',
  'À-pris',
  'Netto',
];
const cells = (sale: Sale): string[] => [
  sale.customerNumber,
  sale.customer,
  sale.site,
  sale.orderedBy,
  sale.day,
  sale.invoice,
  String(sale.line),
  `O${sale.invoice}`,
  sale.item,
  sale.itemName,
  sale.quantity,
  sale.unit,
  sale.price,
  sale.amount,
];
const blank = (label: string, amount: number): string[] => [
  label,
  ...Array.from({ length: 12 }, () => ''),
  kroner(amount),
];

/**
 * Writes the export of all customers as a workbook: rows above, two heading rows, subtotals, a total and a note below.
 */
export async function salesWorkbook({ own, foreign }: Month, title: string): Promise<Buffer> {
  const byCustomer = Map.groupBy(
    [...own, ...foreign],
    ({ customerNumber, customer }) => `${customerNumber} ${customer}`,
  );
  const sum = (all: readonly Sale[]) => all.reduce((total, { amount }) => total + ore(amount), 0);
  const body = [...byCustomer].flatMap(([customer, all]) => [...all.map(cells), blank(`Sum ${customer}`, sum(all))]);
  const rows = [headings, ...body, blank('TOTALSUM', sum([...own, ...foreign])), ['Utskrift fra salgsmodulen']];
  const values = async function* () {
    for (const row of rows) yield row;
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx([
    {
      name: 'Salgsstatistikk',
      titles: ['Salgsstatistikk', title, 'Alle kunder', 'Beløp uten merverdiavgift'],
      columns: groups.map((header) => ({ header, kind: 'text' as const })),
      rows: values(),
    },
  ]))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Returns the sum of the lines, in øre. */
export const sumOf = (all: readonly Sale[]): number => all.reduce((total, { amount }) => total + ore(amount), 0);

/**
 * Writes an invoice list as CSV in Windows-1252, with the payer, short dates and its own headings. Returns the file
 * rows of each planted error.
 */
export function invoiceLines(
  seed: number,
  month: string,
): { readonly bytes: Buffer; readonly planted: Readonly<Record<string, readonly number[]>> } {
  const own = sales(seed, month, 600).map((sale, at) => ({
    ...sale,
    item: at % 5 === 1 ? sale.item.replace(/^0+/, '') : sale.item,
  }));
  const rows: Sale[] = [...own];
  const change = (ats: readonly number[], how: (sale: Sale, item: Item) => Partial<Sale>): number[] => {
    for (const at of ats)
      rows[at] = {
        ...rows[at]!,
        ...how(
          rows[at]!,
          items.find(({ number }) => number.endsWith(rows[at]!.item))!,
        ),
      };
    return ats.map((at) => at + 2);
  };
  const planted = {
    hundredfold: change([29, 53, 160, 255, 261, 368, 478, 544], (sale, item) => ({
      price: kroner(item.price * 100),
      amount: kroner(item.price * 100 * Number(sale.quantity)),
    })),
    vat: change([70, 171, 302], (sale, item) => ({
      price: kroner(item.price * 1.15),
      amount: kroner(item.price * 1.15 * Number(sale.quantity)),
    })),
    renumbered: change([322, 395, 585], () => ({
      item: '50114',
      itemName: items[13]!.name,
      price: kroner(items[13]!.price),
      amount: kroner(items[13]!.price * 2),
      quantity: '2',
    })),
    multiplied: change([90, 410], (sale) => ({ amount: kroner(ore(sale.amount) + 31_700) })),
  };
  const otherGtin = [205, 333, 577].map((at) => at + 2);
  const gtin = (sale: Sale, at: number): string => {
    const item = items.findIndex(({ name }) => name === sale.itemName);
    return items[(item + (otherGtin.includes(at + 2) ? 5 : 0)) % items.length]!.gtin;
  };
  const doubled = [120, 121, 122, 123].map((at) => rows[at]!);
  const first = rows.length + 2;
  rows.push(...doubled);
  const credit = {
    ...rows[10]!,
    quantity: `-${rows[10]!.quantity}`,
    amount: `-${rows[10]!.amount}`,
    invoice: '4199001',
  };
  rows.push(credit);
  const heads = [
    'Betaler',
    'Lev.adresse',
    'Fakt',
    'L',
    'Dato',
    'Varenr',
    'EAN',
    'Tekst',
    'Ant',
    'Enh',
    'Stk.pris',
    'Linjesum',
  ];
  const short = (day: string) => `${Number(day.slice(0, 2))}/${Number(day.slice(3, 5))}-26`;
  const text = [
    heads,
    ...rows.map((sale, at) => [
      sale.customer,
      sale.site,
      sale.invoice,
      String(sale.line),
      short(sale.day),
      sale.item,
      gtin(sale, at),
      sale.itemName,
      sale.quantity,
      sale.unit,
      sale.price,
      sale.amount,
    ]),
  ]
    .map((row) => row.join(';'))
    .join('\r\n');
  return {
    bytes: Buffer.from(text, 'latin1'),
    planted: { ...planted, otherGtin, twice: doubled.map((_, at) => first + at) },
  };
}

/** Writes a few correct lines with the headings of the agreement. */
export function shortReport(seed: number, month: string): Buffer {
  const rows = sales(seed, month, 24).map(({ customer, item, itemName, quantity, unit, price, amount, day }) => [
    customer,
    item,
    itemName,
    quantity,
    unit,
    price,
    amount,
    day,
  ]);
  return Buffer.from(
    [['Kunde', 'Varenummer', 'Varenavn', 'Antall', 'Enhet', 'Pris', 'Beløp', 'Leveringsdato'], ...rows]
      .map((row) => row.join(';'))
      .join('\r\n'),
  );
}
