import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { DrillSenders } from './senders.mts';

const QUIET_MAX_S = 300;
const LOST_MAX_MS = 120_000;

export interface DrillResult {
  /** Seconds until no job is pending or running. */
  readonly quietSeconds: number;
  readonly wrong: readonly string[];
  readonly deadlocks: number;
  readonly stuck: number;
  /** Rows of job progress that are pending although the queue has no job for them: name and state of each. */
  readonly waitingForEver: readonly string[];
  readonly leftInSpool: readonly string[];
  /** Stored files without a row, and rows without their file. */
  readonly filesApart: number;
}

/** Where the files of the drill are. Both functions return names without folders. */
export interface DrillFiles {
  /** Files and folders that a program has not deleted. */
  spooled(): string[];
  stored(): Promise<string[]> | string[];
}

/** The files of programs that share one data folder. */
const filesIn = (folder: string): DrillFiles => ({
  spooled: () => readdirSync(path.join(folder, 'spool')),
  stored: () => {
    const root = path.join(folder, 'files');
    const all = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    return all.map((each) => path.basename(each));
  },
});

interface Sums {
  id: string;
  lines: number;
  ore: string;
}

/** Verifies the database and the folder after all work is done. */
export class VerifyDrill {
  readonly #database: pg.Client;
  readonly #folder: string;
  readonly #files: DrillFiles;

  constructor(database: pg.Client, folder: string, files: DrillFiles = filesIn(folder)) {
    this.#database = database;
    this.#folder = folder;
    this.#files = files;
  }

