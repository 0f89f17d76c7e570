import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { isUuid } from '@tallgrunn/values';

/**
 * Returns the id of a batch by its number (S-2026-00001) or its id.
 * @throws Problem 'not-found' (404)
 */
@Injectable()
export class FindBatch {
  constructor(private readonly database: Database) {}

  async run(text: string): Promise<string> {
    const row = await this.database.one<{ id: string }>(
      `select id from spend.batch where ${isUuid(text.toLowerCase()) ? 'id' : 'number'} = $1`,
      [text],
    );
    if (!row) throw notFound('spend-batch');
    return row.id;
  }
}
