import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { TrialParties } from '../../trial/cast.mts';
import { childrenOf, MemoryWatch } from '../../trial/memory-of.mts';
import { processorSecondsOf } from '../../trial/processor-time.mts';
import { Product } from '../../trial/start-product.mts';
import { lineCountOf, sendReport, type DueDaySupplier, type Experience } from './supplier-on-due-day.mts';

export interface DueDayOptions {
  readonly suppliers: number;
  /** Period in which all reports arrive, in seconds. */
  readonly seconds: number;
}

/** One check, as recorded by the queue. */
export interface QueuedCheck {
  readonly obligationId: string;
  readonly lines: number;
  /** Seconds from the commit of the upload to the start of the check. */
  readonly waitSeconds: number;
  readonly checkSeconds: number;
  /** Seconds from the first check's arrival to the arrival of this one. */
  readonly arrivedSeconds: number;
}

/** A job that no supplier waits for, as recorded by the queue. Seconds are counted from the first check's arrival. */
export interface OtherJob {
  readonly name: string;
  readonly startedSeconds: number;
  readonly tookSeconds: number;
}

export interface DueDayFigures {
  readonly experiences: readonly Experience[];
  readonly checks: readonly QueuedCheck[];
  readonly otherJobs: readonly OtherJob[];
  /** Reports that ended in a client error, such as a cut connection. */
  readonly broken: readonly string[];
  /** Reports that were not submitted exactly once with all their lines. */
  readonly lost: readonly string[];
  /** Seconds from the first upload to the last submission. */
  readonly wholeSeconds: number;
  /** Seconds from the last submission until no job is pending or running. */
  readonly quietAfterSeconds: number;
  readonly mostMB: Readonly<Record<string, number>>;
  readonly connectionsMax: number;
  /** Processor time until the queue was empty, in seconds, by program. */
  readonly processorSeconds: Readonly<Record<string, number>>;
}

/** Simulates many suppliers that report on the same day, through the HTTP API of the built server with one worker. */
export class DueDayTrial {
  readonly product: Product;
  readonly #options: DueDayOptions;
  #connectionsMax = 0;

  constructor(options: DueDayOptions) {
    this.#options = options;
    this.product = new Product(true, { TRUSTED_PROXIES: '1' });
  }

  async run(): Promise<DueDayFigures> {
    const { suppliers: count } = this.#options;
    const cast = await this.product.start(false, [`crowd=${count}`]);
    const database = new pg.Client({ connectionString: this.product.databaseUrl });
    await database.connect();
    try {
      return await this.#measure(cast, database);
    } finally {
      await database.end();
    }
  }

  async #measure(cast: TrialParties, database: pg.Client): Promise<DueDayFigures> {
    const { product } = this;
    const watch = new MemoryWatch(() => ({
      serve: [product.pidOf('serve')],
      work: [product.pidOf('work')],
      readers: childrenOf(product.pidOf('work')),
    }));
    const counting = setInterval(() => void this.#countConnections(database), 1000);
    const spentBefore = this.#processorSeconds();
    const began = performance.now();
    const suppliers = cast.crowd.map((member, at): DueDaySupplier => ({
      member,
      at,
      way: at % 2 === 0 ? 'page' : 'key',
      lines: lineCountOf(at),
    }));
    const { experiences, broken } = await this.#all(cast, suppliers);
    const wholeSeconds = (performance.now() - began) / 1000;
    const quietAfterSeconds = await this.#untilQuiet(database);
    clearInterval(counting);
    const spent = this.#processorSeconds();
    return {
      experiences,
      broken,
      wholeSeconds,
      quietAfterSeconds,
      checks: await this.#checks(database),
      otherJobs: await this.#otherJobs(database),
      lost: await this.#lost(database, suppliers),
      mostMB: watch.stop().most,
      connectionsMax: this.#connectionsMax,
      processorSeconds: Object.fromEntries(
        Object.entries(spent).map(([part, seconds]) => [part, seconds - (spentBefore[part] ?? 0)]),
      ),
    };
  }

