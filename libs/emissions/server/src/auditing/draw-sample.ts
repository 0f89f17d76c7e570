import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Database, notFound } from '@tallgrunn/platform';
import { filterParams } from '../emission-filter.ts';
import { ReadPublicationScope } from '../publication/publication-scope.ts';
import { RESULT_LINES } from '../summarise-emissions.ts';
import { isPurchaseSql } from '../calculation/methods.ts';

/** Sampling unit: one NOK of spend, or one kg CO2e of the figure. */
export const sampleUnits = ['kroner', 'kg'] as const;
export type SampleUnit = (typeof sampleUnits)[number];

export interface SampleRequest {
  readonly seed: string;
  /** Number of units to draw. */
  readonly size: number;
  readonly unit: SampleUnit;
  /** Limits the sample to the scope of a publication; default: the whole run. */
  readonly publication?: string;
}

/** A line selected by the sample. Decimals are text, amounts in the cooperative's currency. */
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
  /** Number of drawn units in the line; more than one if the line is larger than the interval. */
  readonly hits: number;
  /** The line is at least as large as the interval, so that every seed selects it. */
  readonly certain: boolean;
}

/** A sample with all parameters needed to reproduce it. */
export interface Sample extends SampleRequest {
  readonly run: number;
  /** Number of lines with a size, their total in absolute value, and the sampling interval. */
  readonly population: number;
  readonly total: string;
  readonly interval: string;
  /** Position of the first unit: greater than 0, at most the interval. */
  readonly start: string;
  readonly lines: readonly SampledLine[];
}

export const sampleSizeMax = 500;
const SIZE: Record<SampleUnit, string> = { kroner: 'abs(r.base_amount)', kg: 'abs(r.kg)' };

/**
 * Returns the start as a fraction of the interval, greater than 0 and at most 1: the first 52 bits of SHA-256. The same
 * seed always gives the same start, so that anyone can verify it.
 */
export function startFraction(seed: string, run: number, unit: SampleUnit): string {
  const bits = createHash('sha256').update(`${seed}|${run}|${unit}`).digest().readBigUInt64BE() >> 12n;
  return (((bits + 1n) * 10n ** 18n) / (1n << 52n))
    .toString()
    .padStart(19, '0')
    .replace(/^(\d+)(\d{18})$/, '$1.$2');
}

/**
 * Draws a monetary-unit sample of a run. Purchases are ordered by batch, line and part, and their sizes accumulated.
 * One unit is drawn per interval, from a start derived from the seed.
 * The probability of a line is its share of the total; credits count by absolute value. The same seed selects the same
 * lines. Writes the audit log.
 * @throws Problem 'not-found' (404) if the run does not exist
 */
@Injectable()
export class DrawSample {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly scope: ReadPublicationScope,
  ) {}

  async run(number: number, { seed, size, unit, publication }: SampleRequest): Promise<Sample> {
    const existing = await this.database.one<{ number: number }>('select number from emissions.run where number = $1', [
      number,
    ]);
    if (!existing) throw notFound('run');
    const of = filterParams(number, await this.scope.narrow({ run: number, publication }));
    const measured = await this.database.one<{ population: number; total: string; interval: string; start: string }>(
      `select count(*)::int as population, trim_scale(coalesce(sum(${SIZE[unit]}), 0))::text as total, trim_scale(round(coalesce(sum(${SIZE[unit]}), 0) / $8, 6))::text as interval,
         trim_scale(round(round(coalesce(sum(${SIZE[unit]}), 0) / $8, 6) * $9::numeric, 6))::text as start
       from (${RESULT_LINES}) r
       where ${isPurchaseSql('r.method')} and ${SIZE[unit]} > 0`,
      [...of, size, startFraction(seed, number, unit)],
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
         select r.batch_id, r.line_no, r.part, r.buyer_id, r.purchased_on, r.base_amount, r.method, r.kg, ${SIZE[unit]} as size, sum(${SIZE[unit]}) over (order by r.batch_id, r.line_no, r.part) as upto
         from (${RESULT_LINES}) r
         where ${isPurchaseSql('r.method')} and ${SIZE[unit]} > 0
       ), drawn as (
         select laid.*, (floor((upto - $9::numeric) / $8::numeric) - floor((upto - size - $9::numeric) / $8::numeric))::int as hits from laid
       )
       select d.batch_id as "batchId", d.line_no as "lineNo", d.part, b.name as buyer, l.seller_name as seller, coalesce(l.item_name, l.text) as text, d.purchased_on as "spentOn",
         trim_scale(d.base_amount)::text as amount, d.method, d.kg::text as kg, d.hits, d.size >= $8::numeric as certain
       from drawn d
       left join identity.door_organisation b on b.id = d.buyer_id
       left join lateral (select l.* from spend.door_spend_line l where l.batch_id = d.batch_id and l.line_no = d.line_no offset 0) l on true
       where d.hits > 0
       order by d.batch_id, d.line_no, d.part`,
      [...of, interval, start],
    );
  }
}
