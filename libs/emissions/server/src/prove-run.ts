import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';

/** What came of making a run's numbers again, of the lines one may see. All counts but `lines` and `besides` are 0 when it holds. */
export interface Proof {
  readonly run: number;
  readonly lines: number;
  readonly besides: number;
  /** Lines whose amount times multiplier, rounded, is not the stored number. */
  readonly linesDiffering: number;
  /** Lines whose multiplier is not the one in the factor book. */
  readonly multipliersDiffering: number;
  readonly besidesDiffering: number;
  /** Totals written with the run that are not the sums of its lines. */
  readonly totalsDiffering: number;
  readonly holds: boolean;
}

/** Makes the numbers of a run again from what it kept, to the last digit, and compares. Writes nothing. */
@Injectable()
export class ProveRun {
  constructor(private readonly database: Database) {}

  async run(number: number): Promise<Proof> {
    const known = await this.database.one('select number from emissions.run where number = $1', [number]);
    if (!known) throw notFound('run');
    const lines = await this.database.one<Pick<Proof, 'lines' | 'linesDiffering' | 'multipliersDiffering'>>(
      `with kind as (
         select factor_set_id, factor_id, vat_rate, multiplier, count(*) as lines, count(*) filter (where kg is distinct from round(amount * multiplier, 6)) as differing
         from emissions.result
         where from_run <= $1 and (until_run is null or until_run > $1)
         group by factor_set_id, factor_id, vat_rate, multiplier
       )
       select coalesce(sum(k.lines), 0)::int as lines, coalesce(sum(k.differing), 0)::int as "linesDiffering",
              coalesce(sum(k.lines) filter (where k.multiplier is distinct from m.value), 0)::int as "multipliersDiffering"
       from kind k
       left join factor_book.door_factor_set s on s.id = k.factor_set_id
       left join factor_book.door_multiplier m on m.set_id = k.factor_set_id and m.factor_id = k.factor_id and m.vat_rate = k.vat_rate and m.price_level = s.price_level`,
      [number],
    );
    const besides = await this.database.one<Pick<Proof, 'besides' | 'besidesDiffering'>>(
      `select count(*)::int as besides,
              count(*) filter (where standing = 'counted' and kg is distinct from round(quantity * multiplier, 6))::int as "besidesDiffering"
       from emissions.beside
       where from_run <= $1 and (until_run is null or until_run > $1)`,
      [number],
    );
    const totalsDiffering = await this.#totalsDiffering(number);
    const proof = { lines: 0, linesDiffering: 0, multipliersDiffering: 0, besides: 0, besidesDiffering: 0, ...lines, ...besides, totalsDiffering };
    const holds = [proof.linesDiffering, proof.multipliersDiffering, proof.besidesDiffering, totalsDiffering].every((count) => count === 0);
    return { run: number, ...proof, holds };
  }

  async #totalsDiffering(number: number): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `with again as (
         select coalesce(buyer_id, '00000000-0000-0000-0000-000000000000') as buyer_id, category_code, method, currency, count(*)::int as lines, sum(amount) as amount, coalesce(sum(kg), 0) as kg
         from emissions.result
         where from_run <= $1 and (until_run is null or until_run > $1)
         group by 1, category_code, method, currency
       ), written as (
         select buyer_id, category_code, method, currency, lines, amount, kg from emissions.run_total where run_number = $1
       )
       select count(*)::int as count
       from again full join written using (buyer_id, category_code, method, currency)
       where (again.lines, again.amount, again.kg) is distinct from (written.lines, written.amount, written.kg)`,
      [number],
    );
    return row?.count ?? 0;
  }
}
