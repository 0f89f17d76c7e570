import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { CalculateEmissions } from './calculate-emissions.ts';
import { TrySample } from './try-sample.ts';
import { TAKE_TURN } from './weighing/basis.ts';

interface LastRun {
  readonly number: number;
  readonly lines: number;
}

/** What came of weighing anew: `differing` is 0 when run after run came to the same as all at once. */
export interface NightProof {
  readonly run: number;
  readonly lines: number;
  /** Fewer than `lines` where a sample was drawn. */
  readonly linesTried: number;
  readonly differing: number;
  /** The run that put right what differed. */
  readonly madeRun: number | null;
  /** Something came in between: nothing is proven. */
  readonly overtaken: boolean;
  /** The sample of buyers that was tried; null where everything was. */
  readonly sample: { readonly buyers: number; readonly buyersTried: number; readonly seed: string } | null;
  readonly at: Date;
}

/**
 * Proves that runs which weigh only what a decision touched come to the same as weighing everything from the books: does so, and counts what differs. A cooperative with many
 * lines has a sample of its buyers tried, another each night; where a line of it comes out otherwise, everything is. What differs is put right by a run of its own, which
 * its bridge explains. Stands in a unit of the system.
 */
@Injectable()
export class ProveNight {
  /** So many lines are all weighed anew in a night. */
  wholeLinesMax = 500_000;
  /** A sample is drawn until it has so many. */
  sampleLines = 200_000;

  constructor(
    private readonly database: Database,
    private readonly calculate: CalculateEmissions,
    private readonly sample: TrySample,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Null where there is no run yet. */
  async run(): Promise<NightProof | null> {
    await this.database.query(TAKE_TURN);
    const last = await this.database.one<{ number: number; lines: number }>(
      'select r.number, (select coalesce(sum(t.lines), 0)::int from emissions.run_total t where t.run_number = r.number) as lines from emissions.run r order by r.number desc limit 1',
    );
    if (!last) return null;
    const at = this.clock.now();
    return this.#keep(
      (last.lines > this.wholeLinesMax && (await this.#sampled(last, at))) || (await this.#whole(last, at)),
    );
  }

  /** Null where the sample does not come out as it stands. */
  async #sampled({ number: run, lines }: LastRun, at: Date): Promise<NightProof | null> {
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

  async #whole({ number: run, lines }: LastRun, at: Date): Promise<NightProof> {
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

  async #keep(proof: NightProof): Promise<NightProof> {
    const { run, lines, linesTried, differing, madeRun, overtaken, sample, at } = proof;
    const id = uuidv7(at);
    await this.database.query(
      'insert into emissions.night_proof (id, run_number, lines, lines_tried, differing, made_run, overtaken, buyers, buyers_tried, seed, proven_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
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
      act: 'emissions.night-proven',
      subject: { kind: 'run', id },
      details: { run, differing, overtaken, linesTried },
    });
    return proof;
  }

  async #readsDiffer(a: number, b: number): Promise<boolean> {
    const row = await this.database.one<{ differ: boolean }>(
      `select count(distinct (read - 'matchRun')::text) > 1 as differ from emissions.run where number in ($1, $2)`,
      [a, b],
    );
    return row?.differ ?? false;
  }
}

/** The last nights, newest first. */
@Injectable()
export class ListNightProofs {
  constructor(private readonly database: Database) {}

  run(): Promise<NightProof[]> {
    return this.database.query<NightProof>(
      // A run that one cannot see is not named.
      `select n.run_number as run, n.lines, n.lines_tried as "linesTried", n.differing, u.number as "madeRun", n.overtaken,
         case when n.seed is not null then jsonb_build_object('buyers', n.buyers, 'buyersTried', n.buyers_tried, 'seed', n.seed) end as sample, n.proven_at as at
       from emissions.night_proof n left join emissions.run u on u.number = n.made_run order by n.id desc limit 30`,
    );
  }
}
