import { Injectable } from '@nestjs/common';
import {
  BRIDGE_STEPS,
  bridgeSql,
  changeOf,
  orderSteps,
  ReadComparison,
  type BridgeStepTotal,
  type ChangeDirection,
  type Comparison,
  type Months,
  type StepRow,
} from '@tallgrunn/emissions-server';
import { Database } from '@tallgrunn/platform';
import { add, subtract, sum } from '@tallgrunn/values';
import { IS_OWN_CURRENCY } from '../combined-filter.ts';
import { IS_PURCHASE } from '../utilisation/utilised-lines-sql.ts';
import { assessSuppliers, MASS_KNOWN_MIN, type SupplierAssessment, type SupplierData } from './assess-suppliers.ts';
import { changedGroupsSql, type ChangedGroupRow } from './effect-groups.ts';
import {
  filterOf,
  goodsScope,
  goodsSql,
  purchaseMonthSql,
  type MeasureQuery,
  type Statement,
} from './measure-products.ts';

/** Reasons why an effect cannot be calculated. */
export const effectReasons = ['incomplete', 'nothing-bought', 'quantity-unknown'] as const;
export type EffectReason = (typeof effectReasons)[number];

/** Emissions of a measure's goods in two periods, and the causes of the difference. kg CO2e as decimal text. */
export interface MeasureEffect {
  readonly comparison: Comparison;
  /** Why nothing can be calculated; null if it is. */
  readonly reason: EffectReason | null;
  readonly before: string | null;
  readonly after: string | null;
  /** `before` plus all steps equals `after`. */
  readonly steps: readonly BridgeStepTotal[];
  /** The step of the changed mix, with its interval. */
  readonly effect: EffectFigure | null;
  /** Share of the quantity that is of the kinds shifted to, 0 to 1. */
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  readonly massKnownBefore: number | null;
  readonly massKnownAfter: number | null;
  /** Suppliers whose change counts as data. */
  readonly excludedSuppliers: readonly string[];
}

export interface EffectFigure {
  readonly kg: string;
  readonly low: string;
  readonly high: string;
  /** The direction; `unclear` if the interval contains zero. */
  readonly direction: ChangeDirection;
}

interface Periods {
  readonly before: Months;
  readonly after: Months;
  readonly buyers: readonly string[];
}

interface StepTotalsRow extends StepRow {
  readonly before: string;
  readonly after: string;
}

interface MixRow extends Record<string, unknown> {
  readonly isAfter: boolean;
  readonly fromMass: number;
  readonly toMass: number;
  readonly fromKg: number;
  readonly toKg: number;
}

const NOTHING = {
  before: null,
  after: null,
  steps: [],
  effect: null,
  shareBefore: null,
  shareAfter: null,
  massKnownBefore: null,
  massKnownAfter: null,
  excludedSuppliers: [],
} as const;

/**
 * Calculates the realised effect of a measure: the bridge between two periods, of the measure's goods by their quantity.
 * The step of the mix is the effect. Volume is the total quantity. Other factors and methods of the same kind, and
 * suppliers of which more or less is known, are steps of their own. Prices have no effect on quantities.
 */
@Injectable()
export class ReadMeasureEffect {
  constructor(
    private readonly database: Database,
    private readonly comparisons: ReadComparison,
  ) {}

