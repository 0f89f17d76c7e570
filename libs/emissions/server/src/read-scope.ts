import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { covers, within, type Narrowed, type Scope } from './emission-filter.ts';

/** Returns the scope of a publication. A publication without a structured scope covers the whole run. */
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

  /**
   * Returns the filter narrowed to the scope of its publication, if it names one. For an auditor it is also narrowed to
   * the published part of the run.
   * @throws Problem 'publication-needed' (422) if several parts are published and the filter is within none of them
   */
  async narrow(asked: Narrowed): Promise<Narrowed> {
    const filter = asked.publication === undefined ? asked : within(asked, await this.run(asked.publication));
    return this.database.actor().role === 'auditor' ? this.#published(filter) : filter;
  }

  /** Narrows a filter to what is published of each of several runs. */
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
