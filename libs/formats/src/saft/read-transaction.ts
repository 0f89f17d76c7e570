import { add, isDecimal, maskNationalIds, redactLabel, subtract, withoutPersons } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import { FormatProblem } from '../format-problem.ts';
import type { LedgerLine } from '../ledger/ledger-line.ts';
import type { BookingContext, LedgerReport } from '../ledger/ledger-report.ts';
import { reduceText } from '../minimise/recognised-words.ts';
import { redactFoundText, reduceNumber } from '../minimise/reduce-codes.ts';
import { isPlausibleDay } from '../plausible-day.ts';
import { child, childrenOf, dateAt, type Element, textAt } from '../xml/element.ts';
import { monthOf } from './read-master.ts';
import type { SaftDimension, SaftHead, SaftMaster, SaftSums } from './saft.ts';
import { type SaftExclusionReason, classifySaftLine } from './classify-saft-line.ts';

/** Context for reading a transaction. */
export interface TransactionContext {
  readonly head: SaftHead;
  readonly master: SaftMaster;
  readonly report: LedgerReport;
  /** Entry of the archive; empty for a single file. */
  readonly part: string;
  /** Number of lines of the part read so far. */
  lines: number;
}

interface BookedLine {
  readonly element: Element;
  readonly amount: string;
  readonly row: number;
}

const UNKNOWN_SUPPLIER = { orgNumber: null, orgNumberValid: null, ledgerNumber: null, name: null } as const;

/**
 * Returns the purchases of one transaction: its lines on purchase accounts, when it names a supplier. All other lines
 * are added to the report with their amounts.
 * @throws FormatProblem 'saft-transaction-unbalanced' | 'saft-amount-not-read'
 */
export function readTransaction(transaction: Element, reading: TransactionContext, sums: SaftSums): LedgerLine[] {
  const id = textAt(transaction, 'TransactionID') ?? '–';
  const booked = readBalancedLines(transaction, id, reading, sums);
  const payables = booked.filter(({ element }) => child(element, 'SupplierID'));
  const suppliers = new Set(payables.map(({ element }) => textAt(element, 'SupplierID')));
  const statedSupplier = textAt(transaction, 'SupplierID');
  if (statedSupplier !== null && suppliers.size === 0) suppliers.add(statedSupplier);
  const only = suppliers.size === 1 ? [...suppliers][0]! : null;
  return booked.flatMap((each) => {
    reading.report.rows += 1;
    const exclusion = exclusionOf(each.element, suppliers.size > 0, reading.master);
    const isUnknownSupplier =
      exclusion === null && !isOrganisation(textAt(each.element, 'SupplierID') ?? only, reading.master);
    if (exclusion === null && !isUnknownSupplier)
      return [lineOf(transaction, each, { id, only, invoice: payables[0]?.element }, reading)];
    reading.report.exclude(
      exclusion === null ? 'party no-number' : `saft ${exclusion}`,
      each.amount,
      reading.head.currency,
      bookedOn(transaction, each, reading),
    );
    return [];
  });
}

/** Returns account and month of an excluded line. */
function bookedOn(
  transaction: Element,
  { element, row }: BookedLine,
  { master, part }: TransactionContext,
): BookingContext {
  const id = textAt(element, 'AccountID');
  const account = master.accounts.get(id ?? '');
  const day = dateAt(transaction, 'GLPostingDate') ?? dateAt(transaction, 'TransactionDate');
  return {
    account: account
      ? { system: account.system, code: withoutPersons(account.code) }
      : id === null
        ? null
        : { system: 'local', code: withoutPersons(id) },
    accountName: account?.name ? redactLabel(account.name) : null,
    period:
      monthOf(textAt(transaction, 'PeriodYear'), textAt(transaction, 'Period')) ??
      (day !== null && isPlausibleDay(day) ? day.slice(0, 7) : null),
    closing: Number(textAt(transaction, 'Period')) > 12,
    sheet: withoutPersons(part),
    row,
  };
}

