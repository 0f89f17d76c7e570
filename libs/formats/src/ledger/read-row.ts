import { columnName, type Cell, type Row } from '@tallgrunn/tabular';
import {
  containsNationalId,
  isPlateHeading,
  maskNationalIds,
  multiply,
  negate,
  OrgNumber,
  redactLabel,
  subtract,
  withoutPersons,
  withoutPlates,
} from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import { reduceText } from '../minimise/recognised-words.ts';
import { redactFoundText, reduceNumber, reduceReference } from '../minimise/reduce-codes.ts';
import type { DocumentLocation } from '../reading.ts';
import { accountClassOf, READABLE_CLASSES } from './account-class.ts';
import { accountCode, type AccountCode } from './account-code.ts';
import { accountExclusion, type SupplierFilter } from './import-filter.ts';
import type { Header } from './find-header.ts';
import { normaliseHeading } from './normalise-heading.ts';
import type { LedgerLine, LedgerSupplier } from './ledger-line.ts';
import { type AccountClass, type LedgerField, ledgerFields, type LedgerProfile } from './ledger-profile.ts';
import type { BookingContext, LedgerReport } from './ledger-report.ts';
import { type DecimalSign, isAmbiguousAmount, readAmount } from './read-amount.ts';
import { type BookedMonth, readDay, readPeriod } from './read-day.ts';
import { isHeading, hasPostingColumns, isRemark, isTotal, totalLabel } from './row-kind.ts';
import { vatRateOf, vatStatusOf } from './vat-status.ts';
import { redactionReason } from './withheld-reason.ts';

const EMPTY_CELL: Cell = { kind: 'empty', text: '' };

/** Fields that name a party, voucher or amount. A row without any of them is a footnote. */
const identifyingFields: ReadonlySet<string> = new Set<LedgerField>([
  'supplierName',
  'supplierNumber',
  'supplierOrgNumber',
  'voucherNumber',
  'amount',
  'debit',
  'credit',
]);

/** Fields with days, amounts and codes. A text of several words in them is not a valid value. */
const valueFields: ReadonlySet<string> = new Set<LedgerField>([
  'voucherDate',
  'invoiceDate',
  'period',
  'year',
  'amount',
  'debit',
  'credit',
  'vatAmount',
  'vatCode',
  'vatRate',
  'vatStatus',
  'currency',
  'supplierOrgNumber',
  'accountClass',
]);

/** Fields with a code and its name. A closed list of words decides which parts of the name are stored. */
const labelFields: ReadonlySet<string> = new Set<LedgerField>(['accountName', 'costCentre', 'function']);

const AMBIGUOUS_ACCOUNTS_MAX = 10_000;

/** Meaning of the separators in numbers: set by the profile (`told`) or shown by the column (`proven`). */
export interface NumberSeparators {
  readonly decimal: DecimalSign;
  readonly told: boolean;
  readonly proven: boolean;
}

/** Knowledge from outside the file. */
export interface LedgerContext {
  readonly parties: SupplierFilter;
  /** Words that free texts may contain, from `wordsOf`. */
  readonly words: ReadonlySet<string>;
}

/** Reads the rows under one header. */
export class RowReader {
  private readonly profile: LedgerProfile;
  private readonly header: Header;
  private readonly signs: NumberSeparators;
  private readonly report: LedgerReport;
  private readonly context: LedgerContext;
  /** Columns of the file that the profile does not use. Non-empty cells in them are counted. */
  private readonly unmappedColumns: readonly { column: number; heading: string }[];
  private readonly filters: readonly { column: number; label: string; holds: (value: string) => boolean }[];
  private readonly accountExclusion: (code: string | null) => string | null;
  /** Fields whose column heading denotes vehicle registration numbers. */
  private readonly plateFields: ReadonlySet<LedgerField>;
  private readonly reportedAccounts = new Set<string>();
  /** Whether the file has postings with voucher, account and party columns. */
  private readonly hasPostings: boolean;

  constructor(
    profile: LedgerProfile,
    header: Header,
    signs: NumberSeparators,
    report: LedgerReport,
    context: LedgerContext,
  ) {
    this.profile = profile;
    this.header = header;
    this.signs = signs;
    this.report = report;
    this.context = context;
    this.accountExclusion = accountExclusion(profile);
    this.hasPostings = hasPostingColumns(header);
    this.plateFields = new Set(
      ledgerFields.filter((field) => isPlateHeading(header.headings[header.columns[field] ?? -1] ?? '')),
    );
    const used = new Set([
      ...Object.values(header.columns),
      ...(profile.filters ?? []).flatMap((filter) => header.byHeading.get(normaliseHeading(filter.column)) ?? []),
    ]);
    this.unmappedColumns = header.headings.flatMap((heading, column) =>
      heading === '' || used.has(column) ? [] : [{ column, heading: withoutPersons(heading) }],
    );
    this.filters = (profile.filters ?? []).flatMap((filter) => {
      const column = header.byHeading.get(normaliseHeading(filter.column));
      if (column === undefined) return [];
      const wanted = (filter.in ?? filter.notIn ?? []).map((value) => value.toLowerCase());
      const holds = (value: string): boolean => wanted.includes(value.toLowerCase()) === (filter.in !== undefined);
      return [
        {
          column,
          label: `${filter.column} ${filter.in ? '=' : '≠'} ${(filter.in ?? filter.notIn ?? []).join(', ')}`,
          holds,
        },
      ];
    });
  }

