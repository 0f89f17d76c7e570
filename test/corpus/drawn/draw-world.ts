import { monthAfter, monthsBetween } from '../figures/periods.ts';
import { drawsOf, type Draws } from './draws.ts';

/** A ledger row. Amounts in whole øre. */
export interface DrawnVoucher {
  readonly number: number;
  readonly day: string;
  /** '' where the ledger has no period. */
  readonly period: string;
  readonly account: string;
  readonly amount: number;
  /** VAT on the row: status, amount and rate as written. */
  readonly vat: readonly [status: string, amount: string, rate: string];
  readonly invoice: string;
  readonly seller: string;
  readonly currency: string;
}

/** An e-invoice or credit note with lines, excl. VAT. */
export interface DrawnInvoice {
  readonly number: string;
  readonly day: string;
  readonly buyer: number;
  readonly seller: string;
  readonly isCredit: boolean;
  readonly lines: readonly DrawnLine[];
}

/** A purchase of an item, in whole øre. */
export interface DrawnLine {
  readonly item: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
}

/** A line of a supplier's report. */
export interface DrawnReported extends DrawnLine {
  readonly buyer: number;
  readonly day: string;
  readonly invoice: string;
}

export interface DrawnWorld {
  /** Ledgers of each buyer, by month. */
  readonly ledgers: readonly ReadonlyMap<string, readonly DrawnVoucher[]>[];
  readonly invoices: readonly DrawnInvoice[];
  /** Report lines of the first supplier by month. Missing months are never reported. */
  readonly reports: ReadonlyMap<string, readonly DrawnReported[]>;
}

/** First and last month of the world. The last is the current month. */
export const FIRST = '2026-01';
export const LAST = '2027-06';
/**
 * Organisation numbers of the sellers: the two suppliers, a second record of the first, and a seller without an
 * agreement.
 */
export const SELLERS = ['311047116', '311082272', '311120301', '311158457'] as const;
/** Number of buyers: two of the parties, a second record of the second, and one that joins in July 2026. */
export const BUYERS = 4;
export const JOINED = '2026-07';
/** Last month with the ledger under the second record of the second buyer. */
const DOUBLE_UNTIL = '2026-04';
/**
 * Returns true if a buyer has a ledger for a month. The second buyer's ledger is first under its second record, and the
 * last buyer joins later.
 */
const hasLedger = (buyer: number, month: string): boolean =>
  [true, month > DOUBLE_UNTIL, month <= DOUBLE_UNTIL, month >= JOINED][buyer]!;

const ITEMS: readonly Omit<DrawnLine, 'quantity' | 'amount'>[] = [
  { item: '00512', name: 'Kjøttdeig storfe 2,5 kg', unit: 'pk', price: 31_250 },
  { item: '30118', name: 'Lettmelk 10 l', unit: 'stk', price: 14_800 },
  { item: '77120', name: 'Laks 1 kg', unit: 'kg', price: 18_990 },
  { item: 'U-99', name: 'Kopipapir A4', unit: 'stk', price: 4_990 },
];
/**
 * VAT rates by account, in per cent; null where the account has several. Accounts without purchases, such as wages, are
 * included.
 */
const RATES: Readonly<Record<string, number | null>> = {
  '115': 15,
  '200': 25,
  '120': 25,
  '185': 0,
  '370': null,
  '010': 0,
};

/** Divides and rounds half away from zero. */
const rounded = (dividend: number, divisor: number): number =>
  Math.sign(dividend) * Math.floor((2 * Math.abs(dividend) + divisor) / (2 * divisor));
export const kroner = (øre: number): string => (øre / 100).toFixed(2);

/**
 * Draws a world with common difficulties: amounts with and without VAT, unknown VAT, missing months, late postings and
 * wrong dates. It also has several kinds of invoice matches, invoices booked together and credit notes a year later.
 */
