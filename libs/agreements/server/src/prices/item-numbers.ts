import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** Finds and creates items by number. */
@Injectable()
export class ItemsByNumber {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the item with a number in an agreement; creates it if necessary, because a previous number need not occur
   * in any price list.
   */
  async findOrCreate(agreementId: string, supplierId: string, number: string): Promise<string> {
    const existing = await this.database.one<{ id: string }>(
      'select id from agreements.item where agreement_id = $1 and supplier_id = $2 and number = $3',
      [agreementId, supplierId, number],
    );
    if (existing) return existing.id;
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.item (id, agreement_id, supplier_id, number) values ($1, $2, $3, $4)',
      [id, agreementId, supplierId, number],
    );
    return id;
  }
}
