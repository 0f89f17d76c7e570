import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem, type Issue } from '@tallgrunn/platform';
import type { PriceModelKind } from '@tallgrunn/checks';
import { uuidv7 } from '@tallgrunn/values';
import type { ModelParameters } from './price-models.ts';

export interface NewPriceModel {
  /** key of a lot; null: every lot without a model of its own */
  readonly lot?: string | null;
  readonly supplierId?: string | null;
  readonly kind: PriceModelKind;
  readonly fromOn: string;
  readonly untilOn?: string | null;
  readonly discount?: string | null;
  readonly tolerance?: string | null;
  readonly document?: ModelParameters;
  readonly clause?: string | null;
}

/** Adds a price model for a lot from a day on. The previous model ends the day before. */
@Injectable()
export class AddPriceModel {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, model: NewPriceModel): Promise<{ id: string }> {
    const agreement = await this.database.one('select 1 from agreements.agreement where id = $1 for update', [
      agreementId,
    ]);
    if (!agreement) throw notFound('agreement');
    const { lot = null, supplierId = null } = model;
    const lotRow =
      lot === null
        ? null
        : await this.database.one<{ id: string }>(
            'select id from agreements.lot where agreement_id = $1 and lower(key) = lower($2)',
            [agreementId, lot],
          );
    const holds =
      supplierId === null ||
      (await this.database.one(
        'select 1 from agreements.agreement_supplier where agreement_id = $1 and supplier_id = $2',
        [agreementId, supplierId],
      ));
    const faults = [
      ...faultsOf(model),
      ...(lotRow === undefined ? [{ code: 'lot-unknown', path: 'lot', params: { found: lot } }] : []),
      ...(holds ? [] : [{ code: 'supplier-not-party', path: 'supplierId' }]),
    ];
    if (faults.length > 0) throw new Problem(422, 'price-model-invalid', {}, faults);
    const id = uuidv7(this.clock.now());
    const place = [agreementId, lotRow?.id ?? null, supplierId];
    await this.database.query(
      `update agreements.price_model set valid_to = $4::date - 1
       where agreement_id = $1 and lot_id is not distinct from $2 and supplier_id is not distinct from $3 and valid_from < $4 and (valid_to is null or valid_to >= $4)`,
      [...place, model.fromOn],
    );
    const added = await this.database.query(
      `insert into agreements.price_model (id, agreement_id, lot_id, supplier_id, valid_from, valid_to, kind, discount, tolerance, document, clause, made_at)
       values ($5, $1, $2, $3, $4, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
      [
        ...place,
        model.fromOn,
        id,
        model.untilOn ?? null,
        model.kind,
        model.discount ?? null,
        model.tolerance ?? null,
        JSON.stringify(model.document ?? {}),
        model.clause ?? null,
        this.clock.now(),
      ],
    );
    if (added.length === 0) throw new Problem(409, 'price-model-date-taken', { from: model.fromOn, lot });
    await this.audit.record({
      act: 'prices.model-set',
      subject: { kind: 'price-model', id },
      details: { agreementId, ...model },
    });
    return { id };
  }
}

function faultsOf({ kind, discount, document = {}, fromOn, untilOn }: NewPriceModel): Issue[] {
  const faults: Issue[] = [];
  if (kind === 'list-discount' && !discount) faults.push({ code: 'discount-missing', path: 'discount' });
  if (kind === 'cost-plus' && document.markup === undefined && document.addition === undefined)
    faults.push({ code: 'markup-missing', path: 'document/markup' });
  if (untilOn && untilOn < fromOn)
    faults.push({ code: 'ends-before-it-begins', path: 'untilOn', params: { found: untilOn, expected: fromOn } });
  return faults;
}
