import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { METHODS_WITH_FIGURE } from './calculation/methods.ts';

/** Returns the years with emissions in any run that the user may see, newest first. */
@Injectable()
export class ListYears {
  constructor(private readonly database: Database) {}

  async run(): Promise<number[]> {
    const rows = await this.database.query<{ year: number }>(
      `select distinct left(month, 4)::int as year from emissions.result_sum where level = 'buyer' and month is not null and method = any (${METHODS_WITH_FIGURE}) order by year desc`,
    );
    return rows.map(({ year }) => year);
  }
}
