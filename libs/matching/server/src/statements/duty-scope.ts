import { usualReport } from '@tallgrunn/checks';
import type { Database } from '@tallgrunn/platform';

/** Whose books, of which days, a duty's report should tell of. */
export interface DutyScope {
  readonly dutyId: string;
  readonly agreementId: string;
  readonly supplierId: string;
  readonly start: string;
  /** the day after the last */
  readonly end: string;
  /** a branch that reports by itself: only what was paid to this number */
  readonly sellerNumber: string | null;
  /** False where it cannot be told what this report should hold: several reports for the same days, or a branch without a number of its own. */
  readonly tellable: boolean;
}

/** The scope of a duty that whoever asks may know; undefined for others'. */
export async function dutyScope(database: Database, dutyId: string): Promise<DutyScope | undefined> {
  return database.one<DutyScope>(
    `select d.id as "dutyId", d.agreement_id as "agreementId", d.supplier_id as "supplierId", d.period_start as start, d.period_end as end, d.part_org_number as "sellerNumber",
       d.report = $2 and (d.part_of is null or d.part_org_number is not null) and not exists (
         select 1 from agreements.door_duty e
         where e.agreement_id = d.agreement_id and e.supplier_id = d.supplier_id and e.report <> d.report and e.exempt_reason is null
           and e.period_start < d.period_end and e.period_end > d.period_start) as tellable
     from agreements.door_duty d where d.id = $1`,
    [dutyId, usualReport],
  );
}
