import { readFileSync } from 'node:fs';
import { oreOf, readRows, rowsOf } from '@tallgrunn/demo-world/testing';
import { worldFile } from './world.ts';

/**
 * The truth of the demo world, calculated from its deliveries, invoices and vouchers, and from the files with the
 * demo's own reader. It uses neither the product nor its code. Amounts are in øre, quantities in the item's own unit,
 * months YYYY-MM and inclusive.
 */

interface Table {
  columns: string[];
  rows: unknown[][];
}
interface Delivery {
  supplier: string;
  municipality: string;
  item: string;
  deliveredOn: string;
  quantity: number;
  price: number;
  agreedPrice: number;
  amount: number;
  invoice: string | null;
  id: number;
}
interface Item {
  supplier: string;
  number: string;
  unit: string;
  /** kg CO₂e per unit, and the id of its factor; 'own' for the manufacturer's own figure. */
  footprint: number;
  footprintSource: string;
  onAssortment: number;
}
interface Invoice {
  supplier: string;
  number: string;
  municipality: string;
  issuedOn: string;
  bookedPeriod: string | null;
  fee: number;
  archive: number | null;
  postings: unknown[];
}
interface ReportLine {
  file: number;
  row: number;
  deliveries: number[];
}
interface Planted {
  kind: string;
  file: string;
  row: number | null;
}
interface Factor {
  id: string;
}
interface Truth {
  asOf: string;
  deliveries: Table;
  items: Table;
  invoices: Table;
  reportLines: Table;
  postings: Table;
  files: Table;
  errors: Planted[];
  factors: Factor[];
}
interface World {
  buyers: { municipalityNumber: string; name: string }[];
  suppliers: { key: string; name: string; agreement: string }[];
  ledgers: { municipality: string; path: string }[];
}
interface Report {
  path: string | null;
  outcome: string;
  decidedAt: string | null;
}

export interface Months {
  from: string;
  to: string;
}

/** A ledger row as in its file, with its true content. */
export interface Booked {
  municipality: string;
  account: string;
  month: string;
  amount: number;
  kind: 'goods' | 'fee' | 'vat' | 'off-agreement' | 'other' | 'internal';
  supplier: string | null;
  invoice: string | null;
  /** 1 operating, 0 investment. */
  accountClass: '0' | '1';
}

const json = <T>(...names: string[]): T => JSON.parse(readFileSync(worldFile(...names), 'utf8')) as T;
const truth = json<Truth>('truth.json');
const world = json<World>('world.json');
const paths = rowsOf<{ path: string }>(truth.files).map(({ path }) => path);
const items = new Map(rowsOf<Item>(truth.items).map((item) => [`${item.supplier} ${item.number}`, item]));
const invoices = new Map(
  rowsOf<Invoice>(truth.invoices).map((invoice) => [`${invoice.supplier}/${invoice.number}`, invoice]),
);
const deliveries = rowsOf<Delivery>(truth.deliveries).map((each) => ({ ...each, quantity: each.quantity / 1000 }));
const isIn = (month: string, { from, to }: Months) => month >= from && month <= to;
const sumOf = <T>(rows: Iterable<T>, of: (row: T) => number): number =>
  [...rows].reduce((sum, row) => sum + of(row), 0);

export const { suppliers } = world;
export const municipalities = world.buyers;
/** The world's current month, which is in no ledger or report yet. */
export const today = truth.asOf.slice(0, 7);

/** Account headings of the three ledger systems. */
const ACCOUNT = ['KOSTRA-art', 'Art', 'Konto'];
const townOf = new Map(world.ledgers.map(({ path, municipality }) => [path, municipality]));

/** Every row of every ledger. */
export const ledgers: readonly Booked[] = [
  ...Map.groupBy(
    rowsOf<{
      file: number;
      row: number;
      kind: Booked['kind'];
      invoice: string | null;
      amount: number;
      accountClass: Booked['accountClass'];
    }>(truth.postings),
    ({ file }) => file,
  ),
].flatMap(([file, postings]) => {
  const path = paths[file] as string;
  const rows = readRows(path, readFileSync(worldFile(path)));
  const heads = rows[0] as string[];
  const [account, period] = [
    heads.indexOf(ACCOUNT.find((name) => heads.includes(name)) as string),
    heads.indexOf('Periode'),
  ];
  return postings.map(({ row, kind, invoice, amount, accountClass }) => {
    const cells = rows[row - 1] as string[];
    const month = (cells[period] as string).replace(/^(\d{4})(\d{2}).*$/, '$1-$2');
    return {
      municipality: townOf.get(path) as string,
      account: cells[account] as string,
      month,
      amount,
      kind,
      supplier: invoice?.split('/')[0] ?? null,
      invoice,
      accountClass,
    };
  });
});

