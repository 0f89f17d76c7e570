import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { CalculateEmissions } from '../calculation/calculate-emissions.ts';
import { VerifySample } from './verify-sample.ts';
import { LOCK_CALCULATIONS } from '../calculation/calculation-inputs.ts';

interface LastRun {
  readonly number: number;
  readonly lines: number;
}

/**
 * Result of a nightly verification. `differing` is 0 when the incremental runs gave the same results as a full
 * calculation.
 */
export interface NightlyVerification {
  readonly run: number;
  readonly lines: number;
  /** Less than `lines` if a sample was verified. */
  readonly linesTried: number;
  readonly differing: number;
  /** Number of the run that corrected the differences. */
  readonly madeRun: number | null;
  /** The inputs changed meanwhile, so nothing was verified. */
  readonly overtaken: boolean;
  /** The sample of buyers; null if everything was verified. */
  readonly sample: { readonly buyers: number; readonly buyersTried: number; readonly seed: string } | null;
  readonly at: Date;
}

/**
 * Verifies that incremental runs give the same results as a full calculation: calculates everything and counts the
 * differences.
 * In a cooperative with many lines it verifies a sample of buyers, a different one each night. If a line of the sample
 * differs, everything is calculated. Differences are corrected by a run, which its bridge explains.
 * Requires a unit of work of the system actor.
 */
@Injectable()
export class VerifyNightly {
  /** Up to this number of lines, everything is calculated in a night. */
  wholeLinesMax = 500_000;
  /** Buyers are added to the sample until it has this number of lines. */
  sampleLines = 200_000;

  constructor(
    private readonly database: Database,
    private readonly calculate: CalculateEmissions,
    private readonly sample: VerifySample,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Stores and returns the result; null if there is no run yet. Takes the lock of calculations. */
  async run(): Promise<NightlyVerification | null> {
    await this.database.query(LOCK_CALCULATIONS);
    const last = await this.database.one<{ number: number; lines: number }>(
      'select r.number, (select coalesce(sum(t.lines), 0)::int from emissions.run_total t where t.run_number = r.number) as lines from emissions.run r order by r.number desc limit 1',
    );
    if (!last) return null;
    const at = this.clock.now();
    return this.#store(
      (last.lines > this.wholeLinesMax && (await this.#sampled(last, at))) || (await this.#whole(last, at)),
    );
  }

  /** Verifies a sample; null if it differs from the stored results. */
  async #sampled({ number: run, lines }: LastRun, at: Date): Promise<NightlyVerification | null> {
    const seed = `${at.toISOString().slice(0, 10)}/${run}`;
    const { buyers, buyersTried, linesTried, differing } = await this.sample.run(run, seed, this.sampleLines);
    return differing > 0
      ? null
      : {
          run,
          lines,
          linesTried,
          differing: 0,
          madeRun: null,
          overtaken: false,
          sample: { buyers, buyersTried, seed },
          at,
        };
  }

  async #whole({ number: run, lines }: LastRun, at: Date): Promise<NightlyVerification> {
    const { number, changed, opened, closed } = await this.calculate.run('nightly');
    const overtaken = changed && (await this.#readsDiffer(run, number));
    return {
      run,
      lines,
      linesTried: lines,
      differing: overtaken ? 0 : Math.max(opened, closed),
      madeRun: changed ? number : null,
      overtaken,
      sample: null,
      at,
    };
  }

  async #store(verification: NightlyVerification): Promise<NightlyVerification> {
    const { run, lines, linesTried, differing, madeRun, overtaken, sample, at } = verification;
    const id = uuidv7(at);
    await this.database.query(
      'insert into emissions.nightly_verification (id, run_number, lines, verified_line_count, differing, corrective_run_number, overtaken, buyers, sampled_buyer_count, seed, verified_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [
        id,
        run,
        lines,
        linesTried,
        differing,
        madeRun,
        overtaken,
        sample?.buyers ?? null,
        sample?.buyersTried ?? null,
        sample?.seed ?? null,
        at,
      ],
    );
    await this.audit.record({
      act: 'emissions.nightly-verified',
      subject: { kind: 'run', id },
      details: { run, differing, overtaken, linesTried },
    });
    return verification;
  }

  async #readsDiffer(a: number, b: number): Promise<boolean> {
    const row = await this.database.one<{ differ: boolean }>(
      `select count(distinct (read - 'matchRun')::text) > 1 as differ from emissions.run where number in ($1, $2)`,
      [a, b],
    );
    return row?.differ ?? false;
  }
}

/** Returns the last 30 nightly verifications, newest first. */
@Injectable()
export class ListNightlyVerifications {
  constructor(private readonly database: Database) {}

  run(): Promise<NightlyVerification[]> {
    return this.database.query<NightlyVerification>(
      // The join hides the number of a run that the user may not see.
      `select n.run_number as run, n.lines, n.verified_line_count as "linesTried", n.differing, u.number as "madeRun", n.overtaken,
         case when n.seed is not null then jsonb_build_object('buyers', n.buyers, 'buyersTried', n.sampled_buyer_count, 'seed', n.seed) end as sample, n.verified_at as at
       from emissions.nightly_verification n left join emissions.run u on u.number = n.corrective_run_number order by n.id desc limit 30`,
    );
  }
}
