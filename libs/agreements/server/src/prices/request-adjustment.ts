import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound, DocumentNumbers, Problem } from '@tallgrunn/platform';
import type { AdjustmentClause } from '@tallgrunn/checks';
import { osloDate, uuidv7 } from '@tallgrunn/values';
import { lastPeriodSql, withLatestBase } from './adjustment-base.ts';
import { CalculateAdjustment } from './calculate-adjustment.ts';
import type { ModelParameters } from './price-models.ts';

export interface AdjustmentRequest {
  /** omitted by a supplier, who requests for itself */
  readonly supplierId?: string;
  readonly lot?: string | null;
  /** period of the index that is compared with the clause's base */
  readonly comparePeriod: string;
  readonly wantedFrom: string;
  /** date of the request; default today, and always today when a supplier requests */
  readonly requestedOn?: string;
  readonly note?: string | null;
}

interface AdjustmentTerms {
  readonly starts_on: string;
  readonly lot_id: string | null;
  readonly document: ModelParameters | null;
  readonly last_on: string | null;
  readonly last_period: string | null;
}

/**
 * Creates a price adjustment request, by a supplier or by a contract manager on receipt of a letter. It is calculated
 * at once when the index is known.
 */
@Injectable()
export class RequestAdjustment {
  constructor(
    private readonly database: Database,
    private readonly compute: CalculateAdjustment,
    private readonly numbers: DocumentNumbers,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, request: AdjustmentRequest): Promise<{ id: string; number: string }> {
    const actor = this.database.actor();
    const supplierId = actor.side === 'supplier' ? actor.organisationId : request.supplierId;
    const today = osloDate(this.clock.now());
    const requestedOn = actor.side === 'supplier' ? today : (request.requestedOn ?? today);
    const terms = await this.#readTerms(agreementId, supplierId ?? '', request.lot ?? null, requestedOn);
    const agreed = terms.document?.adjustment;
    if (!agreed) throw new Problem(422, 'no-adjustment-clause', { lot: request.lot ?? null });
    const clause = withLatestBase(agreed, terms.last_period);
    const { comparePeriod, wantedFrom: requestedFrom } = request;
    const computed = await this.compute.calculate({
      clause,
      comparePeriod,
      requestedOn,
      wantedFrom: requestedFrom,
      startsOn: terms.starts_on,
      lastOn: terms.last_on,
    });
    const [id, number] = [uuidv7(this.clock.now()), await this.numbers.next('P')];
    await this.database.query(
      `insert into agreements.price_adjustment (id, agreement_id, supplier_id, lot_id, number, requested_on, comparison_period, requested_from, note, clause, computed, state, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        agreementId,
        supplierId,
        terms.lot_id,
        number,
        requestedOn,
        comparePeriod,
        requestedFrom,
        request.note ?? null,
        JSON.stringify(clause satisfies AdjustmentClause),
        JSON.stringify(computed),
        computed.factor.known ? 'computed' : 'requested',
        this.clock.now(),
      ],
    );
    await this.audit.record({
      act: 'prices.adjustment-requested',
      subject: { kind: 'price-adjustment', id },
      details: { agreementId, supplierId, number },
    });
    await this.facts.publish({
      name: 'agreements.adjustment-requested',
      subjectId: id,
      payload: { agreementId, supplierId, number },
    });
    return { id, number };
  }

  async #readTerms(agreementId: string, supplierId: string, lot: string | null, on: string): Promise<AdjustmentTerms> {
    const row = await this.database.one<AdjustmentTerms & { lot_known: boolean }>(
      `select a.starts_on, t.id as lot_id, ($3::text is null or t.id is not null) as lot_known, m.document,
         (select max(v.valid_from) from agreements.price_version v where v.cooperative_id = a.cooperative_id and v.agreement_id = a.id and v.supplier_id = $2::uuid and v.reason = 'adjusted') as last_on,
         ${lastPeriodSql('a.id', '$2::uuid', 't.id', "(m.document -> 'adjustment')")} as last_period
       from agreements.agreement a
       left join agreements.lot t on t.cooperative_id = a.cooperative_id and t.agreement_id = a.id and lower(t.key) = lower($3)
       left join lateral (
         select p.document from agreements.price_model p
         where p.cooperative_id = a.cooperative_id and p.agreement_id = a.id and (p.lot_id is null or p.lot_id = t.id) and (p.supplier_id is null or p.supplier_id = $2::uuid)
           and p.valid_from <= $4::date and (p.valid_to is null or p.valid_to >= $4::date)
         order by p.lot_id nulls last, p.supplier_id nulls last, p.valid_from desc limit 1) m on true
       where a.id = $1
         and exists (select 1 from agreements.agreement_supplier s where s.cooperative_id = a.cooperative_id and s.agreement_id = a.id and s.supplier_id = $2::uuid)`,
      [agreementId, supplierId || null, lot, on],
    );
    if (!row) throw notFound('agreement');
    if (!row.lot_known) throw new Problem(422, 'lot-unknown', { found: lot });
    return row;
  }
}
