import { Injectable } from '@nestjs/common';
import { defaultReport } from '@tallgrunn/checks';
import { Database } from '@tallgrunn/platform';

export interface Obligation {
  readonly id: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly terms_version_id: string;
  readonly period_key: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly due_on: string;
}

/** Reporting obligations, read through the door of the agreements room. */
@Injectable()
export class ObligationStore {
  constructor(private readonly database: Database) {}

  /** Returns those of a supplier's obligations that are visible to the user, in no particular order. */
  visible(ids: readonly string[], supplierId: string): Promise<{ id: string }[]> {
    return this.database.query(
      'select id from agreements.door_reporting_obligation where id = any ($1::uuid[]) and supplier_id = $2',
      [ids, supplierId],
    );
  }

  find(id: string): Promise<Obligation | undefined> {
    return this.database.one<Obligation>(
      'select id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, due_on from agreements.door_reporting_obligation where id = $1',
      [id],
    );
  }

  /**
   * Locks an obligation until the transaction ends, so that its versions are submitted, accepted and returned one at a
   * time. Call it before locking a version.
   */
  async lockForUpdate(id: string): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('reporting.duty' || platform.cooperative() || $1, 0))`,
      [id],
    );
  }

  /**
   * Returns which of the supplier's purchases an obligation's report is compared with. Null when undecidable: several
   * reports for the same days, or a branch without an organisation number. `sellerNumber`: the branch's organisation
   * number; null for the whole supplier.
   */
  async ledgerScope(id: string): Promise<{ readonly sellerNumber: string | null } | null> {
    const scope = await this.database.one<{
      report: string;
      is_part: boolean;
      part_org_number: string | null;
      shared: boolean;
    }>(
      `select d.report, d.branch_id is not null as is_part, d.part_org_number,
         exists (
           select 1 from agreements.door_reporting_obligation e
           where e.cooperative_id = d.cooperative_id and e.agreement_id = d.agreement_id and e.supplier_id = d.supplier_id and e.report <> d.report
             and e.exemption_reason is null and e.period_start < d.period_end and e.period_end > d.period_start) as shared
       from agreements.door_reporting_obligation d where d.id = $1`,
      [id],
    );
    if (!scope || scope.shared || scope.report !== defaultReport || (scope.is_part && scope.part_org_number === null))
      return null;
    return { sellerNumber: scope.part_org_number };
  }
}
