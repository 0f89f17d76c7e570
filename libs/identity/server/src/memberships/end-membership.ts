import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem, SecurityLog, type Role } from '@tallgrunn/platform';
import { uuidv7, type Language } from '@tallgrunn/values';
import { Administrators } from '../administrators.ts';
import { FourEyes } from '../four-eyes.ts';
import { NotifyMembershipChange } from './write-about-membership.ts';

export interface MembershipEnd {
  /** `awaiting-approval`: a second person of the cooperative must approve before the access ends. */
  readonly state: 'ended' | 'awaiting-approval';
  /** Id of the proposal that awaits approval; null otherwise. */
  readonly endingId: string | null;
}

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly person: string;
  readonly email: string;
  readonly language: Language;
  readonly role: Role;
  readonly ended_at: Date | null;
}

const ENDED: MembershipEnd = { state: 'ended', endingId: null };

/**
 * Ends a membership with immediate effect. Revokes the person's API keys for that organisation and withdraws their open
 * invitations for the role. Administrators may end access to their own organisation. The cooperative's administrators
 * may end access to any organisation, with a reason. Ending the last administrator of another organisation requires a
 * second person of the cooperative: this prevents one person from taking an organisation over. Repeating it changes
 * nothing.
 */
@Injectable()
export class EndMembership {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
    private readonly administrators: Administrators,
    private readonly fourEyes: FourEyes,
    private readonly write: NotifyMembershipChange,
  ) {}

  /**
   * Ends the membership, or proposes to end it.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'last-administrator' (409) in one's own organisation
   * @throws Problem 'reason-required' (422)
   */
  async run(id: string, reason: string | null = null): Promise<MembershipEnd> {
    const membership = await this.#find(id);
    const isOwn = membership.organisation_id === this.database.actor().organisationId;
    const administrators = await this.administrators.lockForUpdate(membership.organisation_id);
    const row = await this.#find(id);
    if (row.ended_at) return ENDED;
    const isLast = administrators.length === 1 && administrators[0]?.membershipId === id;
    if (isOwn && isLast) throw new Problem(409, 'last-administrator');
    if (!isOwn && !reason) throw new Problem(422, 'reason-required');
    if (!isOwn && isLast) return this.#propose(row, reason ?? '');
    await this.#end(row, reason);
    if (!isOwn) await this.write.notifyEnded(row, reason);
    return ENDED;
  }

  /**
   * Approves a proposal of another person of the cooperative and ends the membership.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'ending-already-decided' | 'second-person-required' (409)
   * @throws Problem 'approver-not-independent' (422)
   */
  async approve(endingId: string): Promise<void> {
    const ending = await this.#lockEnding(endingId);
    if (ending.decision === 'approved') return;
    if (ending.decision) throw new Problem(409, 'ending-already-decided');
    await this.fourEyes.requireIndependent('membership-ending', [ending.proposed_by]);
    const row = await this.#find(ending.membership_id);
    await this.administrators.lockForUpdate(row.organisation_id);
    await this.#decide(endingId, 'approved');
    if (row.ended_at) return;
    await this.#end(row, ending.reason);
    await this.write.notifyEnded(row, ending.reason);
  }

  async reject(endingId: string): Promise<void> {
    const ending = await this.#lockEnding(endingId);
    if (ending.decision === 'rejected') return;
    if (ending.decision) throw new Problem(409, 'ending-already-decided');
    await this.#decide(endingId, 'rejected');
  }

  async #find(id: string): Promise<Row> {
    const row = await this.database.one<Row>(
      `select m.id, m.person_id, m.organisation_id, o.name as organisation, p.name as person, p.email, p.language, m.role, m.ended_at
       from identity.membership m join identity.person p on p.id = m.person_id
       join identity.organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id
       where m.id = $1`,
      [id],
    );
    if (!row) throw notFound('membership');
    return row;
  }

  async #propose(row: Row, reason: string): Promise<MembershipEnd> {
    const open = await this.database.one<{ id: string }>(
      'select id from identity.membership_ending where membership_id = $1 and decision is null',
      [row.id],
    );
    if (open) return { state: 'awaiting-approval', endingId: open.id };
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into identity.membership_ending (id, membership_id, organisation_id, reason, proposed_by, proposed_at) values ($1, $2, $3, $4, platform.person(), $5)`,
      [id, row.id, row.organisation_id, reason, this.clock.now()],
    );
    await this.audit.record({
      act: 'membership.ending-proposed',
      subject: { kind: 'membership', id: row.id },
      details: { organisationId: row.organisation_id, reason },
    });
    return { state: 'awaiting-approval', endingId: id };
  }

  async #lockEnding(
    id: string,
  ): Promise<{ membership_id: string; reason: string; proposed_by: string | null; decision: string | null }> {
    const row = await this.database.one<{
      membership_id: string;
      reason: string;
      proposed_by: string | null;
      decision: string | null;
    }>('select membership_id, reason, proposed_by, decision from identity.membership_ending where id = $1 for update', [
      id,
    ]);
    if (!row) throw notFound('ending');
    return row;
  }

  async #decide(id: string, decision: 'approved' | 'rejected'): Promise<void> {
    await this.database.query(
      'update identity.membership_ending set decision = $2, decided_by = platform.person(), decided_at = $3 where id = $1',
      [id, decision, this.clock.now()],
    );
    await this.audit.record({ act: `membership.ending-${decision}`, subject: { kind: 'membership-ending', id } });
  }

  async #end({ id, person_id, organisation_id, email, role }: Row, reason: string | null): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      'update identity.membership set ended_at = $2, ended_by = platform.person(), end_reason = $3 where id = $1',
      [id, now, reason],
    );
    await this.database.query(
      'update identity.api_key set revoked_at = $3, revoked_by = platform.person() where organisation_id = $1 and person_id = $2 and revoked_at is null',
      [organisation_id, person_id, now],
    );
    await this.database.query(
      `update identity.invitation set withdrawn_at = $4, withdrawn_by = platform.person()
       where organisation_id = $1 and lower(email) = lower($2) and role = $3 and accepted_at is null and withdrawn_at is null`,
      [organisation_id, email, role, now],
    );
    await this.audit.record({
      act: 'membership.ended',
      subject: { kind: 'membership', id },
      details: { organisationId: organisation_id, role, ...(reason && { reason }) },
    });
    await this.securityLog.record({
      event: 'membership-ended',
      details: { membershipId: id, subjectPersonId: person_id, role },
    });
  }
}
