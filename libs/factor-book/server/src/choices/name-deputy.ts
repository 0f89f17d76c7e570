import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** Lets a colleague decide on proposals that ask whoever says so, while they are away: days from and to, both included. */
@Injectable()
export class NameDeputy {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(deputyId: string, fromOn: string, untilOn: string): Promise<{ id: string }> {
    const colleague = await this.database.one<{ self: boolean }>(
      `select m.person_id = platform.person() as self from identity.door_membership m
       join identity.door_organisation o on o.id = m.organisation_id and o.kind = 'cooperative'
       where m.person_id = $1 and m.ended_at is null and m.role in ('contract-manager', 'administrator') limit 1`,
      [deputyId],
    );
    if (!colleague || colleague.self || untilOn < fromOn) throw new Problem(422, 'factor-choice-refused', {}, [{ code: 'deputy-unfit', path: 'deputyId' }]);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into factor_book.deputy (id, person_id, deputy_id, from_on, until_on, decided_by, decided_at) values ($1, platform.person(), $2, $3, $4, platform.person(), $5)',
      [id, deputyId, fromOn, untilOn, this.clock.now()],
    );
    await this.audit.record({ act: 'factor.deputy-named', subject: { kind: 'person', id: deputyId }, details: { fromOn, untilOn } });
    return { id };
  }
}
