import { Injectable } from '@nestjs/common';
import { Database, INSTALLATION, systemActor, UnitOfWork, type Actor, type Via } from '@tallgrunn/platform';
import { ListMemberships } from './list-memberships.ts';
import { People } from './store/people.ts';

const NOBODY = systemActor('00000000-0000-0000-0000-000000000000');

/** Whom a command acts for where nobody signs in: the one who calls it has the database anyway, and the audit trail says `via`. */
@Injectable()
export class FindActor {
  constructor(
    private readonly people: People,
    private readonly memberships: ListMemberships,
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  /** Every membership of the person with this e-mail. */
  async byEmail(email: string, via: Via): Promise<{ actor: Actor; organisation: string }[]> {
    const person = await this.people.byEmail(email);
    if (!person) return [];
    const memberships = await this.memberships.run(person.id);
    return memberships.map(({ id, role, organisation, cooperative }) => ({
      actor: {
        personId: person.id,
        membershipId: id,
        cooperativeId: cooperative.id,
        organisationId: organisation.id,
        side: organisation.kind,
        role,
        via,
      },
      organisation: organisation.name,
    }));
  }

  /** The product itself, for the installation first and then once for each cooperative. */
  async all(via: Via): Promise<{ actor: Actor; cooperative: string }[]> {
    return [{ actor: systemActor(INSTALLATION, { via }), cooperative: '' }, ...(await this.system(via))];
  }

  /** The product itself, once for each cooperative. */
  async system(via: Via): Promise<{ actor: Actor; cooperative: string }[]> {
    const rows = await this.units.run(NOBODY, () =>
      this.database.query<{ id: string; name: string }>('select id, name from identity.cooperative order by name'),
    );
    return rows.map(({ id, name }) => ({ actor: systemActor(id, { via }), cooperative: name }));
  }
}
