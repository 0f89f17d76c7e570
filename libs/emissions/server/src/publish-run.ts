import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Problem, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { ProveRun } from './prove-run.ts';

export interface Publication {
  readonly id: string;
  readonly run: number;
  readonly caseNumber: string;
  readonly scope: string;
  /** The run's total when it was published, kg CO2e. */
  readonly kg: string;
  readonly by: string | null;
  readonly at: Date;
  /** The case of a later publication of the same scope: that one holds. Null for one that holds. */
  readonly supersededBy: string | null;
}

/** Scopes are words: two are the same when they are written alike but for capitals and spaces. */
const SAME_SCOPE = `lower(regexp_replace(trim(p.scope), '\\s+', ' ', 'g'))`;

/** Publishes a run under a case number, after making it again from what it kept; a run that does not come out the same is not published. */
@Injectable()
export class PublishRun {
  constructor(
    private readonly database: Database,
    private readonly prove: ProveRun,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(number: number, caseNumber: string, scope: string): Promise<{ id: string }> {
    const known = await this.database.one<{ kg: string }>('select (select coalesce(sum(t.kg), 0)::text from emissions.run_total t where t.run_number = r.number) as kg from emissions.run r where r.number = $1', [number]);
    if (!known) throw notFound('run');
    const proof = await this.prove.run(number);
    if (!proof.holds) throw new Problem(409, 'run-does-not-hold', { run: number });
    const id = uuidv7(this.clock.now());
    await this.database.query('insert into emissions.publication (id, run_number, case_number, scope, kg, published_by, published_at) values ($1, $2, $3, $4, $5, platform.person(), $6)', [id, number, caseNumber, scope, known.kg, this.clock.now()]);
    await this.audit.record({ act: 'emissions.published', subject: { kind: 'run', id }, details: { run: number, caseNumber } });
    return { id };
  }
}

/** What was published, newest first; of several of the same scope the latest holds. */
@Injectable()
export class ListPublications {
  constructor(private readonly database: Database) {}

  run(): Promise<Publication[]> {
    return this.database.query<Publication>(
      `select p.id, p.run_number as run, p.case_number as "caseNumber", p.scope, p.kg::text as kg, (select n.name from identity.door_person n where n.id = p.published_by) as by, p.published_at as at,
         case when p.id <> first_value(p.id) over newest_first then first_value(p.case_number) over newest_first end as "supersededBy"
       from emissions.publication p window newest_first as (partition by ${SAME_SCOPE} order by p.id desc) order by p.id desc limit 200`,
    );
  }
}
