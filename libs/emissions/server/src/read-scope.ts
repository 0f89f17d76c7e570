import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { within, type Narrowed, type Scope } from './emission-filter.ts';

/** What a publication is of. What was published before scopes were told is of the whole run. */
@Injectable()
export class ReadScope {
  constructor(private readonly database: Database) {}

  async run(publication: string): Promise<Scope> {
    const scope = await this.database.one<Scope>('select from_month as "from", to_month as "to", buyer_ids as "buyerIds", category_codes as categories from emissions.publication where id = $1', [publication]);
    if (!scope) throw notFound('publication');
    return scope;
  }

  /** A filter that names a publication, with what it shares with its scope. */
  async narrow(filter: Narrowed): Promise<Narrowed> {
    return filter.publication === undefined ? filter : within(filter, await this.run(filter.publication));
  }
}
