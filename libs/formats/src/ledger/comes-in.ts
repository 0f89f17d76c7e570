import { holdsNationalId } from '@tallgrunn/values';
import { standingOf } from '../saft/standing-of.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerProfile } from './ledger-profile.ts';
import type { LedgerReport } from './ledger-report.ts';

const range = /^(?:\*|[\w.]+|(\d+)-(\d+))$/;

/** "115", "100-399" or "*". The two ends of a range are equally long. */
export function isAccountRange(text: string): boolean {
  const found = range.exec(text);
  return found !== null && found[1]?.length === found[2]?.length && (found[1] ?? '') <= (found[2] ?? '');
}

/** Whether a code is the one, or in the range, that a text says. */
export function isWithin(code: string, text: string): boolean {
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

/** Charts whose numbers say what an account holds. */
const known = new Set(['kostra', 'ns4102', 'dfo']);

/** Why a posting on an account does not come in; null when it does. Without a code nothing is said against it. */
export function accountLeftOut({
  account: { system },
  notSpend,
  comesIn,
}: LedgerProfile): (code: string | null) => string | null {
  const never = new Set(notSpend ?? []);
  const { accounts } = comesIn ?? {};
  return (code) => {
    if (code === null) return null;
    if (never.has(code)) return `account ${system} ${code}`;
    if (accounts) return accounts.some((each) => isWithin(code, each)) ? null : 'chart not-listed';
    // A word in the place of a code says nothing of the chart.
    if (known.has(system) && !/\d/.test(code)) return 'chart unknown-account';
    const standing = known.has(system) ? standingOf({ system, code }) : null;
    return standing === null || standing === 'unknown-account' ? null : `chart ${standing}`;
  };
}

/** Postings kept back because their seller's number is not known yet; a file that names it later lets them in. More are not waited for. */
const HELD_MAX = 10_000;

/** Whose postings come in: of organisations, by the number beside the posting or by the buyer's own number of them, wherever in the file the two stand together. */
export class KnownParties {
  readonly #everybody: boolean;
  readonly #known: Set<string>;
  readonly #held = new Map<string, LedgerLine[]>();
  #count = 0;

  /** `numbers`: the buyer's own numbers of organisations, as earlier books have shown them. */
  constructor({ comesIn }: LedgerProfile, numbers: Iterable<string> = []) {
    this.#everybody = comesIn?.parties === 'everybody';
    this.#known = new Set(numbers);
  }

  /** Why a posting of this seller never comes in. */
  leftOut({ supplier }: Pick<LedgerLine, 'supplier'>, stated: string | undefined): string | null {
    if (this.#everybody) return null;
    if ([stated, supplier.ledgerNumber].some((each) => each && holdsNationalId(each))) return 'party person';
    return supplier.orgNumberValid === true || supplier.ledgerNumber !== null ? null : 'party no-number';
  }

  /** The lines that come in with this one: none while it waits for its seller to be known, others too when it is what they waited for. */
  take(line: LedgerLine, report: LedgerReport): LedgerLine[] {
    const { orgNumberValid, ledgerNumber } = line.supplier;
    if (this.#everybody) return [line];
    if (orgNumberValid !== true) return this.#known.has(ledgerNumber ?? '') ? [line] : this.#hold(line, report);
    if (ledgerNumber === null || this.#known.has(ledgerNumber)) return [line];
    this.#known.add(ledgerNumber);
    const waited = this.#held.get(ledgerNumber) ?? [];
    this.#held.delete(ledgerNumber);
    this.#count -= waited.length;
    return [...waited, line];
  }

  /** The file has ended: who is not known by now stays outside. */
  end(report: LedgerReport): void {
    for (const line of [...this.#held.values()].flat()) leaveOut(line, report);
    this.#held.clear();
  }

  #hold(line: LedgerLine, report: LedgerReport): LedgerLine[] {
    if (this.#count >= HELD_MAX) {
      leaveOut(line, report);
      return [];
    }
    const number = line.supplier.ledgerNumber ?? '';
    const waiting = this.#held.get(number);
    if (waiting) waiting.push(line);
    else this.#held.set(number, [line]);
    this.#count += 1;
    return [];
  }
}

const leaveOut = ({ amount, currency, ...line }: LedgerLine, report: LedgerReport): void =>
  report.leaveOut('party no-number', amount, currency, {
    ...line,
    period: line.period ?? (line.voucherDate ?? line.invoiceDate)?.slice(0, 7) ?? null,
  });
