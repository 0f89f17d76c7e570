import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Returns which of these uploads a report version or an API submission of the actor's cooperative still waits for. */
@Injectable()
export class ListPendingUploads {
  constructor(private readonly database: Database) {}

  async run(names: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ spool_name: string }>(
      'select spool_name from reporting.report_version where spool_name = any ($1) union select spool_name from reporting.api_submission where spool_name = any ($1)',
      [names],
    );
    return rows.map(({ spool_name }) => spool_name);
  }
}