  /**
   * Returns the posting of a row. Empty for a total, or a row that is filtered out, not a purchase, without a known
   * organisation, or unreadable (with a finding). When a row identifies a supplier, earlier lines of that supplier are
   * returned too.
   */
  read(row: Row): LedgerLine[] {
    const raw = this.rawOf(row);
    if (Object.keys(raw).length === 0) return [];
    if (isTotal(row, raw, this.hasPostings)) return this.total(row);
    if (isHeading(row, this.header) || isRemark(row, raw, this.hasPostings)) return [];
    const amount = this.amountOf(row, raw);
    const currency = this.currencyOf(raw);
    if (amount !== null) this.report.countAmount(amount, currency);
    const filter = this.filters.find(({ column, holds }) => !holds(row.cells[column]?.text.trim() ?? ''));
    const account = accountCode(raw.account, this.profile.account);
    const { code } = account;
    if (filter) return this.exclude(`filter ${filter.label}`, amount, currency, this.bookedOn(row, raw, code));
    const accountReason = this.accountExclusion(code);
    if (accountReason !== null) return this.exclude(accountReason, amount, currency, this.bookedOn(row, raw, code));
    const supplier = this.supplierOf(row, raw);
    const partyReason = this.context.parties.exclusionReason({ supplier }, raw.supplierOrgNumber);
    if (partyReason !== null && (amount !== null || Object.keys(raw).some((field) => identifyingFields.has(field))))
      return this.exclude(partyReason, amount, currency, this.bookedOn(row, raw, code));
    if (amount === null) return this.quarantine(row, raw, currency, code);
    this.reportAmbiguousAccount(row, raw.account, account);
    this.reportAmbiguousAmount(row, amount);
    const lines = this.context.parties.admit(this.lineOf(row, raw, supplier, amount, currency, code), this.report);
    for (const line of lines) this.report.accept(line.amount, line.currency);
    return lines;
  }

  private lineOf(
    row: Row,
    written: LedgerLine['raw'],
    supplier: LedgerSupplier,
    amount: string,
    currency: string,
    code: string | null,
  ): LedgerLine {
    const raw = this.redactCells(row, written);
    const voucherDate = this.dayOf(row, 'voucherDate');
    const booked = this.periodOf(row, raw.year ?? null, voucherDate);
    return {
      sheet: withoutPersons(row.sheet),
      row: row.row,
      voucherNumber: raw.voucherNumber ?? null,
      voucherType: raw.voucherType ?? null,
      voucherDate,
      period: booked?.month ?? null,
      closing: booked?.closing ?? false,
      supplier: { ...supplier, ledgerNumber: raw.supplierNumber ?? null, name: raw.supplierName ?? null },
      account: code === null ? null : { system: this.profile.account.system, code: withoutPersons(code) },
      accountName: raw.accountName ?? null,
      accountClass: this.classOf(row, written, code),
      function: raw.function ?? null,
      costCentre: raw.costCentre ?? null,
      // Distinguishes postings; it is not stored.
      project: written.project === undefined ? null : maskNationalIds(written.project),
      amount,
      currency,
      vatAmount: this.numberOf(row, 'vatAmount'),
      vatCode: raw.vatCode ?? null,
      vatRate: vatRateOf(raw, this.profile.vat),
      vatStatus: vatStatusOf(raw, this.profile.vat),
      invoiceNumber: raw.invoiceNumber ?? null,
      invoiceDate: this.dayOf(row, 'invoiceDate'),
      text: raw.text ?? null,
      buyer: raw.buyer ?? null,
      raw,
    };
  }

  /**
   * Returns the mapped cells that may be stored. Free texts are reduced as the profile states and personal numbers
   * masked. Removed values are counted.
   */
  private redactCells(row: Row, written: LedgerLine['raw']): LedgerLine['raw'] {
    const { redactions: withheld } = this.report;
    for (const { column, heading } of this.unmappedColumns)
      if ((row.cells[column]?.text.trim() ?? '') !== '') withheld.add('column', heading);
    const raw: Partial<Record<LedgerField, string>> = { ...written };
    for (const field of ledgerFields) {
      const text = written[field];
      if (text === undefined || (field !== 'text' && text.length < 4)) continue;
      const kept = this.withoutCars(field, this.storedText(field, text, raw));
      if (kept === text) continue;
      withheld.add(redactionReason(field, text, kept), this.headingOf(field));
      if (kept === null) delete raw[field];
      else raw[field] = kept;
    }
    return raw;
  }

