import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { CalculateEmissions } from './calculate-emissions.ts';

/** What came of weighing everything anew: `differing` is 0 when run after run came to the same as all at once. */
export interface NightProof {
  readonly run: number;
  readonly lines: number;
  readonly differing: number;
  /** The run that put right what differed. */
  readonly madeRun: number | null;
  /** Something came in between: nothing is proven. */
  readonly overtaken: boolean;
  readonly at: Date;
}

/**
 * Proves that runs which weigh only what a decision touched come to the same as weighing everything from the books: does so, and counts what differs.
 * What differs is put right by a run of its own, which its bridge explains. Stands in a unit of the system.
 */
@Injectable()
export class ProveNight {
  constructor(
    private readonly database: Database,
    private readonly calculate: CalculateEmissions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Null where there is no run yet. */
  async run(): Promise<NightProof | null> {
    const last = await this.database.one<{ number: number; lines: number }>('select r.number, (select coalesce(sum(t.lines), 0)::int from emissions.run_total t where t.run_number = r.number) as lines from emissions.run r order by r.number desc limit 1');
    if (!last) return null;
    const { number, changed, opened, closed } = await this.calculate.run('nightly');
    const overtaken = changed && (await this.#readsDiffer(last.number, number));
    const at = this.clock.now();
    const proof: NightProof = { run: last.number, lines: last.lines, differing: overtaken ? 0 : Math.max(opened, closed), madeRun: changed ? number : null, overtaken, at };
    const id = uuidv7(at);
    await this.database.query('insert into emissions.night_proof (id, run_number, lines, differing, made_run, overtaken, proven_at) values ($1, $2, $3, $4, $5, $6, $7)', [id, proof.run, proof.lines, proof.differing, proof.madeRun, overtaken, at]);
    await this.audit.record({ act: 'emissions.night-proven', subject: { kind: 'run', id }, details: { run: proof.run, differing: proof.differing, overtaken } });
    return proof;
  }

  async #readsDiffer(a: number, b: number): Promise<boolean> {
    const row = await this.database.one<{ differ: boolean }>('select count(distinct read::text) > 1 as differ from emissions.run where number in ($1, $2)', [a, b]);
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
      `select n.run_number as run, n.lines, n.differing, u.number as "madeRun", n.overtaken, n.proven_at as at
       from emissions.night_proof n left join emissions.run u on u.number = n.made_run order by n.id desc limit 30`,
    );
  }
}
