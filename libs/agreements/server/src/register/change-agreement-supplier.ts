import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { AgreementRecord, requireValidPeriod } from './agreement-record.ts';
import type { ClauseStatus } from './call-off-method.ts';

/** Changes to an agreement supplier; only given fields change. */
export interface AgreementSupplierChange {
  readonly untilOn?: string | null;
  readonly rank?: number | null;
  /** 0 to 1, decimal text. */
  readonly share?: string | null;
  readonly clauseStatus?: ClauseStatus;
}

interface AgreementSupplierRow extends Record<string, unknown> {
  readonly supplierId: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly rank: number | null;
  readonly share: string | null;
  readonly clauseStatus: string;
}

const READ_AGREEMENT_SUPPLIER_SQL =
  'select supplier_id as "supplierId", valid_from as "fromOn", valid_to as "untilOn", rank, share, reporting_clause_status as "clauseStatus" from agreements.agreement_supplier where agreement_id = $1 and id = $2';

/**
 * Ends a supplier's place in an agreement, or changes its rank, share or reporting clause status. The first day cannot
 * be changed.
 */
@Injectable()
export class ChangeAgreementSupplier {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, agreementSupplierId: string, change: AgreementSupplierChange): Promise<void> {
    await this.record.lockForUpdate(agreementId);
    const before = await this.database.one<AgreementSupplierRow>(READ_AGREEMENT_SUPPLIER_SQL, [
      agreementId,
      agreementSupplierId,
    ]);
    if (!before) throw notFound('agreement-supplier');
    const next = {
      ...before,
      ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
    };
    requireValidPeriod(before.fromOn, next.untilOn);
    await this.database.query(
      `update agreements.agreement_supplier set valid_to = $3, rank = $4, share = $5, reporting_clause_status = $6,
         reporting_clause_status_on = case when reporting_clause_status <> $6 then $7::date else reporting_clause_status_on end
       where agreement_id = $1 and id = $2`,
      [
        agreementId,
        agreementSupplierId,
        next.untilOn,
        next.rank,
        next.share,
        next.clauseStatus,
        osloDate(this.clock.now()),
      ],
    );
    await this.record.recordChange(
      agreementId,
      'suppliers',
      before,
      (await this.database.one<AgreementSupplierRow>(READ_AGREEMENT_SUPPLIER_SQL, [
        agreementId,
        agreementSupplierId,
      ])) ?? {},
    );
  }
}