  /** Removes registration numbers from a column whose heading denotes vehicles, whichever field it is mapped to. */
  private withoutCars(field: LedgerField, text: string | null): string | null {
    return text !== null && this.plateFields.has(field) ? withoutPlates(text) : text;
  }

  private storedText(field: LedgerField, text: string, written: LedgerLine['raw']): string | null {
    if (field === 'text') return this.reduceFreeText(text, written);
    if (field === 'invoiceNumber') return reduceNumber(text).text;
    if (field === 'project') return reduceReference(text).text;
    if (field === 'supplierName') return maskNationalIds(text);
    if (labelFields.has(field)) return redactLabel(text);
    // Masked, all such numbers would be equal, so the value is dropped.
    if (field === 'supplierNumber') return withoutPersons(text) === text ? text : null;
    return valueFields.has(field) ? redactFoundText(text) : withoutPersons(text);
  }

  private reduceFreeText(
    text: string,
    { supplierName, invoiceNumber, voucherNumber, accountName }: LedgerLine['raw'],
  ): string | null {
    const wanted = this.profile.comesIn?.text ?? 'words';
    if (wanted !== 'words') return wanted === 'none' ? null : withoutPersons(text);
    const { text: kept, dropped } = reduceText(text, {
      texts: [supplierName ?? null, invoiceNumber ?? null, voucherNumber ?? null, accountName ?? null],
      words: this.context.words,
    });
    return dropped ? kept : text;
  }

  private headingOf(field: LedgerField): string {
    const column = this.header.columns[field];
    return (column === undefined ? undefined : this.header.headings[column]) ?? field;
  }

  private cell(row: Row, field: LedgerField): Cell {
    const column = this.header.columns[field];
    return (column === undefined ? undefined : row.cells[column]) ?? EMPTY_CELL;
  }

  /** Returns the mapped cells as displayed and trimmed: "00412" for a number formatted with zeros. */
  private rawOf(row: Row): Partial<Record<LedgerField, string>> {
    const raw: Partial<Record<LedgerField, string>> = {};
    for (const field of ledgerFields) {
      const cell = this.cell(row, field);
      const written = cell.kind === 'number' && /^\d+$/.test(cell.shown ?? '') ? cell.shown! : cell.text;
      const text = cell.kind === 'empty' ? '' : written.trim();
      if (text !== '') raw[field] = text;
    }
    return raw;
  }

  private place(row: Row, field: LedgerField): DocumentLocation {
    const column = this.header.columns[field];
    return {
      sheet: withoutPersons(row.sheet),
      row: row.row,
      ...(column === undefined ? {} : { column: columnName(column + 1) }),
    };
  }

  /** Returns the number in units of the currency, whatever scale the file uses. */
  private numberOf(row: Row, field: LedgerField): string | null {
    const cell = this.cell(row, field);
    // An eleven-digit national identity number is not an amount.
    if (cell.kind === 'empty' || containsNationalId(cell.text)) return null;
    const written = cell.kind === 'number' ? parseDecimal(cell.text) : readAmount(cell.text, this.signs.decimal);
    const { scale = 1 } = this.profile.numbers;
    return written === null || scale === 1 ? written : multiply(written, String(scale));
  }

  private amountOf(row: Row, raw: LedgerLine['raw']): string | null {
    const read = raw.amount === undefined ? this.debitLessCredit(row, raw) : this.numberOf(row, 'amount');
    if (read === null) return null;
    return this.profile.sign === 'cost-negative' ? negate(read) : read;
  }

  private debitLessCredit(row: Row, raw: LedgerLine['raw']): string | null {
    if (raw.debit === undefined && raw.credit === undefined) return null;
    const [debit, credit] = [this.numberOf(row, 'debit'), this.numberOf(row, 'credit')];
    if ((raw.debit !== undefined && debit === null) || (raw.credit !== undefined && credit === null)) return null;
    return subtract(debit ?? '0', credit ?? '0');
  }

  /** Reports each account with an ambiguous code once. */
  private reportAmbiguousAccount(row: Row, written: string | undefined, { code, unsure }: AccountCode): void {
    if (!unsure || written === undefined || this.reportedAccounts.has(written)) return;
    if (this.reportedAccounts.size < AMBIGUOUS_ACCOUNTS_MAX) this.reportedAccounts.add(written);
    this.report.addNote('ledger-account-truncated', 'confirm', this.place(row, 'account'), written, {
      account: code ?? '',
    });
  }