  async #all(
    cast: TrialParties,
    suppliers: readonly DueDaySupplier[],
  ): Promise<Pick<DueDayFigures, 'experiences' | 'broken'>> {
    const experiences: Experience[] = [];
    const broken: string[] = [];
    const between = (this.#options.seconds * 1000) / suppliers.length;
    await Promise.all(
      suppliers.map(async (supplier) => {
        await pause(supplier.at * between);
        try {
          experiences.push(await sendReport(this.product.address, cast, supplier));
        } catch (error) {
          broken.push(`supplier ${supplier.at}: ${String(error)}`);
        }
      }),
    );
    return { experiences, broken };
  }

  async #countConnections(database: pg.Client): Promise<void> {
    const { rows } = await database.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    this.#connectionsMax = Math.max(this.#connectionsMax, rows[0]?.n ?? 0);
  }

  /** Waits until no job is pending or running, except jobs scheduled for later. Returns seconds. */
  async #untilQuiet(database: pg.Client): Promise<number> {
    const began = performance.now();
    for (;;) {
      const { rows } = await database.query<{ n: number }>(
        `select count(*)::int as n from pgboss.job where state <= 'active' and start_after <= now() + interval '1 minute'`,
      );
      const seconds = (performance.now() - began) / 1000;
      if (rows[0]?.n === 0 || seconds > 600) return seconds;
      await pause(250);
    }
  }

  async #checks(database: pg.Client): Promise<QueuedCheck[]> {
    const { rows } = await database.query<QueuedCheck>(
      `select v.obligation_id as "obligationId", c.row_count as lines,
         extract(epoch from j.started_on - j.created_on)::float8 as "waitSeconds",
         extract(epoch from j.completed_on - j.started_on)::float8 as "checkSeconds",
         extract(epoch from j.created_on - min(j.created_on) over ())::float8 as "arrivedSeconds"
       from pgboss.job j
       join reporting.report_version v on v.id::text = j.data -> 'payload' ->> 'subjectId'
       join reporting.check_result c on c.version_id = v.id
       where j.name = 'reporting.stage-lines' and j.state = 'completed'`,
    );
    return rows;
  }

  async #otherJobs(database: pg.Client): Promise<OtherJob[]> {
    const { rows } = await database.query<OtherJob>(
      `select j.name, extract(epoch from j.started_on - (select min(f.created_on) from pgboss.job f where f.name = 'reporting.stage-lines'))::float8 as "startedSeconds",
         extract(epoch from j.completed_on - j.started_on)::float8 as "tookSeconds"
       from pgboss.job j where j.name <> 'reporting.stage-lines' and j.state = 'completed' order by j.started_on`,
    );
    return rows;
  }

  async #lost(database: pg.Client, suppliers: readonly DueDaySupplier[]): Promise<string[]> {
    const { rows } = await database.query<{ obligation_id: string; versions: number; lines: number }>(
      `select v.obligation_id, count(distinct v.id)::int as versions, count(l.*)::int as lines
       from reporting.report_version v left join reporting.report_line l on l.cooperative_id = v.cooperative_id and l.version_id = v.id
       where v.state in ('submitted', 'accepted') group by 1`,
    );
    const byObligation = new Map(rows.map((row) => [row.obligation_id, row]));
    return suppliers.flatMap(({ member, at, lines }) => {
      const stored = byObligation.get(member.obligationId);
      return stored?.versions === 1 && stored.lines === lines
        ? []
        : [`supplier ${at}: ${stored?.versions ?? 0} reports, ${stored?.lines ?? 0} of ${lines} lines`];
    });
  }

  #processorSeconds(): Record<string, number> {
    const of = (part: 'serve' | 'work' | 'postgres') => processorSecondsOf(this.product.pidOf(part));
    return { serve: of('serve'), workAndReaders: of('work'), postgres: of('postgres') };
  }
}
