import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import type { CheckContext } from '@tallgrunn/checks';
import type { ObligationRow } from './context-rows.ts';

interface AdjacentObligationRow {
  readonly agreement: string;
  readonly title: string;
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly from: string;
  readonly until: string | null;
}

export type AdjacentObligations = Pick<CheckContext, 'holds' | 'otherParts'>;

/**
 * SQL: obligations near this one: of the same report under other terms, or of the preceding or following agreement.
 * Includes the days of the supplier in each agreement.
 */
const ADJACENT_OBLIGATIONS_SQL = `
  with held as (
    select cooperative_id, agreement_id, min(valid_from) as valid_from, case when bool_or(valid_to is null) then null else max(valid_to) end as valid_to
    from agreements.agreement_supplier where supplier_id = $2 group by cooperative_id, agreement_id
  )
  select e.agreement_id as agreement, b.title, e.period_key as key, e.period_start as start, e.period_end as "end", g.valid_from as "from", g.valid_to as until
  from agreements.reporting_obligation d
  join agreements.agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
  join held h on h.cooperative_id = d.cooperative_id and h.agreement_id = d.agreement_id
  join agreements.reporting_obligation e on e.cooperative_id = d.cooperative_id and e.supplier_id = d.supplier_id and e.report = d.report and e.branch_id is not distinct from d.branch_id and e.id <> d.id
  join agreements.agreement b on b.cooperative_id = e.cooperative_id and b.id = e.agreement_id
  join held g on g.cooperative_id = e.cooperative_id and g.agreement_id = e.agreement_id
  where d.id = $1 and e.exemption_reason is null and e.period_start < $4::date and e.period_end > $3::date - 366
    and case when e.agreement_id = d.agreement_id then e.terms_version_id <> d.terms_version_id
      else (g.valid_to + 1 = h.valid_from or h.valid_to + 1 = g.valid_from) and coalesce(left(a.cpv, 2) = left(b.cpv, 2), true) end
  order by e.period_start, b.title, e.id`;

/**
 * Reads the rows of a check context that decide which report a line belongs to: the supplier's days in the agreement,
 * and the reports that share the period.
 */
@Injectable()
export class AdjacentObligationRows {
  constructor(private readonly database: Database) {}

  async run({ id, agreement_id, supplier_id, period_key }: ObligationRow): Promise<AdjacentObligations> {
    const period = Period.parse(period_key);
    const holds = await this.database.one<{ from: string | null; until: string | null }>(
      `select min(valid_from) as "from", case when bool_or(valid_to is null) then null else max(valid_to) end as until from agreements.agreement_supplier where agreement_id = $1 and supplier_id = $2`,
      [agreement_id, supplier_id],
    );
    const near = await this.database.query<AdjacentObligationRow & Record<string, unknown>>(ADJACENT_OBLIGATIONS_SQL, [
      id,
      supplier_id,
      period.start,
      period.end,
    ]);
    return {
      ...(holds?.from && { holds: { from: holds.from, until: holds.until } }),
      ...toColumns(near.filter((part) => overlaps(period, part))),
    };
  }
}

/**
 * Returns whether two periods overlap. A part of a period counts as the whole: a quarter cut off in May also overlaps
 * June.
 */
function overlaps(period: Period, { key }: AdjacentObligationRow): boolean {
  const other = Period.parse(key);
  return other.start < period.end && period.start < other.end;
}

function toColumns(parts: readonly AdjacentObligationRow[]): Pick<AdjacentObligations, 'otherParts'> {
  if (parts.length === 0) return {};
  const column = <V>(of: (row: AdjacentObligationRow) => V): V[] => parts.map(of);
  return {
    otherParts: {
      agreement: column((row) => row.agreement),
      title: column((row) => row.title),
      key: column((row) => row.key),
      start: column((row) => row.start),
      end: column((row) => row.end),
      from: column((row) => row.from),
      until: column((row) => row.until),
    },
  };
}