  async run(query: MeasureQuery, before: Months, after: Months): Promise<MeasureEffect> {
    const scope = goodsScope(query.buyerId);
    const comparison = await this.comparisons.run(before, after, scope, scope);
    if (comparison.standing === 'incomplete') return { comparison, reason: 'incomplete', ...NOTHING };
    const periods = { ...comparison, buyers: comparison.buyers.map(({ id }) => id) };
    const suppliers = await this.#suppliers(query, periods);
    const assessment = assessSuppliers(suppliers);
    const shares = {
      massKnownBefore: assessment.massKnownBefore,
      massKnownAfter: assessment.massKnownAfter,
      excludedSuppliers: assessment.excluded.flatMap(({ name }) => (name === null ? [] : [name])),
    };
    if (assessment.included.every(({ goodsBefore }) => goodsBefore <= 0))
      return { comparison, reason: 'nothing-bought', ...NOTHING, ...shares };
    if (Math.min(assessment.massKnownBefore, assessment.massKnownAfter) < MASS_KNOWN_MIN)
      return { comparison, reason: 'quantity-unknown', ...NOTHING, ...shares };
    return { comparison, reason: null, ...(await this.#calculated(query, periods, assessment)), ...shares };
  }

  async #calculated(query: MeasureQuery, periods: Periods, assessment: SupplierAssessment) {
    const lines = linesSql(query, periods, assessment);
    const steps = await this.database.query<StepTotalsRow & Record<string, unknown>>(
      `${lines.sql}, ${BRIDGE_STEPS}
       select t.step, sum(t.kg)::text as kg, count(distinct t.product_group_code) filter (where t.kg <> 0)::int as lines, (select before::text from sums) as before, (select after::text from sums) as after from told t group by t.step`,
      lines.params,
    );
    const mix = await this.#mix(query, lines);
    const { direction, low, high } = await this.#interval(lines, mix, assessment.shareError);
    const [before, after] = [kgOf(assessment, ({ kgBefore }) => kgBefore), kgOf(assessment, ({ kgAfter }) => kgAfter)];
    const bridged = { before: steps[0]?.before ?? '0', after: steps[0]?.after ?? '0' };
    const data = subtract(subtract(after, before), subtract(bridged.after, bridged.before));
    const totals = orderSteps(steps).map(({ step, kg, lines: kinds }) => ({
      step,
      kg: step === 'data' ? add(kg, data) : kg,
      lines: kinds,
    }));
    return {
      before,
      after,
      steps: totals,
      effect: { kg: totals.find(({ step }) => step === 'mix')?.kg ?? '0', low, high, direction },
      shareBefore: toShare(mix.find(({ isAfter }) => !isAfter)),
      shareAfter: toShare(mix.find(({ isAfter }) => isAfter)),
    };
  }

  /**
   * Calculates the interval with each factor's common error, from the mix before at the quantity after, and the mix
   * after at the factors before. It is widened by what may be unknown.
   */
  async #interval(lines: Statement, mix: readonly MixRow[], shareError: number) {
    const groups = await this.database.query<ChangedGroupRow>(
      changedGroupsSql(`${lines.sql}
        select false as is_after, l.factor, l.factor_set_id, l.factor_id, l.data_quality_score, l.method, l.item, l.e * w.growth as kg
        from line0 l join weighed w using (category_code, product_group_code) where exists (select 1 from both_years b where b.buyer_id is not distinct from l.buyer_id)
        union all select true, l.factor, l.factor_set_id, l.factor_id, l.data_quality_score, l.method, l.item, case when l.cause = 'mix' then l.e else l.s * l.per_krone end from later l`),
      lines.params,
    );
    const later = mix.find(({ isAfter }) => isAfter);
    const unknown = shareError * Math.max(0, (later?.fromMass ?? 0) + (later?.toMass ?? 0)) * intensityGap(mix);
    const { low, high, verdict } = changeOf(groups, { otherwise: unknown });
    const direction: ChangeDirection =
      unknown === 0 ? verdict : low - unknown > 0 ? 'rise' : high + unknown < 0 ? 'fall' : 'unclear';
    return { direction, low: (low - unknown).toFixed(3), high: (high + unknown).toFixed(3) };
  }

