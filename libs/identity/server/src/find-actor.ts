import { Injectable } from '@nestjs/common';
import { Database, INSTALLATION, systemActor, UnitOfWork, type Actor, type Via } from '@tallgrunn/platform';
import { ListMemberships } from './list-memberships.ts';
import { People } from './store/people.ts';

const NO_ACTOR = systemActor('00000000-0000-0000-0000-000000000000');

/**
 * Finds the actor of a command, without a sign-in: whoever runs commands has access to the database anyway. The audit
 * log records the channel (`via`).
 */
@Injectable()
export class FindActor {
  constructor(
    private readonly people: People,
    private readonly memberships: ListMemberships,
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  /** Returns an actor for every membership of the person with this e-mail address; empty when there is none. */
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

  /** Returns the system actor of the installation, followed by the system actor of each cooperative. */
  async all(via: Via): Promise<{ actor: Actor; cooperative: string }[]> {
    return [{ actor: systemActor(INSTALLATION, { via }), cooperative: '' }, ...(await this.system(via))];
  }

  /**
   * Returns the system actor of each cooperative. Background work (`via` 'job') leaves out cooperatives that move: their
   * rows may not change.
   */
  async system(via: Via): Promise<{ actor: Actor; cooperative: string }[]> {
    const rows = await this.units.run(NO_ACTOR, () =>
      this.database.query<{ id: string; name: string }>(
        `select c.id, c.name from identity.cooperative c where not ($1 and platform.is_moving(c.id)) order by c.name`,
        [via === 'job'],
      ),
    );
    return rows.map(({ id, name }) => ({ actor: systemActor(id, { via }), cooperative: name }));
  }
}
