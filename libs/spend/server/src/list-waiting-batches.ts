import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Which of these uploads a batch still waits to be read from, in the cooperative one acts for. */
@Injectable()
export class ListWaitingBatches {
  constructor(private readonly database: Database) {}

  async run(names: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ spool_name: string }>(
      'select spool_name from spend.batch where spool_name = any ($1)',
      [names],
    );
    return rows.map(({ spool_name }) => spool_name);
  }
}