/** Returns false for VAT and internal charges within a municipality. */
const isPurchase = ({ kind }: Booked) => kind !== 'vat' && kind !== 'internal';
const inLedgers = new Set(ledgers.map(({ invoice }) => invoice));
/** Returns the last month in a municipality's ledger, which may still receive vouchers. Null without a ledger. */
export const lastLedgerMonth = (municipality: string): string | null =>
  ledgers
    .filter((row) => row.municipality === municipality)
    .map(({ month }) => month)
    .sort()
    .at(-1) ?? null;
const billedOn = Map.groupBy(deliveries, ({ supplier, invoice }) => `${supplier}/${invoice}`);
/**
 * E-invoices of months without a ledger: items and fee count on the day of issue. In a month with a ledger, an
 * e-invoice is in that ledger or will be in the next.
 */
const unbookedInvoices = [...invoices]
  .map(([key, { supplier, municipality, issuedOn, fee, archive }]) => ({
    key,
    archive,
    supplier,
    municipality,
    month: issuedOn.slice(0, 7),
    amount: fee + sumOf(billedOn.get(key) ?? [], ({ amount }) => amount),
  }))
  .filter(
    ({ key, archive, municipality, month }) =>
      archive !== null && !inLedgers.has(key) && month > (lastLedgerMonth(municipality) ?? ''),
  );

interface TruthFilter {
  months: Months;
  municipality?: string;
  supplier?: string;
}
const matchesFilter = (
  row: { municipality: string; month: string; supplier: string | null },
  { months, municipality, supplier }: TruthFilter,
) =>
  isIn(row.month, months) &&
  (municipality === undefined || row.municipality === municipality) &&
  (supplier === undefined || row.supplier === supplier);

/** Returns purchases excl. VAT: the ledgers, plus the e-invoices of months without a ledger. */
export const purchases = (asked: TruthFilter): number =>
  sumOf(
    [...ledgers.filter(isPurchase), ...unbookedInvoices].filter((row) => matchesFilter(row, asked)),
    ({ amount }) => amount,
  );

/**
 * Returns purchases on the operating accounts, according to the ledgers. An e-invoice that is in no ledger has no
 * account.
 */
export const operating = (asked: TruthFilter): number =>
  sumOf(
    ledgers.filter((row) => isPurchase(row) && row.accountClass === '1' && matchesFilter(row, asked)),
    ({ amount }) => amount,
  );

/** Reports accepted by the world's day, by path. */
const accepted = new Set(
  json<{ entries: Report[] }>('reports', 'manifest.json')
    .entries.filter(
      ({ outcome, decidedAt }) =>
        outcome === 'accepted' && decidedAt !== null && new Date(decidedAt) <= new Date(truth.asOf),
    )
    .map(({ path }) => path),
);
const acceptedLines = rowsOf<ReportLine>(truth.reportLines).filter(({ file }) => accepted.has(paths[file] as string));
const lineOf = new Map(acceptedLines.flatMap((line) => line.deliveries.map((id) => [id, line] as const)));
/** Report rows with a planted error. */
const planted = new Set(truth.errors.flatMap(({ file, row }) => (row === null ? [] : [`${file} ${row}`])));
const isWrong = ({ file, row }: ReportLine) => planted.has(`${paths[file]} ${row}`);
const itemOf = ({ supplier, item }: Delivery): Item => items.get(`${supplier} ${item}`) as Item;

/** Deliveries with their invoice in a ledger, in that ledger's month. */
const booked = deliveries.flatMap((delivery) => {
  const key = `${delivery.supplier}/${delivery.invoice}`;
  const month = invoices.get(key)?.bookedPeriod;
  return month && inLedgers.has(key) ? [{ ...delivery, month, line: lineOf.get(delivery.id) }] : [];
});

/**
 * Returns the part of the purchases for which a perfect reader knows the item. These are assortment items booked in
 * these months and named in an accepted report. `most` has all of them, `least` excludes rows with errors in the
 * report.
 */
export function knownByItem(asked: TruthFilter): { least: number; most: number } {
  const known = booked.filter(
    (each) => matchesFilter(each, asked) && each.line !== undefined && itemOf(each).onAssortment === 1,
  );
  return {
    least: sumOf(
      known.filter(({ line }) => !isWrong(line as ReportLine)),
      ({ amount }) => amount,
    ),
    most: sumOf(known, ({ amount }) => amount),
  };
}

/**
 * Returns what a supplier charged above the agreed price in accepted reports: rows with a planted price, and the
 * difference for the quantity delivered.
 */
export function chargedAboveAgreed(supplier: string): { lines: number; amount: number } {
  const rows = new Set(
    truth.errors.filter(({ kind }) => kind === 'price-above-agreed').map(({ file, row }) => `${file} ${row}`),
  );
  const delivery = new Map(deliveries.map((each) => [each.id, each]));
  const charged = acceptedLines
    .filter(({ file, row }) => rows.has(`${paths[file]} ${row}`))
    .map((line) => line.deliveries.map((id) => delivery.get(id) as Delivery))
    .filter(([first]) => first?.supplier === supplier);
  return {
    lines: charged.length,
    amount: sumOf(charged.flat(), ({ price, agreedPrice, quantity }) => (price - agreedPrice) * quantity),
  };
}

