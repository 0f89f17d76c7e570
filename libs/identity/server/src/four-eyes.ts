import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import type { FourEyesSubject } from './four-eyes-subjects.ts';

interface Relation {
  readonly person: string;
  readonly other: string;
  /** The person at the start of both invitation chains. */
  readonly origin: string | null;
}

/**
 * The four-eyes principle: two persons who decide together must be different and independent. Members of one
 * organisation are dependent when one admitted the other, or the same person admitted both, directly or through others.
 * A chain ends at a person whom the operator set up, or for whom an independent administrator vouched.
 */
@Injectable()
export class FourEyes {
  constructor(private readonly database: Database) {}

  /**
   * Requires that `second` (default: the acting person) is independent of each of `first`. Null in `first` is a person
   * unknown to the system.
   * @throws Problem 'second-person-required' (409) when `second` is one of `first`, or no person
   * @throws Problem 'approver-not-independent' (422) with both names and the person who admitted both
   */
  async requireIndependent(
    subject: FourEyesSubject,
    first: readonly (string | null)[],
    second: string | null = this.database.actor().personId,
  ): Promise<void> {
    if (second === null || first.includes(second)) throw new Problem(409, 'second-person-required', { subject });
    const relation = await this.database.one<Relation>(
      `select p.name as person, o.name as other, origin.name as origin
       from identity.door_inviter_relation r
       join identity.person p on p.id = r.person_id
       join identity.person o on o.id = r.related_person_id
       left join identity.person origin on origin.id = r.origin_id
       where r.person_id = any ($1::uuid[]) and r.related_person_id = $2 limit 1`,
      [first.filter((id) => id !== null), second],
    );
    if (relation) throw new Problem(422, 'approver-not-independent', { subject, ...relation });
  }
}
