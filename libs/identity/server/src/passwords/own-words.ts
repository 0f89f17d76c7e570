import { Injectable } from '@nestjs/common';
import { ListMemberships } from '../list-memberships.ts';
import type { Person } from '../store/person.ts';

/**
 * Lists texts that a person's password must not be based on: their name and e-mail address, and the names of their
 * organisations.
 */
@Injectable()
export class OwnWords {
  constructor(private readonly memberships: ListMemberships) {}

  async of({ id, name, email }: Pick<Person, 'id' | 'name' | 'email'>): Promise<string[]> {
    const memberships = await this.memberships.run(id);
    return [
      name,
      email,
      ...memberships.flatMap(({ organisation, cooperative }) => [organisation.name, cooperative.name]),
    ];
  }
}
