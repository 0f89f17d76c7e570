import { Injectable } from '@nestjs/common';
import { wordsInTitles } from '@tallgrunn/formats';
import { Database } from '@tallgrunn/platform';

/** Knowledge from outside a ledger file: decides which suppliers are imported and which words are stored. */
export interface KnownParties {
  /** The buyer's ledger numbers of organisations. */
  readonly supplierNumbers: readonly string[];
  /** Words in the titles of agreements. A text with them may describe a purchase outside an agreement. */
  readonly words: readonly string[];
}

/** Loads the known parties and words in the current unit of work. */
@Injectable()
export class LoadKnownParties {
  constructor(private readonly database: Database) {}

  async run(buyerId: string | null): Promise<KnownParties> {
    const numbers = await this.database.query<{ seller_number: string }>(
      'select seller_number from spend.supplier_ledger_number where buyer_id = $1',
      [buyerId],
    );
    const titles = await this.database.query<{ title: string }>(
      'select title from agreements.door_agreement union select title from agreements.door_lot where title is not null',
    );
    return {
      supplierNumbers: numbers.map(({ seller_number }) => seller_number),
      words: wordsInTitles(titles.map(({ title }) => title)),
    };
  }
}
