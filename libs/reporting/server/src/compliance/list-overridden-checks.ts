import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import type { OverrideDto } from './overridden-check.dto.ts';

/**
 * Thresholds for reviewing a check: suppliers override more than this percentage of its findings, and it has enough
 * findings. Checks in `neverLoosened` are exempt: an answer does not correct a price above the agreed one, which is
 * followed up as a price deviation.
 */
export const overrideThresholds = { percentOver: 10, foundMin: 10, neverLoosened: ['price-above-agreed'] } as const;

const ROWS_MAX = 500;

/**
 * Lists checks by how often suppliers override their findings as "not an error", over reports submitted in the last
 * twelve months and not superseded.
 */
@Injectable()
export class ListOverriddenChecks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<OverrideDto[]> {
    return this.database.query<OverrideDto>(
      `select json_build_object('id', a.id, 'number', a.number, 'title', a.title) as agreement, r.code, r.found, r.overridden, r.percent, r.amount, r.currency, r.reports, r.suppliers,
         r.found >= $2 and r.overridden * 100 > r.found * $3 and r.code <> all ($4::text[]) as "toReview"
       from (
         select o.agreement_id, o.code, sum(o.found)::int as found, sum(o.overridden)::int as overridden, round(100.0 * sum(o.overridden) / sum(o.found), 1)::text as percent,
           sum(o.amount)::text as amount, max(o.currency) as currency, count(distinct o.version_id) filter (where o.overridden > 0)::int as reports, count(distinct o.supplier_id) filter (where o.overridden > 0)::int as suppliers
         from reporting.door_overridden_check o
         where o.submitted_at > $1::timestamptz - interval '1 year'
         group by o.agreement_id, o.code
         having sum(o.overridden) > 0
       ) r
       join agreements.door_agreement a on a.id = r.agreement_id
       order by r.overridden::numeric / r.found desc, r.overridden desc, r.code, a.number
       limit ${ROWS_MAX}`,
      [
        this.clock.now(),
        overrideThresholds.foundMin,
        overrideThresholds.percentOver,
        [...overrideThresholds.neverLoosened],
      ],
    );
  }
}
