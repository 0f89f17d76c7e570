import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { compare, subtract, sum } from '@tallgrunn/values';
import { coveredAmountSql } from './covered-amount-sql.ts';

/** Booked amount (NOK, decimal text) and lines under one cause. */
export interface ExplainedPart {
  /**
   * 'matched': reported line by line. 'not-tied': reported, but not found line by line. Otherwise a cause, or 'none'
   * without one. For lines linked with a difference, the difference is under its cause.
   */
  readonly cause: string;
  readonly amount: string;
  readonly lines: number;
}

export interface MatchingCoverageRow {
  readonly supplierId: string;
  readonly supplier: string;
  readonly buyerId: string;
  readonly buyer: string;
  readonly booked: string;
  readonly linked: string;
  /** Reported amount of the same quarter without a link, limited to the booked amount without an explanation. */
  readonly notTied: string;
  readonly over: string;
}

export interface MatchingCoverage {
  /** Booked on agreement suppliers; and all bookings, including services and investment. */
  readonly agreementPurchases: string;
  readonly allPurchases: string;
  /** Ledger amount of lines with unknown VAT, which is in none of the sums. */
  readonly outside: string;
  /** Reported amount linked to bookings, at most the booked amount per supplier, buyer and month. */
  readonly linked: string;
  /**
   * Reported amount without a link, limited to the unexplained booked amount of the same supplier, buyer and quarter.
   */
  readonly notTied: string;
  /** Linked amount above the booked amount per supplier, buyer and month. */
  readonly over: string;
  /** Parts of the purchases from agreement suppliers; they add up to the whole. */
  readonly parts: readonly ExplainedPart[];
  readonly rows: readonly MatchingCoverageRow[];
}

export interface MatchingCoverageQuery {
  readonly supplierId: string | null;
  readonly buyerId: string | null;
  /** First and last month, inclusive, '2026-01'; null for all. */
  readonly from?: string | null;
  readonly to?: string | null;
}

const FILTER = `($1::uuid is null or c.supplier_id = $1) and ($2::uuid is null or c.buyer_id = $2) and ($3::text is null or c.month >= $3) and ($4::text is null or c.month <= $4)`;
const BOOKED_FILTER = `c.side = 'booked' and ${FILTER}`;
const AGREEMENT_FILTER = `${BOOKED_FILTER} and c.supplier_id is not null and c.buyer_id is not null`;

/**
 * SQL: linked and over-reported amounts per supplier, buyer and month. They are limited before summing, so that an
 * excess in one cannot hide a shortfall in another.
 */
const MONTHS = `
  select c.supplier_id, c.buyer_id, c.month, sum(c.amount) as booked,
    ${coveredAmountSql('sum(c.linked)', 'sum(c.amount)')} as linked, greatest(sum(c.linked) - greatest(sum(c.amount), 0), 0) as over
  from matching.matching_total c
  where ${AGREEMENT_FILTER}
  group by c.supplier_id, c.buyer_id, c.month`;

/**
 * SQL: min(reported without a link, booked without an explanation) per supplier, buyer and quarter. That amount is
 * reported, but the sums do not show which lines it is.
 */
const REPORTED_NOT_LINKED = `
  with quarter as (
    select c.supplier_id, c.buyer_id,
      greatest(coalesce(sum(c.amount) filter (where c.side = 'reported' and c.state = 'reported-not-booked' and coalesce(c.cause, 'timing') in ('timing', 'not-tied', 'not-known')), 0), 0) as reported,
      greatest(coalesce(sum(c.amount) filter (where c.side = 'booked' and c.state = 'booked-not-reported' and coalesce(c.cause, 'not-tied') in ('not-tied', 'not-known')), 0), 0) as booked,
      coalesce(sum(c.lines) filter (where c.side = 'booked' and c.state = 'booked-not-reported' and coalesce(c.cause, 'not-tied') in ('not-tied', 'not-known')), 0) as lines
    from matching.matching_total c
    where ${FILTER} and c.supplier_id is not null and c.buyer_id is not null
    group by c.supplier_id, c.buyer_id, left(c.month, 4), (right(c.month, 2)::int - 1) / 3
  )
  select q.supplier_id, q.buyer_id, sum(least(q.reported, q.booked)) as amount, (sum(q.lines) filter (where q.reported >= q.booked))::int as lines from quarter q group by q.supplier_id, q.buyer_id`;

/**
 * Returns how much of the booked amount the reports cover line by line, and the causes of the rest. Reads the sums
 * stored by the last run.
 */
@Injectable()
export class ShowMatchingCoverage {
  constructor(private readonly database: Database) {}

