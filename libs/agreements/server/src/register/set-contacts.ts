import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7, withoutPersonalNumbers } from '@tallgrunn/values';
import { AgreementRecord } from './agreement-record.ts';
import type { ContactRole } from './call-off-method.ts';

export interface AgreementContact {
  /** Null for contacts of the cooperative. */
  readonly supplierId?: string | null;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly role: ContactRole;
}

/**
 * Replaces the contacts of an agreement. The audit log records only their number, not their names, so that a person can
 * be erased.
 */
@Injectable()
export class SetContacts {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, contacts: readonly AgreementContact[]): Promise<void> {
    await this.record.lockForUpdate(agreementId);
    for (const id of new Set(contacts.flatMap(({ supplierId }) => supplierId ?? [])))
      await this.record.requireParty(id, 'supplier');
    const removed = await this.database.query(
      'delete from agreements.agreement_contact where agreement_id = $1 returning id',
      [agreementId],
    );
    for (const { supplierId, name, email, phone, role } of contacts) {
      await this.database.query(
        'insert into agreements.agreement_contact (id, agreement_id, supplier_id, name, email, phone, role) values ($1, $2, $3, $4, $5, $6, $7)',
        [
          uuidv7(this.clock.now()),
          agreementId,
          supplierId ?? null,
          withoutPersonalNumbers(name.trim()),
          email?.trim() || null,
          phone?.trim() || null,
          role,
        ],
      );
    }
    await this.record.recordChange(
      agreementId,
      'contacts',
      { contacts: removed.length },
      { contacts: contacts.length, writtenAt: this.clock.now().toISOString() },
    );
  }
}
