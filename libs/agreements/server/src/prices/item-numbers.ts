import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** What suppliers' numbers name. */
@Injectable()
export class ItemNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The item that a number names in an agreement; made where none does yet, for a number that was changed need be in no price list. */
  async itemOf(agreementId: string, supplierId: string, number: string): Promise<string> {
    const known = await this.database.one<{ id: string }>(
      'select id from agreements.item where agreement_id = $1 and supplier_id = $2 and number = $3',
      [agreementId, supplierId, number],
    );
    if (known) return known.id;
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.item (id, agreement_id, supplier_id, number) values ($1, $2, $3, $4)',
      [id, agreementId, supplierId, number],
    );
    return id;
  }
}
