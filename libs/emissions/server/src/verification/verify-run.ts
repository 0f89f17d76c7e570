import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { multipliersOfRun } from '../calculation/run-price-data.ts';
import { SUMS_DIFFERING } from '../calculation/store-sums.ts';
import { inForceAt } from '../at-run.ts';

/** Result of verifying a run, for the lines that the user may see. If it `holds`, all `…Differing` counts are 0. */
export interface RunVerification {
  readonly run: number;
  readonly lines: number;
  readonly besides: number;
  /** Lines whose amount or quantity times multiplier, rounded, differs from the stored figure. */
  readonly linesDiffering: number;
  /** Lines whose multiplier differs from the one calculated from factor, declaration or invoice. */
  readonly multipliersDiffering: number;
  readonly besidesDiffering: number;
  /** Totals stored with the run, and stored sums, that differ from the sums of its lines. */
  readonly totalsDiffering: number;
  readonly holds: boolean;
}

/**
 * Verifies a run: recalculates its figures from its stored inputs and compares them, to the last digit. Stores nothing.
 */
@Injectable()
export class VerifyRun {
  constructor(private readonly database: Database) {}

  async run(number: number): Promise<RunVerification> {
    const existing = await this.database.one('select number from emissions.run where number = $1', [number]);
    if (!existing) throw notFound('run');
    const lines = await this.database.one<Pick<RunVerification, 'lines' | 'linesDiffering' | 'multipliersDiffering'>>(
      `with line as (
         select r.*, round(case when method in ('spend-category', 'spend-account') then base_amount else quantity end * multiplier, 6) as again, round(quantity * combustion_multiplier, 6) as direct_again
         from emissions.result r
         where ${inForceAt('$1')}
       ), kind as (
         select method, factor_set_id, factor_id, vat_rate, price_level, price_basis_conversion, per_unit, footprint_id, combustion_set_id, combustion_factor_id, multiplier, combustion_multiplier,
           case when method = 'invoice-co2e' then kg_co2e_per_unit end as stated,
           count(*) as lines, count(*) filter (where kg is distinct from again or combustion_kg_co2e is distinct from direct_again) as differing
         from line group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
       ), price as materialized (
         ${multipliersOfRun('$1', `(select distinct factor_set_id as set_id, factor_id from kind where method in ('spend-category', 'spend-account'))`)}
       )
       select coalesce(sum(k.lines), 0)::int as lines, coalesce(sum(k.differing), 0)::int as "linesDiffering",
              coalesce(sum(k.lines) filter (where k.multiplier is distinct from case k.method
                  when 'spend-account' then m.value when 'spend-category' then m.value when 'physical-average' then round(f.value * k.per_unit, 18)
                  when 'invoice-co2e' then round(k.stated, 18) when 'declared-verified' then round(d.per_unit * k.per_unit, 18) when 'declared-unverified' then round(d.per_unit * k.per_unit, 18) end
                or k.price_basis_conversion is distinct from m.price_basis_conversion
                -- Combustion factors (scope 1) and production factors (category 3) are never mixed.
                or f.stage = 'direct' and f.boundary = 'combustion' and f.per not in ('km', 'tkm') or g.stage <> 'direct'
                or k.combustion_multiplier is distinct from round(g.value * k.per_unit, 18)), 0)::int as "multipliersDiffering"
       from kind k
       left join price m on m.set_id = k.factor_set_id and m.factor_id = k.factor_id and m.vat_rate = k.vat_rate and m.price_level = k.price_level
       left join factor_book.door_factor f on f.set_id = k.factor_set_id and f.id = k.factor_id
       left join factor_book.door_factor g on g.set_id = k.combustion_set_id and g.id = k.combustion_factor_id
       left join declarations.door_declaration d on d.footprint_id = k.footprint_id`,
      [number],
    );
    const besides = await this.database.one<Pick<RunVerification, 'besides' | 'besidesDiffering'>>(
      `select count(*)::int as besides,
              count(*) filter (where standing = 'counted' and kg is distinct from round(quantity * multiplier, 6))::int as "besidesDiffering"
       from emissions.supplier_footprint_result
       where ${inForceAt('$1')}`,
      [number],
    );
    const totalsDiffering = await this.#totalsDiffering(number);
    const verification = {
      lines: 0,
      linesDiffering: 0,
      multipliersDiffering: 0,
      besides: 0,
      besidesDiffering: 0,
      ...lines,
      ...besides,
      totalsDiffering,
    };
    const holds = [
      verification.linesDiffering,
      verification.multipliersDiffering,
      verification.besidesDiffering,
      totalsDiffering,
    ].every((count) => count === 0);
    return { run: number, ...verification, holds };
  }

  async #totalsDiffering(number: number): Promise<number> {
    // An auditor sees the stored totals of fully published scopes, but also lines of some months only.
    const join = this.database.actor().role === 'auditor' ? 'right' : 'full';
    const row = await this.database.one<{ count: number }>(
      `with again as (
         select coalesce(buyer_id, '00000000-0000-0000-0000-000000000000') as buyer_id, category_code, method, currency, count(*)::int as lines, coalesce(sum(amount), 0) as amount, coalesce(sum(kg), 0) as kg
         from emissions.result
         where ${inForceAt('$1')}
         group by 1, category_code, method, currency
       ), written as (
         select buyer_id, category_code, method, currency, lines, amount, kg from emissions.run_total where run_number = $1
       )
       select count(*)::int as count
       from again ${join} join written using (buyer_id, category_code, method, currency)
       where (again.lines, again.amount, again.kg) is distinct from (written.lines, written.amount, written.kg)`,
      [number],
    );
    const sums = await this.database.one<{ count: number }>(SUMS_DIFFERING, [number]);
    return (row?.count ?? 0) + (sums?.count ?? 0);
  }
}
