import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { EstimateMeasureEffect, type ExpectedEffect } from './estimate-effect.ts';
import { baseMonths } from './measure.ts';
import type { MeasureQuery } from './measure-products.ts';

export interface NewMeasure extends MeasureQuery {
  readonly title: string;
  /** A person, or a membership of one. */
  readonly ownerId: string;
  /** First month, YYYY-MM. */
  readonly startsIn: string;
  /** NOK; null = not stated. */
  readonly cost: string | null;
  /** Share of the quantity that is shifted, 0 to 1, decimal text. */
  readonly share: string;
  readonly reason: string;
}

interface Reference extends Record<string, unknown> {
  /** The person; null if there is none. */
  readonly ownerId: string | null;
  readonly isBuyer: boolean;
  readonly isSupplier: boolean;
  readonly isAgreement: boolean;
  readonly isCategory: boolean;
  readonly unknownProducts: readonly string[];
}

/** $1 owner (a membership or a person), $2 buyer, $3 supplier, $4 agreement, $5 category, $6 product groups. */
const REFERENCES = `
  select (select m.person_id from identity.door_membership m join identity.door_organisation o on o.id = m.organisation_id where $1 in (m.id, m.person_id) and m.ended_at is null and (o.kind = 'cooperative' or (o.kind = 'buyer' and o.id = $2)) limit 1) as "ownerId",
    $2::uuid is null or exists (select from identity.door_current_organisation o where o.kind = 'buyer' and o.id = $2) as "isBuyer",
    $3::uuid is null or exists (select from identity.door_current_organisation o where o.kind = 'supplier' and o.id = $3) as "isSupplier",
    $4::uuid is null or exists (select from agreements.door_agreement a where a.id = $4) as "isAgreement",
    exists (select from catalogue.door_category c where c.code = $5) as "isCategory",
    coalesce((select array_agg(k.code) from unnest($6::text[]) as k (code) where not exists (select from catalogue.door_product_group p where p.code = k.code and p.category_code = $5)), '{}') as "unknownProducts"`;

/** Proposes a measure, and stores the effect expected of it with the factors in force. */
@Injectable()
export class ProposeMeasure {
  constructor(
    private readonly database: Database,
    private readonly estimate: EstimateMeasureEffect,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'body-invalid' (400) with every field that names nothing of the cooperative */
  async run(measure: NewMeasure): Promise<{ id: string; expected: ExpectedEffect }> {
    const ownerId = await this.#validate(measure);
    const startsOn = `${measure.startsIn}-01`;
    const expected = await this.estimate.run(measure, Number(measure.share), baseMonths(startsOn), startsOn);
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      `insert into insight.measure (id, buyer_id, supplier_id, agreement_id, category_code, title, owner_id, starts_on, cost, from_products, to_products, share, expected_run, expected_kg, expected_low, expected_high, expected_reason, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, platform.person(), $18)`,
      [
        id,
        measure.buyerId,
        measure.supplierId,
        measure.agreementId,
        measure.category,
        measure.title.trim(),
        ownerId,
        startsOn,
        measure.cost,
        measure.fromProducts,
        measure.toProducts,
        measure.share,
        expected.run,
        expected.kg,
        expected.low,
        expected.high,
        expected.reason,
        now,
      ],
    );
    await this.database.query(
      `insert into insight.measure_decision (id, measure_id, buyer_id, state, reason, decided_by, decided_at) values ($1, $2, $3, 'proposed', $4, platform.person(), $5)`,
      [uuidv7(now), id, measure.buyerId, measure.reason.trim(), now],
    );
    await this.audit.record({
      act: 'insight.measure-proposed',
      subject: { kind: 'measure', id },
      details: { title: measure.title.trim(), startsIn: measure.startsIn, reason: measure.reason.trim() },
    });
    return { id, expected };
  }

  async #validate(measure: NewMeasure): Promise<string> {
    const kinds = [...measure.fromProducts, ...measure.toProducts];
    const reference = await this.database.one<Reference>(REFERENCES, [
      measure.ownerId,
      measure.buyerId,
      measure.supplierId,
      measure.agreementId,
      measure.category,
      kinds,
    ]);
    const both = measure.fromProducts.some((code) => measure.toProducts.includes(code));
    const faults = [
      ...(reference?.ownerId ? [] : ['ownerId']),
      ...(reference?.isBuyer ? [] : ['buyerId']),
      ...(reference?.isSupplier ? [] : ['supplierId']),
      ...(reference?.isAgreement ? [] : ['agreementId']),
      ...(reference?.isCategory ? [] : ['category']),
      ...(measure.fromProducts.some((code) => reference?.unknownProducts.includes(code)) ? ['fromProducts'] : []),
      ...(both || measure.toProducts.some((code) => reference?.unknownProducts.includes(code)) ? ['toProducts'] : []),
    ];
    if (!reference?.ownerId || faults.length > 0)
      throw new Problem(
        400,
        'body-invalid',
        {},
        faults.map((path) => ({ code: path, path })),
      );
    return reference.ownerId;
  }
}