/** Returns the transaction's lines with signed amounts, and adds them to the totals. */
function readBalancedLines(
  transaction: Element,
  id: string,
  reading: TransactionContext,
  sums: SaftSums,
): BookedLine[] {
  let debit = '0';
  let credit = '0';
  const booked = childrenOf(transaction, 'Line').map((element) => {
    const [onDebit, onCredit] = [amountOf(element, 'DebitAmount', id), amountOf(element, 'CreditAmount', id)];
    debit = add(debit, onDebit ?? '0');
    credit = add(credit, onCredit ?? '0');
    reading.lines += 1;
    return { element, amount: subtract(onDebit ?? '0', onCredit ?? '0'), row: reading.lines };
  });
  if (!amountsAgree(debit, credit)) {
    throw new FormatProblem(
      'saft-transaction-unbalanced',
      { transaction: id, debit, credit, difference: subtract(debit, credit), part: reading.part },
      { path: `/AuditFile/GeneralLedgerEntries/Journal/Transaction[${id}]`, line: transaction.line },
    );
  }
  sums.transactions += 1;
  sums.debit = add(sums.debit, debit);
  sums.credit = add(sums.credit, credit);
  return booked;
}

/**
 * Returns whether two amounts differ by less than half an øre. Some systems write more decimals than they add up with.
 */
export function amountsAgree(a: string, b: string): boolean {
  return Math.abs(Number(subtract(a, b))) < 0.005;
}

function amountOf(line: Element, side: 'DebitAmount' | 'CreditAmount', transaction: string): string | null {
  const element = child(line, side);
  if (!element) return null;
  const written = textAt(element, 'Amount') ?? (element.text || '');
  const amount = parseDecimal(written);
  if (amount === null || !isDecimal(amount))
    throw new FormatProblem(
      'saft-amount-not-read',
      { found: written || '–', transaction },
      { path: `/AuditFile/GeneralLedgerEntries/Journal/Transaction[${transaction}]/Line/${side}`, line: element.line },
    );
  return amount;
}

function exclusionOf(line: Element, ofSupplier: boolean, { accounts }: SaftMaster): SaftExclusionReason | null {
  const account = accounts.get(textAt(line, 'AccountID') ?? '');
  if (!account) return 'unknown-account';
  // Without a known chart of accounts, the supplier id distinguishes the payable line from the purchase lines.
  if (account.system === 'local' && child(line, 'SupplierID')) return 'balance';
  return classifySaftLine(account) ?? (ofSupplier ? null : 'no-supplier');
}

/** Returns whether a supplier has an organisation number, in this file or in earlier ledgers. */
function isOrganisation(supplierId: string | null, { suppliers, numbers }: SaftMaster): boolean {
  return supplierId !== null && (suppliers.get(supplierId)?.orgNumberValid === true || numbers.has(supplierId));
}

interface PurchaseContext {
  readonly id: string;
  readonly only: string | null;
  /** The payable line. */
  readonly invoice: Element | undefined;
}

function lineOf(
  transaction: Element,
  { element, amount, row }: BookedLine,
  { id, only, invoice }: PurchaseContext,
  { head, master, report, part }: TransactionContext,
): LedgerLine {
  const account = master.accounts.get(textAt(element, 'AccountID') ?? '')!;
  const supplierId = textAt(element, 'SupplierID') ?? only;
  const dimension = dimensionsOf(element, master);
  const number =
    textAt(element, 'ReferenceNumber') ??
    textAt(invoice, 'ReferenceNumber') ??
    textAt(element, 'SourceDocumentID') ??
    textAt(invoice, 'SourceDocumentID');
  const documented = dayOf(transaction, 'TransactionDate', id, report);
  const code = (text: string | null, where: string): string | null => codeOf(text, where, report);
  const supplier = supplierOf(supplierId, master, report);
  const [voucherNumber, accountName, invoiceNumber] = [
    code(id, 'TransactionID'),
    code(account.name, 'AccountDescription'),
    numberOf(number, report),
  ];
  report.accept(amount, head.currency);
  return {
    sheet: withoutPersons(part),
    row,
    voucherNumber,
    voucherType: code(textAt(transaction, 'VoucherType') ?? dimension('voucherType'), 'VoucherType'),
    voucherDate: dayOf(transaction, 'GLPostingDate', id, report) ?? documented,
    period: monthOf(textAt(transaction, 'PeriodYear'), textAt(transaction, 'Period')),
    closing: Number(textAt(transaction, 'Period')) > 12,
    supplier,
    account: { system: account.system, code: withoutPersons(account.code) },
    accountName,
    // SAF-T has no field for the account class.
    accountClass: null,
    function: code(dimension('function'), 'AnalysisID'),
    costCentre: code(dimension('costCentre'), 'AnalysisID'),
    project: dimension('project'),
    amount,
    currency: head.currency,
    vatAmount: vatOf(element),
    vatCode: redactedText(textAt(element, 'TaxInformation', 'TaxCode')),
    vatRate: null,
    vatStatus: 'net',
    invoiceNumber,
    invoiceDate: documented,
    text: textOf(element, [supplier.name, invoiceNumber, voucherNumber, accountName], master, report),
    buyer: head.company.orgNumber,
    raw: {
      account: withoutPersons(account.id),
      ...(supplier.ledgerNumber === null ? {} : { supplierNumber: supplier.ledgerNumber }),
    },
  };
}

