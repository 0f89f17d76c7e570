import {
  addDays,
  addWorkingDays,
  monthsFrom,
  onWorkingDay,
  periodRange,
  quartersOf,
  yearOf,
  type Day,
} from '../values/calendar.ts';
import type { Agreement } from './agreement.ts';
import type { Scenario } from './scenario.ts';
import type { Supplier } from './supplier.ts';

export interface Obligation {
  supplier: string;
  agreement: string;
  period: string;
  /** The last day on which the report is on time. A fixed date on a holiday moves to the next working day. */
  dueOn: Day;
  /** Key of the reporting branch. */
  branch?: string;
  /** Covered days, with an exclusive end, where the agreement begins or ends inside the period. */
  start?: Day;
  end?: Day;
}

/** Returns the due date of a report under the terms of its agreement. */
export function dueDate({ terms: { due } }: Agreement, period: string): Day {
  const { end } = periodRange(period);
  if (due.kind === 'working-days-after') return addWorkingDays(addDays(end, -1), due.days);
  const next = [yearOf(end), yearOf(end) + 1]
    .flatMap((year) => due.dates.map((date) => `${year}-${date}`))
    .sort()
    .find((day) => day >= end);
  return onWorkingDay(next as Day);
}

/** Returns all obligations of the world, by supplier and period, including the month after the last. */
export function obligationsOf({
  suppliers,
  agreements,
  firstMonth,
  lastMonth,
  waitingMonth,
}: Pick<Scenario, 'suppliers' | 'agreements' | 'firstMonth' | 'lastMonth' | 'waitingMonth'>): Obligation[] {
  return suppliers.flatMap((one) => {
    const validAgreements = agreements.filter(
      ({ number }) => number === one.agreement || number === one.formerAgreement?.number,
    );
    return validAgreements.flatMap((agreement) => {
      const monthly = agreement.terms.frequency === 'month';
      const months = monthsFrom(firstMonth, monthly ? waitingMonth : lastMonth);
      const periods = (monthly ? months : quartersOf(months))
        .map((period) => periodWithinAgreement(one, agreement, period))
        .filter((part) => part !== null);
      return periods.flatMap((part) =>
        branchesOf(one, agreement).map((branch): Obligation => ({
          supplier: one.key,
          agreement: agreement.number,
          period: part.period,
          dueOn: dueDate(agreement, part.period),
          ...(branch && { branch }),
          ...(part.cut && { start: part.start, end: part.end }),
        })),
      );
    });
  });
}

const branchesOf = ({ branches }: Supplier, { terms }: Agreement): (string | undefined)[] =>
  terms.partsOf === 'branch' && branches ? branches.map(({ key }) => key) : [undefined];

/** Returns the part of the period in which the agreement is valid; null for none. */
function periodWithinAgreement(
  { formerAgreement }: Supplier,
  agreement: Agreement,
  period: string,
): { period: string; start: Day; end: Day; cut: boolean } | null {
  const whole = periodRange(period);
  const isFormer = agreement.number === formerAgreement?.number;
  const from = isFormer || !formerAgreement ? agreement.validFrom : addDays(formerAgreement.until, 1);
  const beyond = isFormer ? addDays(formerAgreement.until, 1) : addDays(agreement.validTo, 1);
  const [start, end] = [whole.start < from ? from : whole.start, whole.end > beyond ? beyond : whole.end];
  return start < end ? { period, start, end, cut: start !== whole.start || end !== whole.end } : null;
}
