import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';

/** The id of an agreement by its number. */
@Injectable()
export class FindAgreement {
  constructor(private readonly database: Database) {}

  async run(number: string): Promise<string> {
    const row = await this.database.one<{ id: string }>('select id from agreements.agreement where number = $1', [number]);
    if (!row) throw notFound('agreement');
    return row.id;
  }
}