  /** Returns the account class. An unreadable value is reported and gives null. */
  private classOf(row: Row, written: LedgerLine['raw'], code: string | null): AccountClass | null {
    const { accountClass, unread } = accountClassOf(written, code, this.profile);
    if (unread)
      this.report.addFinding(
        finding('ledger-class-not-read', 'confirm', {
          place: this.place(row, unread),
          found: written[unread] ?? null,
          expected: READABLE_CLASSES,
          params: { field: this.headingOf(unread) },
        }),
      );
    return accountClass;
  }

  private reportAmbiguousAmount(row: Row, amount: string): void {
    const { decimal, told, proven } = this.signs;
    if (told) return;
    for (const field of ['amount', 'debit', 'credit'] as const) {
      const { kind, text } = this.cell(row, field);
      if (kind === 'text' && isAmbiguousAmount(text, decimal, proven))
        this.report.addNote('ledger-amount-ambiguous', 'confirm', this.place(row, field), text, { amount });
    }
  }

  private periodOf(row: Row, year: string | null, near: string | null): BookedMonth | null {
    const cell = this.cell(row, 'period');
    if (cell.kind === 'empty' || cell.text.trim() === '') return null;
    const booked = readPeriod(cell, year, near);
    if (booked === null)
      this.report.addNote('ledger-date-not-read', 'info', this.place(row, 'period'), cell.text, {
        field: this.headingOf('period'),
      });
    return booked;
  }

  private dayOf(row: Row, field: 'voucherDate' | 'invoiceDate'): string | null {
    const cell = this.cell(row, field);
    if (cell.kind === 'empty' || cell.text.trim() === '') return null;
    const day = readDay(cell, this.profile.dates?.order);
    if (day === null)
      this.report.addNote('ledger-date-not-read', 'info', this.place(row, field), cell.text, {
        field: this.headingOf(field),
      });
    return day;
  }

  private supplierOf(row: Row, raw: LedgerLine['raw']): LedgerSupplier {
    const stated = raw.supplierOrgNumber;
    const reading = stated === undefined ? null : OrgNumber.parse(stated, { testNumbers: true });
    if (reading && !reading.ok)
      this.report.addNote('ledger-org-number-wrong', 'confirm', this.place(row, 'supplierOrgNumber'), stated!, {
        problem: reading.problem,
      });
    return {
      orgNumber: reading?.value ?? null,
      orgNumberValid: reading?.ok ?? null,
      ledgerNumber: raw.supplierNumber ?? null,
      name: raw.supplierName ?? null,
    };
  }

  /** "kr" means the currency of the ledger. */
  private currencyOf({ currency }: LedgerLine['raw']): string {
    return currency === undefined || /^kr\.?$/i.test(currency) ? this.profile.currency : currency.toUpperCase();
  }

  private total(row: Row): [] {
    const written = this.numberOf(row, 'amount');
    this.report.compareTotal(this.place(row, 'amount'), totalLabel(row), written, this.profile.currency);
    return [];
  }

  private exclude(reason: string, amount: string | null, currency: string, on: BookingContext): [] {
    this.report.exclude(reason, amount, currency, on);
    return [];
  }

  /**
   * Returns account and month of an excluded row. Unreadable values become null without a finding, because the row does
   * not count.
   */
  private bookedOn(row: Row, raw: LedgerLine['raw'], code: string | null): BookingContext {
    const days = (['voucherDate', 'invoiceDate'] as const).map((field) =>
      readDay(this.cell(row, field), this.profile.dates?.order),
    );
    const cell = this.cell(row, 'period');
    const booked = cell.text.trim() === '' ? null : readPeriod(cell, raw.year ?? null, days[0] ?? null);
    return {
      account: code === null ? null : { system: this.profile.account.system, code: withoutPersons(code) },
      accountName: raw.accountName === undefined ? null : redactLabel(raw.accountName),
      period: booked?.month ?? (days[0] ?? days[1])?.slice(0, 7) ?? null,
      closing: booked?.closing ?? false,
      sheet: withoutPersons(row.sheet),
      row: row.row,
    };
  }

  /**
   * Quarantines a row without a readable amount. A row that names neither amount nor party nor voucher is a footnote
   * and is ignored.
   */
  private quarantine(row: Row, raw: LedgerLine['raw'], currency: string, code: string | null): [] {
    const written = raw.amount ?? raw.debit ?? raw.credit;
    const named = raw.supplierName ?? raw.supplierNumber ?? raw.supplierOrgNumber ?? raw.voucherNumber;
    if (written === undefined && named === undefined) return [];
    const field = raw.amount === undefined && raw.debit !== undefined ? 'debit' : 'amount';
    this.report.quarantine(
      written === undefined ? 'ledger-amount-missing' : 'ledger-amount-not-read',
      this.place(row, field),
      written ?? null,
      this.bookedOn(row, raw, code),
      currency,
    );
    return [];
  }
}