  #mix({ toProducts }: MeasureQuery, lines: Statement): Promise<MixRow[]> {
    const to = `product_group_code = any ($${lines.params.length + 1}::text[])`;
    return this.database.query<MixRow>(
      `${lines.sql}
       select is_after as "isAfter", coalesce(sum(s) filter (where not ${to}), 0)::float8 as "fromMass", coalesce(sum(s) filter (where ${to}), 0)::float8 as "toMass",
         coalesce(sum(e) filter (where not ${to}), 0)::float8 as "fromKg", coalesce(sum(e) filter (where ${to}), 0)::float8 as "toKg"
       from (select false as is_after, product_group_code, s, e from line0 union all select true, product_group_code, s, e from line1) l group by is_after`,
      [...lines.params, toProducts],
    );
  }

  #suppliers(query: MeasureQuery, { before, after, buyers }: Periods): Promise<SupplierData[]> {
    const goods = goodsSql(filterOf(query), [...query.fromProducts, ...query.toProducts]);
    const at = goods.params.length;
    const [isBefore, isAfter] = [periodSql('month', at + 1), periodSql('month', at + 3)];
    const [isBookedBefore, isBookedAfter] = [at + 1, at + 3].map((first) =>
      periodSql(purchaseMonthSql('l'), first),
    ) as [string, string];
    return this.database.query<SupplierData & Record<string, unknown>>(
      `with goods as materialized (
         select * from (${goods.sql}) g where g.buyer_id = any ($${at + 5}::uuid[]) and (${isBefore} or ${isAfter})
       ), summed as (
         select supplier_id, ${sums('coalesce(amount, 0)', 'goods', isBefore, isAfter)}, ${sums('case when s is not null then amount end', 'mass_known', isBefore, isAfter)}, ${sums('e', 'kg', isBefore, isAfter)}
         from goods group by supplier_id
       ), booked as (
         select l.supplier_id, ${sums('l.booked_amount', 'booked', isBookedBefore, isBookedAfter)}, ${sums(`case when l.basis in ('item', 'quantity') then l.booked_amount end`, 'known', isBookedBefore, isBookedAfter)}
         from insight.combined_line l
         where l.side <> 'reported' and ${IS_PURCHASE} and ${IS_OWN_CURRENCY} and l.buyer_id = any ($${at + 5}::uuid[]) and (${isBookedBefore} or ${isBookedAfter}) and l.supplier_id in (select g.supplier_id from goods g)
         group by l.supplier_id
       )
       select s.supplier_id as "supplierId", o.name, s.goods_before::float8 as "goodsBefore", s.goods_after::float8 as "goodsAfter", s.mass_known_before::float8 as "massKnownBefore", s.mass_known_after::float8 as "massKnownAfter",
         s.kg_before::float8 as "kgBefore", s.kg_after::float8 as "kgAfter", coalesce(b.booked_before, s.goods_before)::float8 as "bookedBefore", coalesce(b.booked_after, s.goods_after)::float8 as "bookedAfter",
         coalesce(b.known_before, s.goods_before)::float8 as "knownBefore", coalesce(b.known_after, s.goods_after)::float8 as "knownAfter"
       from summed s left join booked b on b.supplier_id = s.supplier_id left join identity.door_organisation o on o.id = s.supplier_id
       order by o.name nulls last`,
      [...goods.params, before.from, before.to, after.from, after.to, buyers],
    );
  }
}

/** SQL: true for a month in the period whose first and last month are parameters from `at`. */
const periodSql = (month: string, at: number): string => `${month} between $${at} and $${at + 1}`;

const sums = (value: string, name: string, isBefore: string, isAfter: string): string =>
  `coalesce(sum(${value}) filter (where ${isBefore}), 0) as ${name}_before, coalesce(sum(${value}) filter (where ${isAfter}), 0) as ${name}_after`;

/** Returns the bridge of the included suppliers' goods with a known mass, up to its last common table expression. */
function linesSql(
  query: MeasureQuery,
  { before, after, buyers }: Periods,
  { excluded }: SupplierAssessment,
): Statement {
  const goods = goodsSql(filterOf(query), [...query.fromProducts, ...query.toProducts]);
  const at = goods.params.length;
  const line = (period: string) =>
    `select * from (${goods.sql}) g where g.s is not null and g.buyer_id = any ($${at + 5}::uuid[]) and g.supplier_id <> all ($${at + 6}::uuid[]) and ${period}`;
  return {
    sql: bridgeSql(line(periodSql('g.month', at + 1)), line(periodSql('g.month', at + 3)), 'factor'),
    params: [
      ...goods.params,
      before.from,
      before.to,
      after.from,
      after.to,
      buyers,
      excluded.flatMap(({ supplierId }) => (supplierId === null ? [] : [supplierId])),
    ],
  };
}

const kgOf = ({ included, excluded }: SupplierAssessment, of: (row: SupplierData) => number): string =>
  sum([...included, ...excluded].map((row) => of(row).toFixed(6)));

const toShare = (row: MixRow | undefined): number | null =>
  row && row.fromMass + row.toMass > 0 ? row.toMass / (row.fromMass + row.toMass) : null;

/** Returns the difference between the intensities of the two sides, kg CO2e per kg, from both periods. */
function intensityGap(mix: readonly MixRow[]): number {
  const of = (kg: (row: MixRow) => number, mass: (row: MixRow) => number) => {
    const whole = mix.reduce((total, row) => total + mass(row), 0);
    return whole > 0 ? mix.reduce((total, row) => total + kg(row), 0) / whole : 0;
  };
  return Math.abs(
    of(
      (row) => row.fromKg,
      (row) => row.fromMass,
    ) -
      of(
        (row) => row.toKg,
        (row) => row.toMass,
      ),
  );
}
