import { Injectable } from '@nestjs/common';
import { Clock, Database, Facts, type Progress } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { prepare, steps, takeOut } from './steps.ts';

export const ENGINE = 'matching/1';

/** A run reads whole tables, and writes one that the planner takes for empty the first time: it must not walk that one for each line while it grows. */
const WHOLE_TABLES = `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`;
const ORDINARY = `select set_config('enable_nestloop', 'on', true), set_config('jit', 'on', true)`;

/** One match run over everything open in the cooperative. Links that no longer hold are closed, new ones opened; the rest stand untouched. */
@Injectable()
export class MatchLines {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async run(progress?: Progress): Promise<{ number: number; opened: number; closed: number }> {
    const startedAt = this.clock.now();
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('matching.run' || platform.cooperative(), 0))`);
    await this.database.query(WHOLE_TABLES);
    const last = await this.database.one<{ number: number }>('select coalesce(max(number), 0)::int as number from matching.run');
    const number = (last?.number ?? 0) + 1;
    for (const sql of prepare) await this.database.query(sql);
    for (const [index, step] of steps.entries()) {
      await progress?.tell(step.name, index, steps.length);
      await this.database.query(step.sql);
      for (const sql of takeOut) await this.database.query(sql);
    }
    await this.database.query('analyze proposed');
    const closed = await this.#close(number);
    const opened = await this.#open(number);
    await this.database.tellPlanner('matching.link', opened.length + closed.length);
    await this.database.query('insert into matching.run (number, engine, started_at, finished_at, read, opened, closed) values ($1, $2, $3, $4, $5, $6, $7)', [
      number,
      ENGINE,
      startedAt,
      this.clock.now(),
      JSON.stringify(await this.#whatWasRead()),
      opened.length,
      closed.length,
    ]);
    for (const table of ['proposed', 'reported', 'booked', 'verdict']) await this.database.query(`drop table ${table}`);
    await this.database.query(ORDINARY);
    const buyerIds = [...new Set([...opened, ...closed].map((row) => row.buyer_id))];
    await this.facts.announce({ name: 'matching.run-finished', subjectId: uuidv7(this.clock.now()), payload: { number, buyerIds } });
    return { number, opened: opened.length, closed: closed.length };
  }

  /** Found first, then closed: an UPDATE that looks each line up by itself takes a minute where this takes a moment. */
  #close(number: number): Promise<{ buyer_id: string }[]> {
    return this.database.query(
      `with gone as materialized (
         select l.version_id, l.report_line_no, l.batch_id, l.spend_line_no, l.from_run
         from matching.link l
         where l.until_run is null and not exists (
           select 1 from proposed p
           where p.version_id = l.version_id and p.report_line_no = l.report_line_no and p.batch_id = l.batch_id
             and p.spend_line_no = l.spend_line_no and p.step = l.step and p.amount = l.amount and p.evidence = l.evidence)
       )
       update matching.link l set until_run = $1
       from gone g
       where l.version_id = g.version_id and l.report_line_no = g.report_line_no and l.batch_id = g.batch_id and l.spend_line_no = g.spend_line_no and l.from_run = g.from_run
       returning l.buyer_id`,
      [number],
    );
  }

  #open(number: number): Promise<{ buyer_id: string }[]> {
    return this.database.query(
      `insert into matching.link (from_run, supplier_id, buyer_id, version_id, report_line_no, report_line_key, batch_id, spend_line_no, spend_line_key, step, amount, evidence)
       select $1, p.supplier_id, p.buyer_id, p.version_id, p.report_line_no, p.report_line_key, p.batch_id, p.spend_line_no, p.spend_line_key, p.step, p.amount, p.evidence
       from proposed p
       where not exists (
         select 1 from matching.link l
         where l.until_run is null and l.version_id = p.version_id and l.report_line_no = p.report_line_no and l.batch_id = p.batch_id and l.spend_line_no = p.spend_line_no)
       returning buyer_id`,
      [number],
    );
  }

  async #whatWasRead(): Promise<Record<string, unknown>> {
    const row = await this.database.one<{ versions: string[]; batches: string[]; decisions: number }>(
      `select
         (select coalesce(array_agg(distinct version_id), '{}') from reporting.door_line) as versions,
         (select coalesce(array_agg(distinct batch_id), '{}') from spend.door_line) as batches,
         (select count(*)::int from matching.decision) as decisions`,
    );
    return { ...row, steps: steps.map((step) => step.name) };
  }
}
