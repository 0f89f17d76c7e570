import { containsNationalId } from '@tallgrunn/values';
import { classifySaftLine } from '../saft/classify-saft-line.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerProfile } from './ledger-profile.ts';
import type { LedgerReport } from './ledger-report.ts';

const range = /^(?:\*|[\w.]+|(\d+)-(\d+))$/;

/**
 * Returns whether a text is an account or range: "115", "100-399" or "*". Both ends of a range have the same length.
 */
export function isAccountRange(text: string): boolean {
  const found = range.exec(text);
  return found !== null && found[1]?.length === found[2]?.length && (found[1] ?? '') <= (found[2] ?? '');
}

/** Returns whether a code equals an account or is in an account range. */
export function isInAccountRange(code: string, text: string): boolean {
  if (text === '*' || text === code) return true;
  const [, from, to] = range.exec(text) ?? [];
  return (
    from !== undefined &&
    to !== undefined &&
    /^\d+$/.test(code) &&
    code.length === from.length &&
    code >= from &&
    code <= to
  );
}

/** Charts of accounts whose numbers determine the type of an account. */
const classifiedCharts = new Set(['kostra', 'ns4102', 'dfo']);

/**
 * Returns a function that gives the exclusion reason of an account; null when its postings are imported. A posting
 * without a code is not excluded.
 */
export function accountExclusion({
  account: { system },
  notSpend,
  comesIn,
}: LedgerProfile): (code: string | null) => string | null {
  const excludedAccounts = new Set(notSpend ?? []);
  const { accounts } = comesIn ?? {};
  return (code) => {
    if (code === null) return null;
    if (excludedAccounts.has(code)) return `account ${system} ${code}`;
    if (accounts) return accounts.some((each) => isInAccountRange(code, each)) ? null : 'chart not-listed';
    // A code without digits is a text: it cannot be looked up in the chart.
    if (classifiedCharts.has(system) && !/\d/.test(code)) return 'chart unknown-account';
    const exclusion = classifiedCharts.has(system) ? classifySaftLine({ system, code }) : null;
    return exclusion === null || exclusion === 'unknown-account' ? null : `chart ${exclusion}`;
  };
}

/**
 * Maximum number of postings held until a later row shows the supplier's organisation number. Further such postings are
 * excluded.
 */
const PENDING_LINES_MAX = 10_000;

/**
 * Filter for postings by supplier. Imports those of organisations, identified by an organisation number on the row or
 * by a ledger number that any row of the file pairs with one.
 */
export class SupplierFilter {
  readonly #everybody: boolean;
  readonly #suppliers: Set<string>;
  readonly #pending = new Map<string, LedgerLine[]>();
  #count = 0;

  /** @param numbers the buyer's ledger numbers of organisations, known from earlier ledgers */
  constructor({ comesIn }: LedgerProfile, numbers: Iterable<string> = []) {
    this.#everybody = comesIn?.parties === 'everybody';
    this.#suppliers = new Set(numbers);
  }

  /** Returns the reason why postings of this supplier are always excluded; null when they may be imported. */
  exclusionReason({ supplier }: Pick<LedgerLine, 'supplier'>, stated: string | undefined): string | null {
    if (this.#everybody) return null;
    if ([stated, supplier.ledgerNumber].some((each) => each && containsNationalId(each))) return 'party person';
    return supplier.orgNumberValid === true || supplier.ledgerNumber !== null ? null : 'party no-number';
  }

  /**
   * Returns the lines to import now. Empty while the supplier's organisation number is unknown; includes earlier lines
   * that this line identifies.
   */
  admit(line: LedgerLine, report: LedgerReport): LedgerLine[] {
    const { orgNumberValid, ledgerNumber } = line.supplier;
    if (this.#everybody) return [line];
    if (orgNumberValid !== true) return this.#suppliers.has(ledgerNumber ?? '') ? [line] : this.#retain(line, report);
    if (ledgerNumber === null || this.#suppliers.has(ledgerNumber)) return [line];
    this.#suppliers.add(ledgerNumber);
    const released = this.#pending.get(ledgerNumber) ?? [];
    this.#pending.delete(ledgerNumber);
    this.#count -= released.length;
    return [...released, line];
  }

  /** Ends the file: excludes the lines whose supplier is still unknown. */
  end(report: LedgerReport): void {
    for (const line of [...this.#pending.values()].flat()) excludeLine(line, report);
    this.#pending.clear();
  }

  #retain(line: LedgerLine, report: LedgerReport): LedgerLine[] {
    if (this.#count >= PENDING_LINES_MAX) {
      excludeLine(line, report);
      return [];
    }
    const number = line.supplier.ledgerNumber ?? '';
    const pending = this.#pending.get(number);
    if (pending) pending.push(line);
    else this.#pending.set(number, [line]);
    this.#count += 1;
    return [];
  }
}

const excludeLine = ({ amount, currency, ...line }: LedgerLine, report: LedgerReport): void =>
  report.exclude('party no-number', amount, currency, {
    ...line,
    period: line.period ?? (line.voucherDate ?? line.invoiceDate)?.slice(0, 7) ?? null,
  });
