import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, notFound } from '@tallgrunn/platform';
import { filterParams } from '../emission-filter.ts';
import { ReadScope } from '../read-scope.ts';
import { RESULT_LINES } from '../summarise-emissions.ts';
import { isPurchase } from '../weighing/methods.ts';

/** What a unit of the sample is: a krone of the spend, or a kilogram of the figure. */
export const sampleUnits = ['kroner', 'kg'] as const;
export type SampleUnit = (typeof sampleUnits)[number];

export interface SampleRequest {
  readonly seed: string;
  /** Units to draw. */
  readonly size: number;
  readonly unit: SampleUnit;
  /** Of the lines within its scope; of the whole run when left out. */
  readonly publication?: string;
}

/** A line that a drawn unit fell in. Decimals are text, amounts in the cooperative's currency. */
export interface SampledLine {
  readonly batchId: string;
  readonly lineNo: number;
  readonly part: number;
  readonly buyer: string | null;
  readonly seller: string | null;
  readonly text: string | null;
  readonly spentOn: string | null;
  readonly amount: string;
  readonly method: string;
  readonly kg: string | null;
  /** Units of the sample that fell in it: more than one where it is larger than the interval. */
  readonly hits: number;
  /** It is at least as large as the interval, so every seed draws it. */
  readonly certain: boolean;
}

/** A drawn sample with all it takes to draw it again. */
export interface Sample extends SampleRequest {
  readonly run: number;
  /** Lines with a size, what they come to in absolute value, and how far apart the drawn units lie. */
  readonly population: number;
  readonly total: string;
  readonly interval: string;
  /** Where the first unit lies: above 0, at most the interval. */
  readonly start: string;
  readonly lines: readonly SampledLine[];
}

export const sampleSizeMax = 500;
const SIZE: Record<SampleUnit, string> = { kroner: 'abs(r.own_amount)', kg: 'abs(r.kg)' };

/** A part of the interval between 0 and 1, the same for the same seed: the first 52 bits of SHA-256, so that anybody can reckon it. */
export function startOf(seed: string, run: number, unit: SampleUnit): string {
  const bits = createHash('sha256').update(`${seed}|${run}|${unit}`).digest().readBigUInt64BE() >> 12n;
  return (((bits + 1n) * 10n ** 18n) / (1n << 52n))
    .toString()
    .padStart(19, '0')
    .replace(/^(\d+)(\d{18})$/, '$1.$2');
}

/**
 * A monetary-unit sample of a run: purchases in the order batch, line and part, laid end to end by size; a unit is drawn at every interval from a start that
 * the seed gives. A line's chance is its share of the total; credits count by their size. The same seed gives the same lines.
 */
@Injectable()
export class DrawSample {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly scope: ReadScope,
  ) {}

  async run(number: number, { seed, size, unit, publication }: SampleRequest): Promise<Sample> {
    const known = await this.database.one<{ number: number }>('select number from emissions.run where number = $1', [
      number,
    ]);
    if (!known) throw notFound('run');
    const of = filterParams(number, await this.scope.narrow({ run: number, publication }));
    const measured = await this.database.one<{ population: number; total: string; interval: string; start: string }>(
      `select count(*)::int as population, trim_scale(coalesce(sum(${SIZE[unit]}), 0))::text as total, trim_scale(round(coalesce(sum(${SIZE[unit]}), 0) / $8, 6))::text as interval,
         trim_scale(round(round(coalesce(sum(${SIZE[unit]}), 0) / $8, 6) * $9::numeric, 6))::text as start
       from (${RESULT_LINES}) r
       where ${isPurchase('r.method')} and ${SIZE[unit]} > 0`,
      [...of, size, startOf(seed, number, unit)],
    );
    const { population, total, interval, start } = measured ?? { population: 0, total: '0', interval: '0', start: '0' };
    const lines = Number(interval) > 0 ? await this.#lines(of, unit, interval, start) : [];
    await this.audit.record({
      act: 'emissions.sample-drawn',
      subject: { kind: 'run', id: String(number) },
      details: { seed, size, unit, ...(publication ? { publication } : {}) },
    });
    return { run: number, seed, size, unit, publication, population, total, interval, start, lines };
  }

  #lines(of: readonly unknown[], unit: SampleUnit, interval: string, start: string): Promise<SampledLine[]> {
    return this.database.query<SampledLine>(
      `with laid as (
         select r.batch_id, r.line_no, r.part, r.buyer_id, r.spent_on, r.own_amount, r.method, r.kg, ${SIZE[unit]} as size, sum(${SIZE[unit]}) over (order by r.batch_id, r.line_no, r.part) as upto
         from (${RESULT_LINES}) r
         where ${isPurchase('r.method')} and ${SIZE[unit]} > 0
       ), drawn as (
         select laid.*, (floor((upto - $9::numeric) / $8::numeric) - floor((upto - size - $9::numeric) / $8::numeric))::int as hits from laid
       )
       select d.batch_id as "batchId", d.line_no as "lineNo", d.part, b.name as buyer, l.seller_name as seller, coalesce(l.item_name, l.text) as text, d.spent_on as "spentOn",
         trim_scale(d.own_amount)::text as amount, d.method, d.kg::text as kg, d.hits, d.size >= $8::numeric as certain
       from drawn d
       left join identity.door_organisation b on b.id = d.buyer_id
       left join lateral (select l.* from spend.door_line l where l.batch_id = d.batch_id and l.line_no = d.line_no offset 0) l on true
       where d.hits > 0
       order by d.batch_id, d.line_no, d.part`,
      [...of, interval, start],
    );
  }
}
