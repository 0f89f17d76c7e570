import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { COUNTING } from './weighing/methods.ts';

/** The order in which a difference is told; a line's own difference goes to the first that fits. */
export const bridgeSteps = ['data', 'volume', 'mix', 'supplier', 'factor', 'method', 'price'] as const;
export type BridgeStep = (typeof bridgeSteps)[number];

export interface Bridge {
  readonly from: number;
  readonly to: number;
  /** kg CO2e, decimal text: before plus every step is after, to the last digit. */
  readonly before: string;
  readonly after: string;
  readonly steps: readonly { readonly step: BridgeStep; readonly kg: string; readonly lines: number }[];
}

/**
 * From one run's total to another's. *Data*: lines that one of them does not have. *Volume*: the same line with another amount or quantity, at the old multiplier.
 * What is left of a line's difference goes to one cause: *mix*, it is other goods; *supplier*, a declaration or invoice figure came, went or changed; *factor*, the same method with
 * another factor; *method*; *price*, the same factor at another price year or VAT.
 */
@Injectable()
export class BridgeRuns {
  constructor(private readonly database: Database) {}

  async run(from: number, to: number): Promise<Bridge> {
    const known = await this.database.one<{ count: number }>('select count(*)::int as count from emissions.run where number in ($1, $2)', [from, to]);
    if (known?.count !== new Set([from, to]).size) throw notFound('run');
    const rows = await this.database.query<{ step: BridgeStep; kg: string; lines: number }>(
      `with a as (
         select * from emissions.result where from_run <= $1 and (until_run is null or until_run > $1) and not (from_run <= $2 and (until_run is null or until_run > $2))
       ), b as (
         select * from emissions.result where from_run <= $2 and (until_run is null or until_run > $2) and not (from_run <= $1 and (until_run is null or until_run > $1))
       ), pair as (
         select a.kg as kg_a, b.kg as kg_b, a.batch_id is null or b.batch_id is null as alone,
           a.method as method_a, b.method as method_b, (a.product_code, a.category_code) is distinct from (b.product_code, b.category_code) as other_goods,
           a.method = any (array['declared-verified', 'declared-unverified', 'invoice-co2e']) or b.method = any (array['declared-verified', 'declared-unverified', 'invoice-co2e']) as by_supplier,
           (a.factor_set_id, a.factor_id) is distinct from (b.factor_set_id, b.factor_id) as other_factor,
           -- The old multiplier on the new amount, where both go by the same measure.
           case when a.method = b.method and a.kg is not null
             then round(case when b.method in ('spend-category', 'spend-account') then b.own_amount else b.quantity end * a.multiplier, 6) end as kg_moved
         from a full join b on b.batch_id = a.batch_id and b.line_no = a.line_no and b.part = a.part
       ), told as (
         select 'data' as step, coalesce(kg_b, 0) - coalesce(kg_a, 0) as kg from pair where alone
         union all
         select 'volume', kg_moved - kg_a from pair where not alone and kg_moved is not null
         union all
         select case when other_goods then 'mix' when by_supplier then 'supplier' when method_a <> method_b and method_a = any (${COUNTING}) and method_b = any (${COUNTING}) then 'method'
                     when other_factor and method_a = method_b then 'factor' when method_a <> method_b then 'method' else 'price' end,
           coalesce(kg_b, 0) - coalesce(kg_moved, kg_a, 0)
         from pair where not alone
       )
       select step, sum(kg)::text as kg, count(*) filter (where kg <> 0)::int as lines from told group by step`,
      [from, to],
    );
    const totals = await this.database.one<{ before: string; after: string }>(
      `select coalesce(sum(kg) filter (where from_run <= $1 and (until_run is null or until_run > $1)), 0)::text as before,
         coalesce(sum(kg) filter (where from_run <= $2 and (until_run is null or until_run > $2)), 0)::text as after
       from emissions.result`,
      [from, to],
    );
    const steps = bridgeSteps.map((step) => rows.find((row) => row.step === step) ?? { step, kg: '0', lines: 0 });
    return { from, to, before: totals?.before ?? '0', after: totals?.after ?? '0', steps };
  }
}