  async run({ supplierId, buyerId, from, to }: MatchingCoverageQuery): Promise<MatchingCoverage> {
    const params = [supplierId, buyerId, from ?? null, to ?? null];
    const [sums] = await this.database.query<
      Omit<MatchingCoverage, 'parts' | 'rows' | 'allPurchases' | 'outside' | 'notTied'>
    >(
      `select coalesce(sum(booked), 0)::text as "agreementPurchases", coalesce(sum(linked), 0)::text as linked, coalesce(sum(over), 0)::text as over from (${MONTHS}) m`,
      params,
    );
    const [all] = await this.database.query<{ amount: string; outside: string }>(
      `select coalesce(sum(c.amount), 0)::text as amount, coalesce(sum(c.outside), 0)::text as outside from matching.matching_total c where ${BOOKED_FILTER}`,
      params,
    );
    const found = await this.database.query<CausePart>(
      `select c.state = 'matched' as matched, coalesce(c.cause, 'none') as cause, sum(c.amount)::text as amount, sum(c.linked)::text as linked, sum(c.lines)::int as lines
       from matching.matching_total c
       where ${AGREEMENT_FILTER}
       group by 1, 2 order by sum(abs(c.amount)) desc, 2`,
      params,
    );
    const [balance] = await this.database.query<{ amount: string; lines: number }>(
      `select coalesce(sum(t.amount), 0)::text as amount, coalesce(sum(t.lines), 0)::int as lines from (${REPORTED_NOT_LINKED}) t`,
      params,
    );
    const rows = await this.database.query<MatchingCoverageRow>(
      `select m.supplier_id as "supplierId", s.name as supplier, m.buyer_id as "buyerId", b.name as buyer, sum(m.booked)::text as booked, sum(m.linked)::text as linked, coalesce(min(t.amount), 0)::text as "notTied", sum(m.over)::text as over
       from (${MONTHS}) m
       left join (${REPORTED_NOT_LINKED}) t on t.supplier_id = m.supplier_id and t.buyer_id = m.buyer_id
       join identity.door_organisation s on s.id = m.supplier_id
       join identity.door_organisation b on b.id = m.buyer_id
       group by m.supplier_id, s.name, m.buyer_id, b.name order by sum(m.booked) - sum(m.linked) desc, s.name, b.name`,
      params,
    );
    return {
      agreementPurchases: sums?.agreementPurchases ?? '0',
      allPurchases: all?.amount ?? '0',
      outside: all?.outside ?? '0',
      linked: sums?.linked ?? '0',
      notTied: balance?.amount ?? '0',
      over: sums?.over ?? '0',
      parts: partsOf(found, sums?.linked ?? '0', balance ?? { amount: '0', lines: 0 }),
      rows,
    };
  }
}

interface CausePart extends ExplainedPart {
  readonly matched: boolean;
  /** Reported amount linked to it. */
  readonly linked: string;
}

/**
 * Builds the parts. 'matched' is exactly the covered amount. The rest of linked booked lines is the difference between
 * the sides: VAT where that explains it, otherwise a different amount. So the parts always add up to the booked amount.
 */
function partsOf(found: readonly CausePart[], linked: string, notTied: Omit<ExplainedPart, 'cause'>): ExplainedPart[] {
  const linkedParts = found.filter(({ matched }) => matched);
  const linesOf = (list: readonly ExplainedPart[]) => list.reduce((lines, each) => lines + each.lines, 0);
  const vat = linkedParts.filter(({ cause }) => cause === 'vat');
  const vatDifference = subtract(sum(vat.map(({ amount }) => amount)), sum(vat.map((each) => each.linked)));
  const difference = subtract(subtract(sum(linkedParts.map(({ amount }) => amount)), linked), vatDifference);
  const parts = new Map<string, ExplainedPart>(
    found.filter(({ matched }) => !matched).map(({ cause, amount, lines }) => [cause, { cause, amount, lines }]),
  );
  const add = (cause: string, amount: string, lines: number) => {
    const was = parts.get(cause);
    if (compare(amount, '0') !== 0)
      parts.set(cause, { cause, amount: sum([was?.amount ?? '0', amount]), lines: (was?.lines ?? 0) + lines });
  };
  const unexplained = ['none', 'not-tied', 'not-known'].flatMap((cause) => parts.get(cause) ?? []);
  const open = { amount: sum(unexplained.map(({ amount }) => amount)), lines: linesOf(unexplained) };
  for (const { cause } of unexplained) parts.delete(cause);
  add('none', subtract(open.amount, notTied.amount), open.lines - notTied.lines);
  add('not-tied', notTied.amount, notTied.lines);
  add('vat', vatDifference, linesOf(vat));
  add('amount-differs', difference, linesOf(linkedParts.filter(({ cause }) => cause === 'amount-differs')));
  const rest = [...parts.values()].sort((a, b) => Math.abs(Number(b.amount)) - Math.abs(Number(a.amount)));
  return linkedParts.length === 0 ? rest : [{ cause: 'matched', amount: linked, lines: linesOf(linkedParts) }, ...rest];
}
