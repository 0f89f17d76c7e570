import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';
import type { AdjustmentClause } from '@tallgrunn/checks';
import { osloDate } from '@tallgrunn/values';
import type { AdjustmentCalculation } from './adjustment.ts';
import { PublishAdjustedPrices } from './publish-adjusted.ts';

export interface AdjustmentDecision {
  readonly approve: boolean;
  readonly reason: string;
  /** first day of the new prices; default: the calculated day. Not before the earliest day that the clause allows */
  readonly fromOn?: string;
}

interface AdjustmentRow {
  readonly supplier_id: string;
  readonly lot_id: string | null;
  readonly state: string;
  readonly clause: AdjustmentClause;
  readonly computed: AdjustmentCalculation | null;
}

/**
 * Approves or rejects a price adjustment, with a reason. An approved one becomes the next price version from its day.
 */
@Injectable()
export class DecideAdjustment {
  constructor(
    private readonly database: Database,
    private readonly publish: PublishAdjustedPrices,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    agreementId: string,
    caseId: string,
    { approve, reason, fromOn }: AdjustmentDecision,
  ): Promise<{ priceVersionId: string | null; number: number | null }> {
    const row = await this.database.one<AdjustmentRow>(
      'select supplier_id, lot_id, state, clause, computed from agreements.price_adjustment where id = $1 and agreement_id = $2 for update',
      [caseId, agreementId],
    );
    if (!row) throw notFound('price-adjustment');
    if (row.state === 'approved' || row.state === 'refused')
      throw new Problem(409, 'adjustment-already-decided', { state: row.state });
    const version = approve ? await this.#approve(agreementId, row, fromOn) : null;
    await this.database.query(
      'update agreements.price_adjustment set state = $2, decided_on = $3, reason = $4, price_version_id = $5 where id = $1',
      [caseId, approve ? 'approved' : 'refused', osloDate(this.clock.now()), reason, version?.id ?? null],
    );
    await this.audit.record({
      act: approve ? 'prices.adjustment-approved' : 'prices.adjustment-rejected',
      subject: { kind: 'price-adjustment', id: caseId },
      details: { agreementId, reason },
    });
    await this.facts.publish({
      name: 'agreements.adjustment-decided',
      subjectId: caseId,
      payload: { agreementId, supplierId: row.supplier_id, approved: approve },
    });
    return { priceVersionId: version?.id ?? null, number: version?.number ?? null };
  }

  #approve(
    agreementId: string,
    { supplier_id, lot_id, clause, computed }: AdjustmentRow,
    requestedFrom?: string,
  ): Promise<{ id: string; number: number }> {
    if (!computed?.factor.known)
      throw new Problem(409, 'adjustment-not-calculated', {
        reason: computed?.factor.known === false ? computed.factor.reason : null,
      });
    const fromOn = requestedFrom ?? computed.fromOn;
    if (fromOn < computed.earliestOn)
      throw new Problem(422, 'adjustment-too-early', { earliest: computed.earliestOn, because: computed.because });
    return this.publish.run({
      agreementId,
      supplierId: supplier_id,
      lotId: lot_id,
      fromOn,
      up: computed.factor.up,
      down: computed.factor.down,
      decimals: clause.decimals ?? 2,
    });
  }
}