/**
 * Returns the supplier of a line. A ledger number that may be a personal number is dropped: masked, all such numbers
 * would be equal.
 */
function supplierOf(
  supplierId: string | null,
  { suppliers }: SaftMaster,
  report: LedgerReport,
): LedgerLine['supplier'] {
  const registered = supplierId === null ? undefined : suppliers.get(supplierId);
  const { ledgerNumber, ...rest } = registered ?? { ...UNKNOWN_SUPPLIER, ledgerNumber: supplierId };
  const isPlain = ledgerNumber === null || codeOf(ledgerNumber, 'SupplierID', report) === ledgerNumber;
  return { ...rest, ledgerNumber: isPlain ? ledgerNumber : null };
}

/** Returns a day of the transaction. An implausible day is reported once per purchase and gives null. */
function dayOf(
  transaction: Element,
  field: 'TransactionDate' | 'GLPostingDate',
  id: string,
  report: LedgerReport,
): string | null {
  const written = dateAt(transaction, field);
  if (written === null || isPlausibleDay(written)) return written;
  report.addNote(
    'ledger-date-not-read',
    'info',
    { path: `/AuditFile/GeneralLedgerEntries/Journal/Transaction[${id}]/${field}`, line: transaction.line },
    written,
    { field },
  );
  return null;
}

const redactedText = (text: string | null): string | null => (text === null ? null : redactFoundText(text));

/** Fields with names of accounts and cost centres. A closed list of words decides which parts are stored. */
const labelFields: ReadonlySet<string> = new Set(['AccountDescription', 'AnalysisID']);

/** Returns a code or name of the ledger without probable personal data. */
function codeOf(text: string | null, where: string, report: LedgerReport): string | null {
  const kept = text === null ? null : labelFields.has(where) ? redactLabel(text) : withoutPersons(text);
  if (kept !== text) report.redactions.add(kept === maskNationalIds(text ?? '') ? 'national-number' : 'person', where);
  return kept;
}

/** Returns the number without possible names next to it. */
function numberOf(written: string | null, report: LedgerReport): string | null {
  if (written === null) return null;
  const { text, dropped } = reduceNumber(written);
  if (dropped) report.redactions.add('reference', 'ReferenceNumber');
  return text;
}

/** Returns the words of a line's text about goods and accounting. */
function textOf(
  line: Element,
  texts: readonly (string | null)[],
  { words }: SaftMaster,
  report: LedgerReport,
): string | null {
  const written = textAt(line, 'Description');
  if (written === null) return null;
  const { text, dropped } = reduceText(written, { texts, words });
  if (!dropped) return written;
  report.redactions.add('free-text', 'Description');
  return text;
}

/** Returns the tax amount: `TaxAmount` of version 1.10, or debit minus credit tax of version 1.30. */
function vatOf(line: Element): string | null {
  const tax = child(line, 'TaxInformation');
  const [whole, debit, credit] = ['TaxAmount', 'DebitTaxAmount', 'CreditTaxAmount'].map((name) =>
    parseDecimal(textAt(tax, name, 'Amount') ?? textAt(tax, name)),
  );
  if (whole) return whole;
  return debit || credit ? subtract(debit ?? '0', credit ?? '0') : null;
}

function dimensionsOf(line: Element, { dimensions }: SaftMaster): (wanted: SaftDimension) => string | null {
  const analyses = childrenOf(line, 'Analysis');
  return (wanted) => {
    const found = analyses.find((analysis) => dimensions.get(textAt(analysis, 'AnalysisType') ?? '') === wanted);
    return textAt(found, 'AnalysisID');
  };
}
