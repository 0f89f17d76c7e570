import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Which of these uploads a report, or a check that a program asked for, still waits for, in the cooperative one acts for. */
@Injectable()
export class ListWaitingUploads {
  constructor(private readonly database: Database) {}

  async run(names: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ spool_name: string }>(
      'select spool_name from reporting.version where spool_name = any ($1) union select spool_name from reporting.sending where spool_name = any ($1)',
      [names],
    );
    return rows.map(({ spool_name }) => spool_name);
  }
}
