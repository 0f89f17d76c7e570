import { Injectable } from '@nestjs/common';
import { wordsOf } from '@tallgrunn/formats';
import { Database } from '@tallgrunn/platform';

/** What is known beside a file of postings, for who comes in and which words stay. */
export interface Known {
  /** The buyer's own numbers of organisations. */
  readonly supplierNumbers: readonly string[];
  /** Words of what agreements are about: a text that holds them may be of a purchase outside one. */
  readonly words: readonly string[];
}

/** Reads it in the unit of work around it. */
@Injectable()
export class ReadKnown {
  constructor(private readonly database: Database) {}

  async run(buyerId: string | null): Promise<Known> {
    const numbers = await this.database.query<{ seller_number: string }>(
      'select seller_number from spend.supplier_number where buyer_id = $1',
      [buyerId],
    );
    const titles = await this.database.query<{ title: string }>(
      'select title from agreements.door_agreement union select title from agreements.door_lot where title is not null',
    );
    return {
      supplierNumbers: numbers.map(({ seller_number }) => seller_number),
      words: wordsOf(titles.map(({ title }) => title)),
    };
  }
}
