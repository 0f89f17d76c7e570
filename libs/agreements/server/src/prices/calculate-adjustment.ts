import { Injectable } from '@nestjs/common';
import { AuditLog, Database, notFound, Problem } from '@tallgrunn/platform';
import type { AdjustmentClause, IndexValue } from '@tallgrunn/checks';
import { calculateAdjustment, type AdjustmentCalculation, type IndexVersion } from './adjustment.ts';

interface AdjustmentRow {
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly lot_id: string | null;
  readonly clause: AdjustmentClause;
  readonly comparison_period: string;
  readonly requested_on: string;
  readonly requested_from: string;
  readonly starts_on: string;
  readonly last_on: string | null;
  readonly state: string;
}

/**
 * Calculates an adjustment from the latest version of its index, when it is requested, and on demand after a new index
 * version.
 */
@Injectable()
export class CalculateAdjustment {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async run(agreementId: string, caseId: string): Promise<AdjustmentCalculation> {
    const row = await this.database.one<AdjustmentRow>(
      `select c.agreement_id, c.supplier_id, c.lot_id, c.clause, c.comparison_period, c.requested_on, c.requested_from, c.state, a.starts_on,
         (select max(v.valid_from) from agreements.price_version v where v.cooperative_id = c.cooperative_id and v.agreement_id = c.agreement_id and v.supplier_id = c.supplier_id and v.reason = 'adjusted') as last_on
       from agreements.price_adjustment c join agreements.agreement a on a.cooperative_id = c.cooperative_id and a.id = c.agreement_id
       where c.id = $1 and c.agreement_id = $2`,
      [caseId, agreementId],
    );
    if (!row) throw notFound('price-adjustment');
    if (row.state === 'approved' || row.state === 'refused')
      throw new Problem(409, 'adjustment-already-decided', { state: row.state });
    const computed = await this.calculate({
      clause: row.clause,
      comparePeriod: row.comparison_period,
      requestedOn: row.requested_on,
      wantedFrom: row.requested_from,
      startsOn: row.starts_on,
      lastOn: row.last_on,
    });
    await this.database.query('update agreements.price_adjustment set computed = $2, state = $3 where id = $1', [
      caseId,
      JSON.stringify(computed),
      computed.factor.known ? 'computed' : 'requested',
    ]);
    await this.audit.record({
      act: 'prices.adjustment-calculated',
      subject: { kind: 'price-adjustment', id: caseId },
      details: { agreementId, index: computed.index },
    });
    return computed;
  }

  async calculate(input: Parameters<typeof calculateAdjustment>[0]): Promise<AdjustmentCalculation> {
    return calculateAdjustment(
      input,
      await this.#index(input.clause.index, [input.clause.basePeriod, input.comparePeriod]),
    );
  }

  async #index(code: string, periods: readonly string[]): Promise<IndexVersion | null> {
    const series = await this.database.one<{ code: string; version: number; source: string }>(
      'select code, version, source from agreements.index_series where code = $1 order by version desc limit 1',
      [code],
    );
    if (!series) return null;
    const values = await this.database.query<IndexValue>(
      'select period, value::text as value from agreements.index_value where code = $1 and version = $2 and period = any ($3)',
      [code, series.version, periods],
    );
    return { ...series, values };
  }
}
