import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';

/** Finds the id of an agreement by its number. */
@Injectable()
export class FindAgreement {
  constructor(private readonly database: Database) {}

  /** @throws Problem 'not-found' (404) */
  async run(number: string): Promise<string> {
    const id = await this.existing(number);
    if (id === null) throw notFound('agreement');
    return id;
  }

  /** Returns null when no agreement has the number. */
  async existing(number: string): Promise<string | null> {
    const row = await this.database.one<{ id: string }>('select id from agreements.agreement where number = $1', [
      number,
    ]);
    return row?.id ?? null;
  }
}
