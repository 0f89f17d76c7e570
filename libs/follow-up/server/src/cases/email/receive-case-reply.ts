import { Injectable } from '@nestjs/common';
import { Clock, Database, systemActor, UnitOfWork, type ActorKind } from '@tallgrunn/platform';
import { isUuid, withoutPersons } from '@tallgrunn/values';
import { CaseStore } from '../case-store.ts';
import { AddCaseEntry } from '../write-in-case.ts';
import { parseEmail } from './parse-email.ts';
import { readReplyToken } from './reply-token.ts';

export type ReplyResult = 'added' | 'no-address' | 'automatic' | 'no-text' | 'unreadable';

interface Recipient extends Record<string, unknown> {
  readonly caseId: string;
  readonly email: string;
  readonly personId: string | null;
  readonly name: string | null;
  readonly side: ActorKind;
}

/** Days for which a reply address is valid. */
const DAYS_MAX = 365;

/**
 * Adds a reply by e-mail to its case, with the recipient of the original e-mail as author. A closed case is reopened.
 */
@Injectable()
export class ReceiveCaseReply {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly store: CaseStore,
    private readonly write: AddCaseEntry,
    private readonly clock: Clock,
  ) {}

  /** Runs in a separate unit of work, as the system of the cooperative named by the reply address. */
  async run(bytes: Uint8Array): Promise<ReplyResult> {
    const email = parseEmail(bytes);
    if (email === null) return 'unreadable';
    const address = email.recipients.map(readReplyToken).find((token) => token !== null && isUuid(token.cooperativeId));
    if (!address) return 'no-address';
    if (email.isAutomatic) return 'automatic';
    if (!email.text) return 'no-text';
    const text = withoutPersons(email.text);
    return this.units.run(systemActor(address.cooperativeId), () => this.#add(address.hash, text, email.from));
  }

  async #add(hash: string, body: string, from: string | null): Promise<ReplyResult> {
    const recipient = await this.database.one<Recipient>(
      `select r.case_id as "caseId", r.email, r.recipient_person_id as "personId", p.name, o.kind as side
       from follow_up.case_reply_address r
       join identity.door_organisation o on o.cooperative_id = r.cooperative_id and o.id = r.recipient_organisation_id
       left join identity.door_person p on p.cooperative_id = r.cooperative_id and p.id = r.recipient_person_id
       where r.token_hash = $1 and r.created_at > $2::timestamptz - interval '${DAYS_MAX} days'`,
      [hash, this.clock.now()],
    );
    if (!recipient) return 'no-address';
    const row = await this.store.lockForUpdate(recipient.caseId, true);
    if (row.status === 'closed') {
      await this.store.change(row.id, { status: 'open', outcome: null });
      await this.store.addEntry(row, { kind: 'reopened', isInternal: true, details: { by: 'e-mail' } });
    }
    const isSame = from === recipient.email.toLowerCase();
    await this.write.run(
      row.id,
      { kind: 'message', body },
      { side: recipient.side, personId: recipient.personId, name: isSame ? recipient.name : from },
    );
    return 'added';
  }
}
