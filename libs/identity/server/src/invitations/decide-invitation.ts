import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Mail, notFound, Problem, type Role } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { approvedEmail, rejectedEmail } from '../administrator-emails.ts';
import { CreateMembership } from './give-membership.ts';

interface Row {
  readonly role: Role;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly created_at: Date;
  readonly ends_at: Date | null;
  readonly requires_approval: boolean;
  readonly approved_at: Date | null;
  readonly rejected_at: Date | null;
  readonly person_id: string | null;
  readonly person: string;
  readonly email: string;
  readonly language: Language;
}

/**
 * Approves or rejects a person whom another organisation invited into the actor's organisation. Repeating a decision
 * changes nothing.
 */
@Injectable()
export class DecideInvitation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly mail: Mail,
    private readonly clock: Clock,
    private readonly createMembership: CreateMembership,
  ) {}

  /**
   * Approves the person and creates the membership.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'invitation-not-awaiting-approval' | 'invitation-already-decided' (409)
   * @throws Problem 'self-approval-not-allowed' (422)
   */
  async approve(id: string): Promise<void> {
    const row = await this.#lockForUpdate(id);
    if (row.approved_at) return;
    this.#requireUndecided(row);
    await this.database.query(
      'update identity.invitation set approved_at = $2, approved_by = platform.person() where id = $1',
      [id, this.clock.now()],
    );
    const person = { id: row.person_id ?? '', name: row.person, email: row.email };
    await this.createMembership.run({
      id,
      role: row.role,
      organisation: { id: row.organisation_id, name: row.organisation },
      endsAt: row.ends_at,
      createdAt: row.created_at,
      person,
    });
    await this.audit.record({ act: 'invitation.approved', subject: { kind: 'invitation', id } });
    await this.#write(row, approvedEmail);
  }

  async reject(id: string): Promise<void> {
    const row = await this.#lockForUpdate(id);
    if (row.rejected_at) return;
    this.#requireUndecided(row);
    await this.database.query(
      'update identity.invitation set rejected_at = $2, rejected_by = platform.person() where id = $1',
      [id, this.clock.now()],
    );
    await this.audit.record({ act: 'invitation.rejected', subject: { kind: 'invitation', id } });
    await this.#write(row, rejectedEmail);
  }

  async #lockForUpdate(id: string): Promise<Row> {
    const row = await this.database.one<Row>(
      `select i.role, i.organisation_id, o.name as organisation, i.created_at, i.ends_at, i.requires_approval, i.approved_at, i.rejected_at,
         p.id as person_id, p.name as person, p.email, p.language
       from identity.invitation i
       join identity.organisation o on o.cooperative_id = i.cooperative_id and o.id = i.organisation_id
       left join identity.person p on p.id = i.accepted_by
       where i.id = $1 and i.organisation_id = platform.organisation() for update of i`,
      [id],
    );
    if (!row) throw notFound('invitation');
    return row;
  }

  #requireUndecided(row: Row): void {
    if (row.approved_at || row.rejected_at) throw new Problem(409, 'invitation-already-decided');
    if (!row.requires_approval || !row.person_id) throw new Problem(409, 'invitation-not-awaiting-approval');
    if (row.person_id === this.database.actor().personId) throw new Problem(422, 'self-approval-not-allowed');
  }

  async #write({ email, language, organisation }: Row, texts: typeof approvedEmail): Promise<void> {
    const { cooperativeId } = this.database.actor();
    const link = this.createMembership.peoplePage.replace(/\/colleagues$/, '/');
    await this.mail.send({ to: email, ...texts[language]({ organisation, link }), cooperativeId });
  }
}