  async run(senders: DrillSenders): Promise<DrillResult> {
    const quietSeconds = await this.#untilQuiet();
    const leftInSpool = await this.#leftInSpool();
    const wrong = [
      ...(await this.#wrongReports(senders)),
      ...(await this.#wrongSubmissions(senders)),
      ...(await this.#wrongBatches(senders)),
    ];
    return {
      quietSeconds,
      wrong,
      deadlocks: await this.#count(
        'select deadlocks::int as n from pg_stat_database where datname = current_database()',
      ),
      stuck: await this.#count(
        `select count(*)::int as n from pgboss.job where state in ('created', 'retry', 'active', 'failed') and start_after <= now() + interval '1 minute'`,
      ),
      waitingForEver: await this.#waitingForEver(),
      leftInSpool,
      filesApart: await this.#countFilesApart(),
    };
  }

  async #rows<R extends object>(sql: string): Promise<R[]> {
    return (await this.#database.query<R>(sql)).rows;
  }

  async #count(sql: string): Promise<number> {
    return (await this.#rows<{ n: number }>(sql))[0]?.n ?? 0;
  }

  /** Returns progress that nobody has ended within two minutes; the worker looks for it every half minute. */
  async #waitingForEver(): Promise<string[]> {
    for (const last = performance.now() + LOST_MAX_MS; ; await pause(1000)) {
      const rows = await this.#rows<{ progress: string }>(
        `select format('progress of %s is %s (%s)', p.job_name, p.state, coalesce(p.stage, 'no stage')) as progress
         from platform.job_progress p where p.state in ('waiting', 'working') and not exists (
           select 1 from pgboss.job j where j.name = p.job_name and j.state <= 'active' and j.data -> 'payload' ->> 'subjectId' = p.subject_id::text)`,
      );
      if (rows.length === 0 || performance.now() > last) return rows.map(({ progress }) => progress);
    }
  }

  /** Waits until nothing is pending, running or left in the inbox. Returns seconds. */
  async #untilQuiet(): Promise<number> {
    const began = performance.now();
    const waiting = `select (select count(*) from pgboss.job where state <= 'active' and start_after <= now() + interval '1 minute')
      + (select count(*) from spend.batch where state = 'received') + (select count(*) from reporting.report_version where state = 'received') as n`;
    const inbox = path.join(this.#folder, 'inbox', 'buyer');
    const laid = () => (existsSync(inbox) ? readdirSync(inbox).filter((name) => /^\d+\.csv$/.test(name)).length : 0);
    for (;;) {
      const seconds = (performance.now() - began) / 1000;
      if ((Number(await this.#count(waiting)) === 0 && laid() === 0) || seconds > QUIET_MAX_S) return seconds;
      await pause(250);
    }
  }

  /** Returns the files left in the spool after a minute for its clean-up, except the leases of running programs. */
  async #leftInSpool(): Promise<string[]> {
    const left = () => this.#files.spooled().filter((name) => !name.startsWith('lease-'));
    for (const last = performance.now() + 60_000; left().length > 0 && performance.now() < last;) await pause(500);
    return left();
  }

  async #wrongReports({ versions }: DrillSenders): Promise<string[]> {
    const stored = new Map(
      (
        await this.#rows<Sums & { state: string; verdicts: number }>(
          `select v.id, v.state, (select count(*)::int from reporting.check_result c where c.version_id = v.id) as verdicts, count(l.*)::int as lines, coalesce(sum(l.amount) * 100, 0)::bigint::text as ore
           from reporting.report_version v left join reporting.report_line l on l.version_id = v.id group by 1, 2`,
        )
      ).map((row) => [row.id, row]),
    );
    return versions.flatMap(({ id, lines, sumOre }) => {
      const row = stored.get(id);
      const isWhole =
        row?.state === 'checked' && row.verdicts === 1 && row.lines === lines && row.ore === String(sumOre);
      return isWhole ? [] : [`report ${id}: ${JSON.stringify(row ?? 'lost')}, ${lines} lines were sent`];
    });
  }

  async #wrongSubmissions({ submissions }: DrillSenders): Promise<string[]> {
    const stored = await this.#rows<Sums & { versions: number; receipts: number }>(
      `select v.obligation_id as id, count(distinct v.id)::int as versions, count(l.*)::int as lines, coalesce(sum(l.amount) * 100, 0)::bigint::text as ore,
         (select count(*)::int from reporting.api_submission s where s.obligation_id = v.obligation_id and s.receipt is not null) as receipts
       from reporting.report_version v left join reporting.report_line l on l.version_id = v.id where v.state in ('submitted', 'accepted') group by 1`,
    );
    const byObligation = new Map(stored.map((row) => [row.id, row]));
    return submissions.flatMap(({ obligationId, lines, sumOre }) => {
      const row = byObligation.get(obligationId);
      const isWhole = row?.versions === 1 && row.receipts === 1 && row.lines === lines && row.ore === String(sumOre);
      return isWhole
        ? []
        : [`submission of ${obligationId}: ${JSON.stringify(row ?? 'lost')}, ${lines} lines were sent`];
    });
  }

  /**
   * Compares batches sent over the API by id, and batches from the inbox by their sums, because those have no known id.
   */
  async #wrongBatches({ batches, inboxFiles }: DrillSenders): Promise<string[]> {
    const stored = await this.#rows<Sums>(
      `select b.id, count(p.*)::int as lines, coalesce(sum(p.amount) * 100, 0)::bigint::text as ore
       from spend.batch b left join spend.posting p on p.batch_id = b.id where b.state = 'posted' group by 1`,
    );
    const byId = new Map(stored.map((row) => [row.id, row]));
    const wrong = batches.flatMap(({ id, lines, sumOre }) => {
      const row = byId.get(id);
      byId.delete(id);
      return row?.lines === lines && row.ore === String(sumOre)
        ? []
        : [`batch ${id}: ${JSON.stringify(row ?? 'lost')}, ${lines} lines were sent`];
    });
    const left = [...byId.values()].map(({ lines, ore }) => `${lines} ${ore}`).toSorted();
    const laid = inboxFiles.map(({ lines, sumOre }) => `${lines} ${sumOre}`).toSorted();
    if (JSON.stringify(left) !== JSON.stringify(laid))
      wrong.push(`inbox: ${laid.length} files were laid, ${left.length} batches are there`);
    return wrong;
  }

  async #countFilesApart(): Promise<number> {
    const stored = (await this.#files.stored()).filter((each) => each.length === 64);
    const named = (await this.#rows<{ sha256: string }>('select sha256 from platform.stored_file')).map(
      ({ sha256 }) => sha256,
    );
    const [kept, rows] = [new Set(stored), new Set(named)];
    return stored.filter((each) => !rows.has(each)).length + named.filter((each) => !kept.has(each)).length;
  }
}
