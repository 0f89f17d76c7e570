import { defaultReport } from '@tallgrunn/checks';
import type { Database } from '@tallgrunn/platform';

/** Ledger lines that the report of an obligation should contain: agreement, supplier and days. */
export interface ObligationScope {
  readonly obligationId: string;
  readonly agreementId: string;
  readonly supplierId: string;
  readonly start: string;
  /** the day after the last */
  readonly end: string;
  /** number of a branch that reports separately: only payments to this number count */
  readonly sellerNumber: string | null;
  /**
   * False where the expected content is unclear: several reports for the same days, or a branch without its own number.
   */
  readonly tellable: boolean;
}

/** Returns the scope of an obligation that the user may see; undefined for others. */
export async function obligationScope(database: Database, obligationId: string): Promise<ObligationScope | undefined> {
  return database.one<ObligationScope>(
    `select d.id as "obligationId", d.agreement_id as "agreementId", d.supplier_id as "supplierId", d.period_start as start, d.period_end as end, d.part_org_number as "sellerNumber",
       d.report = $2 and (d.branch_id is null or d.part_org_number is not null) and not exists (
         select 1 from agreements.door_reporting_obligation e
         where e.agreement_id = d.agreement_id and e.supplier_id = d.supplier_id and e.report <> d.report and e.exemption_reason is null
           and e.period_start < d.period_end and e.period_end > d.period_start) as tellable
     from agreements.door_reporting_obligation d where d.id = $1`,
    [obligationId, defaultReport],
  );
}
