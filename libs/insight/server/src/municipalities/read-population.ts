import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Inhabitants of a municipality: the latest statement of the latest year that is not after the period. */
export interface Population {
  readonly inhabitants: number;
  readonly year: number;
  readonly source: string;
}

/** SQL: population of one organisation, at most one row. */
export const populationSql = (organisation: string, year: string): string =>
  `select i.inhabitants, i.year, i.source from insight.population i
    where i.cooperative_id = ${organisation}.cooperative_id and i.buyer_id = ${organisation}.id and i.year <= ${year} order by i.year desc, i.id desc limit 1`;

interface PopulationRow extends Population, Record<string, unknown> {
  readonly id: string;
}

const POPULATIONS = `
  select o.id, p.inhabitants, p.year, p.source from identity.door_current_organisation o
  cross join lateral (${populationSql('o', '$2')}) p where o.kind = 'buyer' and o.id = any ($1::uuid[])`;

/** Reads the inhabitants of municipalities, for figures per inhabitant. */
@Injectable()
export class ReadPopulation {
  constructor(private readonly database: Database) {}

  /** @param year the last year of the period. Municipalities without a statement are left out. */
  async run(buyerIds: readonly string[], year: number): Promise<ReadonlyMap<string, Population>> {
    const rows = await this.database.query<PopulationRow>(POPULATIONS, [buyerIds, year]);
    return new Map(rows.map(({ id, inhabitants, year: of, source }) => [id, { inhabitants, year: of, source }]));
  }
}
