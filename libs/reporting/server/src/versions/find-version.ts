import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { isUuid } from '@tallgrunn/values';

/**
 * Returns the id of a version from a report number (the newest submitted version), a number with version
 * (R-2026-00001/2), or an id.
 * @throws Problem 'not-found' (404)
 */
@Injectable()
export class FindVersion {
  constructor(private readonly database: Database) {}

  async run(text: string): Promise<string> {
    const [number = '', sequence = null] = text.split('/');
    const row = isUuid(text.toLowerCase())
      ? await this.database.one<{ id: string }>('select id from reporting.report_version where id = $1', [text])
      : await this.database.one<{ id: string }>(
          `select id from reporting.report_version where split_part(number, '/', 1) = $1 and ($2::text is null or sequence::text = $2 or number = $1 || '/' || $2) order by sequence desc limit 1`,
          [number, sequence],
        );
    if (!row) throw notFound('report-version');
    return row.id;
  }
}
