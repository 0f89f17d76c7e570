import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** A new approval delegation. Both dates are inclusive. */
export interface NewDelegation {
  /** The absent person; default: the current user. */
  readonly personId?: string | undefined;
  readonly deputyId: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

/**
 * Delegates approvals to a colleague while the approver is away. Users name their own delegate. An administrator may
 * name one for a colleague who is unable to, but no user can make themselves a delegate; a trigger on the table
 * enforces the same rule.
 * @throws Problem 'factor-assignment-invalid' (422) if the persons or dates are invalid
 * @throws Problem 'delegation-not-own' (409) if a user who is not an administrator names one for a colleague
 */
@Injectable()
export class CreateDelegation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run({ personId, deputyId, fromOn, untilOn }: NewDelegation): Promise<{ id: string }> {
    const check = await this.database.one<{
      deputy: boolean;
      person: boolean;
      self: boolean;
      own: boolean;
      administrator: boolean;
    }>(
      `with colleague as (
         select m.person_id, m.role from identity.door_membership m
         join identity.door_organisation o on o.id = m.organisation_id and o.kind = 'cooperative'
         where m.ended_at is null and (m.ends_at is null or m.ends_at > $3) and m.role in ('contract-manager', 'administrator')
       )
       select exists (select from colleague where person_id = $1) as deputy, $2::uuid is null or exists (select from colleague where person_id = $2) as person,
         $1 = platform.person() or $1 is not distinct from $2::uuid as self, coalesce($2::uuid, platform.person()) = platform.person() as own,
         exists (select from colleague where person_id = platform.person() and role = 'administrator') as administrator`,
      [deputyId, personId ?? null, this.clock.now()],
    );
    const isValid = check?.deputy && check.person && !check.self && untilOn >= fromOn;
    if (!isValid)
      throw new Problem(422, 'factor-assignment-invalid', {}, [{ code: 'delegate-not-eligible', path: 'deputyId' }]);
    if (!check.own && !check.administrator) throw new Problem(409, 'delegation-not-own');
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into factor_book.approval_delegation (id, person_id, delegate_id, valid_from, valid_to, decided_by, decided_at) values ($1, coalesce($6::uuid, platform.person()), $2, $3, $4, platform.person(), $5)',
      [id, deputyId, fromOn, untilOn, this.clock.now(), personId ?? null],
    );
    await this.audit.record({
      act: 'delegation.created',
      subject: { kind: 'person', id: deputyId },
      details: { fromOn, untilOn },
    });
    return { id };
  }

  /**
   * Ends a delegation today. Allowed for the approver, the delegate and the user who created it.
   * @throws Problem 'delegation-already-ended' (409) if it has ended already
   */
  async end(id: string): Promise<void> {
    const today = this.clock.now();
    const row = await this.database.one<{ mine: boolean; over: boolean }>(
      `select platform.person() in (person_id, delegate_id, decided_by) as mine, ended_on is not null or valid_to < $2::timestamptz::date as over from factor_book.approval_delegation where id = $1 for update`,
      [id, today],
    );
    if (!row) throw notFound('approval-delegation');
    if (!row.mine) throw new Problem(409, 'delegation-not-own');
    if (row.over) throw new Problem(409, 'delegation-already-ended');
    await this.database.query(
      'update factor_book.approval_delegation set ended_on = $2::timestamptz::date, ended_by = platform.person(), ended_at = $2 where id = $1',
      [id, today],
    );
    await this.audit.record({ act: 'delegation.ended', subject: { kind: 'approval-delegation', id }, details: {} });
  }
}
