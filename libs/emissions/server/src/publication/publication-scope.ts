import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { isWithinScope, intersect, type ScopedFilter, type PublicationScope } from '../emission-filter.ts';

/** Returns the scope of a publication. A publication without a structured scope covers the whole run. */
@Injectable()
export class ReadPublicationScope {
  constructor(private readonly database: Database) {}

  async run(publication: string): Promise<PublicationScope> {
    const scope = await this.database.one<PublicationScope>(
      'select from_month as "from", to_month as "to", buyer_ids as "buyerIds", category_codes as categories from emissions.publication where id = $1',
      [publication],
    );
    if (!scope) throw notFound('publication');
    return scope;
  }

  /**
   * Returns the filter narrowed to the scope of its publication, if it names one. For an auditor it is also narrowed to
   * the published part of the run.
   * @throws Problem 'publication-required' (422) if several parts are published and the filter is within none of them
   */
  async narrow(requested: ScopedFilter): Promise<ScopedFilter> {
    const filter =
      requested.publication === undefined ? requested : intersect(requested, await this.run(requested.publication));
    return this.database.actor().role === 'auditor' ? this.#published(filter) : filter;
  }

  /** Narrows a filter to what is published of each of several runs. */
  async narrowForRuns(requested: ScopedFilter, runs: readonly number[]): Promise<ScopedFilter> {
    let filter = requested;
    for (const run of runs) filter = { ...(await this.narrow({ ...filter, run })), run: requested.run };
    return filter;
  }

  async #published(filter: ScopedFilter): Promise<ScopedFilter> {
    const scopes = await this.database.query<PublicationScope>(
      `select distinct from_month as "from", to_month as "to", buyer_ids as "buyerIds", category_codes as categories from emissions.publication
       where run_number = coalesce($1::int, (select max(number) from emissions.run))`,
      [filter.run ?? null],
    );
    const [first, second] = scopes;
    if (!first || scopes.some((scope) => isWithinScope(scope, filter))) return filter;
    if (second) throw new Problem(422, 'publication-required', { parts: scopes.length });
    return intersect(filter, first);
  }
}
