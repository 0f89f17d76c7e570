import type { Cell, Row } from '@tallgrunn/tabular';
import { negate, OrgNumber, subtract } from '@tallgrunn/values';
import { decimalOf } from '../decimal-text.ts';
import type { Place } from '../reading.ts';
import type { Header } from './find-header.ts';
import { foldHeading } from './fold-heading.ts';
import type { LedgerLine, LedgerSupplier } from './ledger-line.ts';
import { type LedgerField, ledgerFields, type LedgerProfile, type VatStatus } from './ledger-profile.ts';
import type { LedgerReport } from './ledger-report.ts';
import { type DecimalSign, readAmount } from './read-amount.ts';
import { readDay, readPeriod } from './read-day.ts';

const nothing: Cell = { kind: 'empty', text: '' };
const totalWords = /^(?:grand total|sub ?total|total|totalt|sum|totalsum|sluttsum|delsum|i alt)\s*:?$/i;

/** Reads rows under one heading. */
export class RowReader {
  private readonly profile: LedgerProfile;
  private readonly header: Header;
  private readonly decimal: DecimalSign;
  private readonly report: LedgerReport;
  private readonly filters: readonly { column: number; label: string; holds: (value: string) => boolean }[];
  private readonly notSpend: ReadonlySet<string>;

  constructor(profile: LedgerProfile, header: Header, decimal: DecimalSign, report: LedgerReport) {
    this.profile = profile;
    this.header = header;
    this.decimal = decimal;
    this.report = report;
    this.notSpend = new Set(profile.notSpend ?? []);
    this.filters = (profile.filters ?? []).flatMap((filter) => {
      const column = header.byHeading.get(foldHeading(filter.column));
      if (column === undefined) return [];
      const wanted = (filter.in ?? filter.notIn ?? []).map((value) => value.toLowerCase());
      const holds = (value: string): boolean => wanted.includes(value.toLowerCase()) === (filter.in !== undefined);
      return [{ column, label: `${filter.column} ${filter.in ? '=' : '≠'} ${(filter.in ?? filter.notIn ?? []).join(', ')}`, holds }];
    });
  }

  /** The posting of a row, or null when it is none: a total, filtered out, not a purchase, or set aside with a finding. */
  read(row: Row): LedgerLine | null {
    const raw = this.rawOf(row);
    if (Object.keys(raw).length === 0) return null;
    if (row.cells.some((cell) => cell.kind === 'text' && totalWords.test(cell.text.trim()))) return this.total(row);
    const amount = this.amountOf(row, raw);
    const currency = raw.currency?.toUpperCase() ?? this.profile.currency;
    const filter = this.filters.find(({ column, holds }) => !holds(row.cells[column]?.text.trim() ?? ''));
    if (filter) return this.leaveOut(`filter ${filter.label}`, amount, currency);
    const code = this.accountOf(raw.account);
    if (code !== null && this.notSpend.has(code)) return this.leaveOut(`account ${this.profile.account.system} ${code}`, amount, currency);
    if (amount === null) return this.quarantine(row, raw);
    this.report.accept(amount, currency);
    return this.lineOf(row, raw, amount, currency, code);
  }

  private lineOf(row: Row, raw: LedgerLine['raw'], amount: string, currency: string, code: string | null): LedgerLine {
    const period = this.cell(row, 'period');
    return {
      sheet: row.sheet,
      row: row.row,
      voucherNumber: raw.voucherNumber ?? null,
      voucherType: raw.voucherType ?? null,
      voucherDate: this.dayOf(row, 'voucherDate'),
      period: period.kind === 'empty' ? null : readPeriod(period, raw.year ?? null),
      supplier: this.supplierOf(row, raw),
      account: code === null ? null : { system: this.profile.account.system, code },
      accountName: raw.accountName ?? null,
      function: raw.function ?? null,
      costCentre: raw.costCentre ?? null,
      project: raw.project ?? null,
      amount,
      currency,
      vatAmount: this.numberOf(row, 'vatAmount'),
      vatCode: raw.vatCode ?? null,
      vatStatus: this.vatOf(raw),
      invoiceNumber: raw.invoiceNumber ?? null,
      invoiceDate: this.dayOf(row, 'invoiceDate'),
      text: raw.text ?? null,
      buyer: raw.buyer ?? null,
      raw,
    };
  }