export function drawWorld(seed: number): DrawnWorld {
  const draws = drawsOf(seed);
  const ledgers = Array.from({ length: BUYERS }, () => new Map<string, DrawnVoucher[]>());
  const [invoices, reports] = [[] as DrawnInvoice[], new Map<string, DrawnReported[]>()];
  let [number, documents] = [0, 0];
  const nextNumber = () => (documents += 1);
  const book = (
    buyer: number,
    month: string,
    seller: string,
    net: number,
    invoice: string,
    account: string,
    isInvoiced: boolean,
  ): void => {
    number += 1;
    const rows = ledgers[buyer]!.get(month) ?? [];
    ledgers[buyer]!.set(month, [
      ...rows,
      voucherOf(draws, { number, month, seller, net, invoice, account, isInvoiced }),
    ]);
  };
  const months = monthsBetween(FIRST, LAST);
  const unreported = new Set(months.filter(() => draws.chance(12)));
  for (const month of months) {
    for (let buyer = 0; buyer < BUYERS; buyer += 1) {
      if (!hasLedger(buyer, month)) continue;
      const count = month === LAST ? draws.below(2) : draws.chance(10) ? 0 : draws.chance(12) ? 1 : draws.between(4, 8);
      for (let at = 0; at < count; at += 1)
        drawPurchase(draws, { buyer, month, unreported, book, invoices, reports, nextNumber });
      if (count > 1 && draws.chance(50))
        drawCollectivePurchase(draws, { buyer, month, unreported, book, invoices, reports, nextNumber });
      for (let at = 0; at < count / 2; at += 1)
        book(buyer, month, SELLERS[3], draws.between(1_000, 4_000_000), '', draws.one(Object.keys(RATES)), false);
    }
  }
  return { ledgers, invoices, reports };
}

interface Purchasing {
  readonly buyer: number;
  readonly month: string;
  readonly unreported: ReadonlySet<string>;
  readonly book: (
    buyer: number,
    month: string,
    seller: string,
    net: number,
    invoice: string,
    account: string,
    isInvoiced: boolean,
  ) => void;
  readonly invoices: DrawnInvoice[];
  readonly reports: Map<string, DrawnReported[]>;
  /** Returns the number of the next document. */
  readonly nextNumber: () => number;
}

/**
 * Draws an invoice of a supplier, booked in one or two postings. It may also be an e-invoice, be reported, and be
 * credited a year later.
 */
function drawPurchase(draws: Draws, purchasing: Purchasing): void {
  const { buyer, month } = purchasing;
  const document = purchasing.nextNumber();
  const seller = draws.one([SELLERS[0], SELLERS[0], SELLERS[0], SELLERS[1], SELLERS[2]]);
  const lines = Array.from({ length: draws.between(1, 3) }, () => lineOf(draws, draws.between(1, 40)));
  const [invoice, day, isInvoiced] = [
    `F-${document}`,
    `${month}-${String(draws.between(1, 28)).padStart(2, '0')}`,
    draws.chance(25),
  ];
  // The second record of a buyer does not take part in the agreement.
  const isReported = seller === SELLERS[0] && buyer !== 2 && draws.chance(70);
  recordPurchase(draws, purchasing, { seller, lines, invoice, day, isInvoiced, isReported, isCredit: false });
  const yearAfter = monthAfter(month, 12);
  if (yearAfter >= LAST || !draws.chance(30)) return;
  const [credited] = lines;
  const back = [{ ...credited!, quantity: -credited!.quantity, amount: -credited!.amount }];
  recordPurchase(
    draws,
    { ...purchasing, month: yearAfter, buyer: buyer === 2 ? 1 : buyer },
    {
      seller: seller === SELLERS[2] ? SELLERS[0] : seller,
      lines: back,
      invoice: `K-${document}`,
      day: `${yearAfter}-15`,
      isInvoiced,
      isReported,
      isCredit: true,
    },
  );
}