export interface TrueItem {
  supplier: string;
  number: string;
  quantity: number;
  amount: number;
  /** Lowest and highest price per unit. */
  prices: { least: number; most: number };
  /** Tonnes CO₂e per unit, and whether they come from a published factor. */
  tonnesPerUnit: number;
  isPublished: boolean;
  /** Quantity in report rows with errors, or in no accepted report. */
  unsure: number;
}

/** Factor for items without their own, such as ready meals: the mean of all food. */
const MEAN = 'foodmean';
const published = new Set(truth.factors.map(({ id }) => id).filter((id) => id !== MEAN));

/** Returns the assortment items bought, largest amounts first. */
export function itemsBought(asked: TruthFilter): TrueItem[] {
  const bought = Map.groupBy(
    booked.filter((each) => matchesFilter(each, asked) && itemOf(each).onAssortment === 1),
    ({ supplier, item }) => `${supplier} ${item}`,
  );
  return [...bought]
    .map(([key, rows]) => {
      const { supplier, number, footprint, footprintSource } = items.get(key) as Item;
      const prices = rows.map(({ price }) => price);
      return {
        ...{ supplier, number, tonnesPerUnit: footprint / 1000, isPublished: published.has(footprintSource) },
        quantity: sumOf(rows, ({ quantity }) => quantity),
        amount: sumOf(rows, ({ amount }) => amount),
        prices: { least: Math.min(...prices), most: Math.max(...prices) },
        unsure: sumOf(
          rows.filter(({ line }) => line === undefined || isWrong(line)),
          ({ quantity }) => Math.abs(quantity),
        ),
      };
    })
    .sort((one, other) => other.amount - one.amount);
}

/** Returns the true tonnes of a supplier's deliveries to a municipality, by month of delivery. */
export const tonnesDelivered = (municipality: string, supplier: string, months: Months): number =>
  sumOf(
    deliveries.filter(
      (each) =>
        each.municipality === municipality && each.supplier === supplier && isIn(each.deliveredOn.slice(0, 7), months),
    ),
    (each) => each.quantity * itemOf(each).footprint,
  ) / 1000;

/** Returns the suppliers of an agreement. In the demo each has one agreement, so all its bookings are under it. */
const agreementSuppliers = (agreement: string) =>
  suppliers.filter((each) => each.agreement === agreement).map(({ key }) => key);

/** Returns the amount booked under an agreement, including fees. */
export const bookedUnder = (agreement: string, months: Months): number =>
  sumOf(agreementSuppliers(agreement), (supplier) => purchases({ months, supplier }));

/** Headings of the amount column. */
const AMOUNT = ['Sum eks. mva', 'Beløp', 'line_total'];
const writesCommas = (path: string) => path.includes('/finnskog-');

/**
 * Returns the amounts in the accepted reports of an agreement up to the end of a year, as in their files, including
 * fees and duplicate lines.
 */
export function reportedUnder(agreement: string, year: string): number {
  const files = [...accepted].filter(
    (path): path is string =>
      path !== null &&
      agreementSuppliers(agreement).some((key) => path.startsWith(`reports/${key}`)) &&
      (path.split('/')[2] as string) < `${year}~`,
  );
  return sumOf(files, (path) => {
    const rows = readRows(path, readFileSync(worldFile(path)));
    const at = rows.findIndex((row) => row.some((cell) => AMOUNT.includes(cell)));
    const column = (rows[at] as string[]).findIndex((cell) => AMOUNT.includes(cell));
    return sumOf(
      rows.slice(at + 1).filter(([first]) => first !== 'Totalt'),
      (row) => oreOf(row[column] ?? '', writesCommas(path) ? ',' : '.') || 0,
    );
  });
}

/** Returns the true call-off of an agreement up to the end of each month: items by delivery, fees by invoice. */
export function calledOff(agreement: string): { month: string; amount: number }[] {
  const keys = agreementSuppliers(agreement);
  const each = [
    ...deliveries.map(({ supplier, deliveredOn, amount }) => ({ supplier, month: deliveredOn.slice(0, 7), amount })),
    ...[...invoices.values()].map(({ supplier, issuedOn, fee }) => ({
      supplier,
      month: issuedOn.slice(0, 7),
      amount: fee,
    })),
  ].filter(({ supplier }) => keys.includes(supplier));
  let sum = 0;
  return [...new Set(each.map(({ month }) => month))].sort().map((month) => ({
    month,
    amount: (sum += sumOf(
      each.filter((one) => one.month === month),
      ({ amount }) => amount,
    )),
  }));
}