  private cell(row: Row, field: LedgerField): Cell {
    const column = this.header.columns[field];
    return (column === undefined ? undefined : row.cells[column]) ?? nothing;
  }

  /** Mapped cells as a person sees them: "00412" for a number formatted with zeros, trimmed. */
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

  private place(row: Row, field: LedgerField): Place {
    const column = this.header.columns[field];
    return { sheet: row.sheet, row: row.row, ...(column === undefined ? {} : { column: columnLetters(column) }) };
  }

  private numberOf(row: Row, field: LedgerField): string | null {
    const cell = this.cell(row, field);
    if (cell.kind === 'empty') return null;
    return cell.kind === 'number' ? decimalOf(cell.text) : readAmount(cell.text, this.decimal);
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

  private accountOf(written: string | undefined): string | null {
    if (written === undefined) return null;
    const { start = 0, length, last } = this.profile.account;
    const part = last === undefined ? written.slice(start, length === undefined ? undefined : start + length) : written.slice(-last);
    return /^\d+$/.test(part) ? part.padStart(last ?? length ?? 0, '0') : part || null;
  }

  private dayOf(row: Row, field: 'voucherDate' | 'invoiceDate'): string | null {
    const cell = this.cell(row, field);
    if (cell.kind === 'empty' || cell.text.trim() === '') return null;
    const day = readDay(cell, this.profile.dates?.order);
    if (day === null) this.report.note('ledger-date-not-read', 'info', this.place(row, field), cell.text, { field });
    return day;
  }

  private supplierOf(row: Row, raw: LedgerLine['raw']): LedgerSupplier {
    const stated = raw.supplierOrgNumber;
    const reading = stated === undefined ? null : OrgNumber.parse(stated, { testNumbers: true });
    if (reading && !reading.ok) this.report.note('ledger-org-number-wrong', 'confirm', this.place(row, 'supplierOrgNumber'), stated!, { problem: reading.problem });
    return { orgNumber: reading?.value ?? null, orgNumberValid: reading?.ok ?? null, ledgerNumber: raw.supplierNumber ?? null, name: raw.supplierName ?? null };
  }

  private vatOf(raw: LedgerLine['raw']): VatStatus {
    const stated = raw.vatStatus?.toLowerCase();
    if (stated !== undefined && /^(net|netto|eks)/.test(stated)) return 'net';
    if (stated !== undefined && /^(gross|brutto|ink)/.test(stated)) return 'gross';
    return (raw.vatCode !== undefined && this.profile.vat.byCode?.[raw.vatCode]) || this.profile.vat.amounts;
  }

  private total(row: Row): null {
    const label = row.cells.find((cell) => totalWords.test(cell.text.trim()))?.text.trim() ?? '';
    const written = this.numberOf(row, 'amount');
    this.report.stateTotal(this.place(row, 'amount'), label, written, this.profile.currency);
    return null;
  }

  private leaveOut(reason: string, amount: string | null, currency: string): null {
    this.report.leaveOut(reason, amount, currency);
    return null;
  }

  /** A row that names neither amount nor party is a footnote; anything else without a readable amount is set aside. */
  private quarantine(row: Row, raw: LedgerLine['raw']): null {
    const written = raw.amount ?? raw.debit ?? raw.credit;
    const named = raw.supplierName ?? raw.supplierNumber ?? raw.supplierOrgNumber ?? raw.voucherNumber;
    if (written === undefined && named === undefined) return null;
    const field = raw.amount === undefined && raw.debit !== undefined ? 'debit' : 'amount';
    this.report.quarantine(written === undefined ? 'ledger-amount-missing' : 'ledger-amount-not-read', this.place(row, field), written ?? null);
    return null;
  }
}

/** Spreadsheet letters of a column counted from 0: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
