import { Injectable } from '@nestjs/common';
import { Database, Problem, systemActor, UnitOfWork } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import type { ScopedFilter } from '../emission-filter.ts';
import { comparableMonths, type Comparison, type ExcludedBuyer, type Months } from './comparable-months.ts';

interface BuyerRow extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly months: readonly string[];
}

/**
 * Buyers that exist today, each with the months for which its ledger is complete. $1: ids of the buyers; null = all.
 */
const BUYERS = `
  with ledger as materialized (
    select m.buyer_id, m.month from spend.door_ledger_month m where m.is_complete
  )
  select o.id, o.name, coalesce(array_agg(m.month) filter (where m.month is not null), '{}') as months
  from identity.door_current_organisation o
  left join ledger m on m.buyer_id = o.id
  where o.kind = 'buyer' and ($1::uuid[] is null or o.id = any ($1::uuid[]))
  group by o.id, o.name order by o.name`;

/** Maximum months in a period, because every range within it is evaluated. */
const MONTHS_MAX = 60;

/**
 * Returns the months and buyers of two periods that can be compared. Supplier reports do not affect the result. By
 * delivery date, the deliveries of a month are in its own ledger or the next month's, so both must be complete.
 */
@Injectable()
export class ReadComparison {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
  ) {}

  /**
   * @param before months requested for the earlier period
   * @param after months requested for the later period
   * @param then filter and visible scope of the earlier period
   * @param now filter and visible scope of the later period
   * @throws Problem 'body-invalid' (400) if a period is longer than 60 months or is not a calendar month
   */
  async run(before: Months, after: Months, then: ScopedFilter, now: ScopedFilter): Promise<Comparison> {
    const tooLong = [before, after].find(
      ({ from, to }) => !Period.tryParse(from) || !Period.tryParse(to) || monthsFrom(from, to) >= MONTHS_MAX,
    );
    if (tooLong)
      throw new Problem(400, 'body-invalid', {}, [{ code: 'month', path: 'to', params: { found: tooLong.to } }]);
    const actor = this.database.actor();
    const read = () => this.database.query<BuyerRow>(BUYERS, [this.#buyersOf(then, now)]);
    // An auditor sees only the published part of a ledger; which months are complete is not confidential.
    const rows =
      actor.role === 'auditor' ? await this.units.run(systemActor(actor.cooperativeId, actor), read) : await read();
    const [earlier, later] = commonMonths(before, after, then, now);
    if (now.by !== 'delivery')
      return comparableMonths(
        earlier,
        later,
        rows.map(({ id, name, months }) => ({ id, name, complete: new Set(months) })),
      );
    const comparison = comparableMonths(
      earlier,
      later,
      rows.map(({ id, name, months }) => ({
        id,
        name,
        complete: new Set(months.filter((month) => months.includes(next(month)))),
      })),
    );
    const missingMonths = ({ id, missing }: ExcludedBuyer) => [
      ...new Set(
        missing.map((month) => (rows.find((row) => row.id === id)?.months.includes(month) ? next(month) : month)),
      ),
    ];
    return { ...comparison, leftOut: comparison.leftOut.map((each) => ({ ...each, missing: missingMonths(each) })) };
  }

  /** Returns the buyers in both filters, limited to the user's own organisation for a buyer; null = all. */
  #buyersOf(...filters: readonly ScopedFilter[]): readonly string[] | null {
    const { side, role, organisationId } = this.database.actor();
    const own = side === 'buyer' && role !== 'auditor' && organisationId !== null ? [[organisationId]] : [];
    const lists = [
      ...own,
      ...filters.flatMap(({ buyers, buyerId }) => (buyers ? [buyers] : buyerId === undefined ? [] : [[buyerId]])),
    ];
    return lists.length === 0 ? null : lists.reduce((left, list) => left.filter((id) => list.includes(id)));
  }
}

const next = (month: string): string => Period.next(Period.parse(month)).key;

/** Returns the number of months from one month to another: 2025-11 to 2026-02 is 3. */
export const monthsFrom = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

/**
 * Returns the months common to both periods, counted from the requested start, after each is narrowed to its visible
 * scope.
 */
function commonMonths(before: Months, after: Months, then: ScopedFilter, now: ScopedFilter): [Months, Months] {
  const first = Math.max(
    monthsFrom(before.from, then.from ?? before.from),
    monthsFrom(after.from, now.from ?? after.from),
  );
  const cut = Math.max(monthsFrom(then.to ?? before.to, before.to), monthsFrom(now.to ?? after.to, after.to));
  const month = (of: string, by: number) => Period.shift(Period.parse(of), by).key;
  const of = ({ from, to }: Months): Months => ({ from: month(from, first), to: month(to, -cut) });
  return first === 0 && cut === 0 ? [before, after] : [of(before), of(after)];
}
