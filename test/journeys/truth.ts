import { readFileSync } from 'node:fs';
import { oreOf, readRows, rowsOf } from '@tallgrunn/demo-world/testing';
import { worldFile } from './world.ts';

/**
 * What is true of the demo world: reckoned from its deliveries, invoices and vouchers, and from the files as the demo's own reader reads them. Nothing here asks
 * the product or uses its code. Amounts are in øre, quantities in the item's own unit, months YYYY-MM and both included.
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
  amount: number;
  invoice: string | null;
  id: number;
}
interface Item {
  supplier: string;
  number: string;
  unit: string;
  /** kg CO₂e of one unit, and the factor it is of; 'own' is the maker's. */
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

/** A row of a ledger, as its file has it, and what it truly is. */
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
/** The month of the world's day: nothing of it is in any ledger or report yet. */
export const today = truth.asOf.slice(0, 7);

/** What the three ledger systems call the account. */
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

/** VAT, and what one part of a municipality charges another, are no purchases. */
const isPurchase = ({ kind }: Booked) => kind !== 'vat' && kind !== 'internal';
const inLedgers = new Set(ledgers.map(({ invoice }) => invoice));
/** The last month in a municipality's ledger; more vouchers of it may come. Null where there is no ledger. */
export const lastLedgerMonth = (municipality: string): string | null =>
  ledgers
    .filter((row) => row.municipality === municipality)
    .map(({ month }) => month)
    .sort()
    .at(-1) ?? null;
const billedOn = Map.groupBy(deliveries, ({ supplier, invoice }) => `${supplier}/${invoice}`);
/**
 * E-invoices of months that no ledger is here for: they count on the day they were issued, goods and fee. One of a month that has a ledger is in that ledger, or
 * will be in the next.
 */
const unbooked = [...invoices]
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

interface Asked {
  months: Months;
  municipality?: string;
  supplier?: string;
}
const isAsked = (
  row: { municipality: string; month: string; supplier: string | null },
  { months, municipality, supplier }: Asked,
) =>
  isIn(row.month, months) &&
  (municipality === undefined || row.municipality === municipality) &&
  (supplier === undefined || row.supplier === supplier);

/** What was bought, without VAT: what the ledgers have, and the e-invoices of months whose ledger is not here. */
export const purchases = (asked: Asked): number =>
  sumOf(
    [...ledgers.filter(isPurchase), ...unbooked].filter((row) => isAsked(row, asked)),
    ({ amount }) => amount,
  );

/** The same of the operating accounts, as the ledgers tell them apart; an e-invoice that no ledger has is on no account. */
export const operating = (asked: Asked): number =>
  sumOf(
    ledgers.filter((row) => isPurchase(row) && row.accountClass === '1' && isAsked(row, asked)),
    ({ amount }) => amount,
  );

/** Reports that were accepted by the world's day, by path. */
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
/** Rows of reports that are wrong somewhere. */
const planted = new Set(truth.errors.flatMap(({ file, row }) => (row === null ? [] : [`${file} ${row}`])));
const isWrong = ({ file, row }: ReportLine) => planted.has(`${paths[file]} ${row}`);
const itemOf = ({ supplier, item }: Delivery): Item => items.get(`${supplier} ${item}`) as Item;

/** A delivery whose invoice stands in a ledger, in that ledger's month. */
const booked = deliveries.flatMap((delivery) => {
  const key = `${delivery.supplier}/${delivery.invoice}`;
  const month = invoices.get(key)?.bookedPeriod;
  return month && inLedgers.has(key) ? [{ ...delivery, month, line: lineOf.get(delivery.id) }] : [];
});

/**
 * Of what was bought, the kroner that a perfect reader could tell the item of: goods of the assortment, booked in these months, that an accepted report names.
 * `most`: all of it; `least`: without rows that are wrong in the report, which nobody need be able to recognise.
 */
export function knownByItem(asked: Asked): { least: number; most: number } {
  const known = booked.filter(
    (each) => isAsked(each, asked) && each.line !== undefined && itemOf(each).onAssortment === 1,
  );
  return {
    least: sumOf(
      known.filter(({ line }) => !isWrong(line as ReportLine)),
      ({ amount }) => amount,
    ),
    most: sumOf(known, ({ amount }) => amount),
  };
}

export interface TrueItem {
  supplier: string;
  number: string;
  quantity: number;
  amount: number;
  /** Lowest and highest price of one unit. */
  prices: { least: number; most: number };
  /** Tonnes of one unit, and whether they are of a factor that anybody can look up. */
  tonnesPerUnit: number;
  isPublished: boolean;
  /** The quantity in rows of reports that are wrong somewhere, or in no accepted report. */
  unsure: number;
}

/** The world weighs what no factor is of, such as ready meals, by the mean of all food. */
const MEAN = 'foodmean';
const published = new Set(truth.factors.map(({ id }) => id).filter((id) => id !== MEAN));

/** The items of the assortment that were bought, the dearest first. */
export function itemsBought(asked: Asked): TrueItem[] {
  const bought = Map.groupBy(
    booked.filter((each) => isAsked(each, asked) && itemOf(each).onAssortment === 1),
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

/** True tonnes of what a supplier delivered to a municipality in some months, by the day it came. */
export const tonnesDelivered = (municipality: string, supplier: string, months: Months): number =>
  sumOf(
    deliveries.filter(
      (each) =>
        each.municipality === municipality && each.supplier === supplier && isIn(each.deliveredOn.slice(0, 7), months),
    ),
    (each) => each.quantity * itemOf(each).footprint,
  ) / 1000;

/** Suppliers of an agreement: in the demo each holds one agreement, so what is booked of them is under it. */
const holders = (agreement: string) => suppliers.filter((each) => each.agreement === agreement).map(({ key }) => key);

/** What is booked under an agreement, fees too. */
export const bookedUnder = (agreement: string, months: Months): number =>
  sumOf(holders(agreement), (supplier) => purchases({ months, supplier }));

/** What the column of amounts is called, and how each supplier writes numbers. */
const AMOUNT = ['Sum eks. mva', 'Beløp', 'line_total'];
const writesCommas = (path: string) => path.includes('/finnskog-');

/** What the accepted reports of an agreement up to the end of a year say, as their files have it: with fees and lines that are there twice, where they say so. */
export function reportedUnder(agreement: string, year: string): number {
  const files = [...accepted].filter(
    (path): path is string =>
      path !== null &&
      holders(agreement).some((key) => path.startsWith(`reports/${key}`)) &&
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

/** What was truly called off of an agreement by the end of each month: goods as they came, and fees as they were invoiced. */
export function calledOff(agreement: string): { month: string; amount: number }[] {
  const keys = holders(agreement);
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
