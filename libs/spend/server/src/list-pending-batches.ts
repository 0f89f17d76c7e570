import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Returns which of the given spool files a received batch still needs, in the current cooperative. */
@Injectable()
export class ListPendingBatches {
  constructor(private readonly database: Database) {}

  async run(names: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ spool_name: string }>(
      'select spool_name from spend.batch where spool_name = any ($1)',
      [names],
    );
    return rows.map(({ spool_name }) => spool_name);
  }
}