/** Draws several e-invoices booked as one sum, with the number of the first or none. */
function drawCollectivePurchase(draws: Draws, purchasing: Purchasing): void {
  const { buyer, month, nextNumber } = purchasing;
  const seller = draws.one([SELLERS[0], SELLERS[0], SELLERS[1]]);
  const isReported = seller === SELLERS[0] && buyer !== 2 && draws.chance(70);
  const documents = Array.from({ length: draws.between(2, 4) }, (): Document => ({
    seller,
    lines: Array.from({ length: draws.between(1, 3) }, () => lineOf(draws, draws.between(1, 40))),
    invoice: `F-${nextNumber()}`,
    day: `${month}-${String(draws.between(1, 28)).padStart(2, '0')}`,
    isInvoiced: true,
    isReported,
    isCredit: false,
  }));
  for (const document of documents) recordPurchase(draws, { ...purchasing, book: () => undefined }, document);
  const net = documents.flatMap(({ lines }) => lines).reduce((sum, { amount }) => sum + amount, 0);
  purchasing.book(
    buyer,
    month,
    seller,
    net,
    draws.chance(50) ? documents[0]!.invoice : '',
    draws.one(['115', '120', '370']),
    true,
  );
}

interface Document {
  readonly seller: string;
  readonly lines: readonly DrawnLine[];
  readonly invoice: string;
  readonly day: string;
  readonly isInvoiced: boolean;
  readonly isReported: boolean;
  readonly isCredit: boolean;
}

function recordPurchase(
  draws: Draws,
  { buyer, month, unreported, book, invoices, reports }: Purchasing,
  { seller, lines, invoice, day, isInvoiced, isReported, isCredit }: Document,
): void {
  const net = lines.reduce((sum, { amount }) => sum + amount, 0);
  const account = draws.one(['115', '115', '120', '370']);
  // One or two postings per invoice. 8 % have none, because their ledger is lost.
  const first = draws.chance(25) ? rounded(net, 3) : net;
  if (!draws.chance(8))
    for (const part of [first, net - first])
      if (part !== 0) book(buyer, month, seller, part, invoice, account, isInvoiced);
  if (isInvoiced) invoices.push({ number: invoice, day, buyer, seller, isCredit, lines });
  if (!isReported || unreported.has(month)) return;
  // The report has the lines of the invoice, only their sum, or more than the invoice.
  const reportedLines = draws.chance(20) ? [{ ...lines[0]!, quantity: 1, price: net, amount: net }] : lines;
  const more = draws.chance(10) ? [lineOf(draws, isCredit ? -1 : 1)] : [];
  reports.set(month, [
    ...(reports.get(month) ?? []),
    ...[...reportedLines, ...more].map((line) => ({ ...line, buyer, day, invoice })),
  ]);
}

function lineOf(draws: Draws, quantity: number): DrawnLine {
  const item = draws.one(ITEMS);
  return { ...item, quantity, amount: quantity * item.price };
}

function voucherOf(
  draws: Draws,
  {
    number,
    month,
    seller,
    net,
    invoice,
    account,
    isInvoiced,
  }: {
    number: number;
    month: string;
    seller: string;
    net: number;
    invoice: string;
    account: string;
    isInvoiced: boolean;
  },
): DrawnVoucher {
  const rate = RATES[account] ?? draws.one([25, 15, 12]);
  const gross = net + rounded(net * rate, 100);
  const isStray = draws.chance(10);
  const day = isStray
    ? `${monthAfter(month, draws.between(-4, 3))}-07`
    : `${month}-${String(draws.between(1, 28)).padStart(2, '0')}`;
  const basis = draws.below(5);
  const [amount, vat] = (
    [
      [net, ['Netto', '', '']],
      [gross, ['Brutto', kroner(gross - net), '']],
      [gross, ['Brutto', '', String(rate)]],
      [gross, ['Brutto', '', '']],
      [isInvoiced ? net : gross, ['', '', '']],
    ] as const
  )[basis]!;
  return {
    number,
    day,
    period: isStray || draws.chance(80) ? month : '',
    account,
    amount,
    vat,
    invoice,
    seller,
    currency: draws.chance(4) ? 'USD' : 'NOK',
  };
}
