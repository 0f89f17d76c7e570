import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';

/**
 * Two persons of the cooperative who decide something together stand on their own feet: neither was let in by the other's invitation, so that
 * nobody makes themselves a second person. Those whom the command line set up were let in by nobody.
 */
@Injectable()
export class TwoPersons {
  constructor(private readonly database: Database) {}

  /** `second` is whoever acts when left out. Problem `persons-not-apart`, with both names, where one of `first` and `second` let the other in. */
  async apart(first: readonly (string | null)[], second: string | null = this.database.actor().personId): Promise<void> {
    const found = await this.database.one<{ inviter: string; invited: string }>(
      `select i.name as inviter, p.name as invited from identity.door_let_in l
       join identity.person i on i.id = l.inviter_id
       join identity.person p on p.id in (l.person_id, l.other_id) and p.id <> l.inviter_id
       where l.person_id = any ($1::uuid[]) and l.other_id = $2 limit 1`,
      [first.filter((id) => id !== null), second],
    );
    if (found) throw new Problem(409, 'persons-not-apart', { ...found });
  }
}
