import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { covers, within, type Narrowed, type Scope } from './emission-filter.ts';

/** What a publication is of. What was published before scopes were told is of the whole run. */
@Injectable()
export class ReadScope {
  constructor(private readonly database: Database) {}

  async run(publication: string): Promise<Scope> {
    const scope = await this.database.one<Scope>(
      'select from_month as "from", to_month as "to", buyer_ids as "buyerIds", category_codes as categories from emissions.publication where id = $1',
      [publication],
    );
    if (!scope) throw notFound('publication');
    return scope;
  }

  /** A filter that names a publication, with what it shares with its scope. An auditor's lies within what is published of the run: 422 where that is several parts and none is named that holds it. */
  async narrow(asked: Narrowed): Promise<Narrowed> {
    const filter = asked.publication === undefined ? asked : within(asked, await this.run(asked.publication));
    return this.database.actor().role === 'auditor' ? this.#published(filter) : filter;
  }

  /** The same of several runs at once: what each of them has published of it. */
  async narrowAlike(asked: Narrowed, runs: readonly number[]): Promise<Narrowed> {
    let filter = asked;
    for (const run of runs) filter = { ...(await this.narrow({ ...filter, run })), run: asked.run };
    return filter;
  }

  async #published(filter: Narrowed): Promise<Narrowed> {
    const scopes = await this.database.query<Scope>(
      `select distinct from_month as "from", to_month as "to", buyer_ids as "buyerIds", category_codes as categories from emissions.publication
       where run_number = coalesce($1::int, (select max(number) from emissions.run))`,
      [filter.run ?? null],
    );
    const [first, second] = scopes;
    if (!first || scopes.some((scope) => covers(scope, filter))) return filter;
    if (second) throw new Problem(422, 'publication-needed', { parts: scopes.length });
    return within(filter, first);
  }
}
