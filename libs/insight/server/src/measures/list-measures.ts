import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { ExpectationReason } from './estimate-effect.ts';
import type { MeasureState } from './measure.ts';

export interface MeasureDecision {
  readonly state: MeasureState;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
}

export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly buyerId: string | null;
  readonly buyer: string | null;
  readonly supplierId: string | null;
  readonly supplier: string | null;
  readonly agreementId: string | null;
  readonly agreement: string | null;
  readonly category: string;
  readonly ownerId: string;
  readonly owner: string | null;
  readonly startsOn: string;
  readonly cost: string | null;
  readonly fromProducts: readonly string[];
  readonly toProducts: readonly string[];
  readonly share: string;
  readonly expectedRun: number | null;
  readonly expectedKg: string | null;
  readonly expectedLow: string | null;
  readonly expectedHigh: string | null;
  readonly expectedReason: ExpectationReason | null;
  readonly state: MeasureState;
  readonly decisions: readonly MeasureDecision[];
}

const MEASURES = `
  select m.id, m.title, m.buyer_id as "buyerId", b.name as buyer, m.supplier_id as "supplierId", s.name as supplier, m.agreement_id as "agreementId", a.number || ' ' || a.title as agreement, m.category_code as category,
    m.owner_id as "ownerId", (select p.name from identity.door_person p where p.id = m.owner_id limit 1) as owner, m.starts_on::text as "startsOn", m.cost::text as cost, m.from_products as "fromProducts", m.to_products as "toProducts", trim_scale(m.share)::text as share,
    m.expected_run as "expectedRun", m.expected_kg::text as "expectedKg", m.expected_low::text as "expectedLow", m.expected_high::text as "expectedHigh", m.expected_reason as "expectedReason"
  from insight.measure m
  left join identity.door_organisation b on b.id = m.buyer_id
  left join identity.door_organisation s on s.id = m.supplier_id
  left join agreements.door_agreement a on a.id = m.agreement_id
  where $1::uuid is null or m.id = $1
  order by m.starts_on desc, m.id desc`;

const DECISIONS = `
  select d.measure_id as "measureId", d.state, d.reason, (select p.name from identity.door_person p where p.id = d.decided_by limit 1) as "decidedBy", d.decided_at as "decidedAt"
  from insight.measure_decision d where $1::uuid is null or d.measure_id = $1 order by d.id`;

/** Returns the measures that the actor may see, newest first, with their decisions. */
@Injectable()
export class ListMeasures {
  constructor(private readonly database: Database) {}

  /** @param id one measure; absent = all */
  async run(id?: string): Promise<Measure[]> {
    const measures = await this.database.query<Omit<Measure, 'decisions' | 'state'> & Record<string, unknown>>(
      MEASURES,
      [id ?? null],
    );
    const decisions = await this.database.query<MeasureDecision & { measureId: string } & Record<string, unknown>>(
      DECISIONS,
      [id ?? null],
    );
    const byMeasure = Map.groupBy(decisions, ({ measureId }) => measureId);
    return measures.map((measure) => {
      const own = (byMeasure.get(measure.id) ?? []).map(({ measureId: _, ...decision }) => decision);
      return { ...measure, state: own.at(-1)?.state ?? 'proposed', decisions: own };
    });
  }
}
