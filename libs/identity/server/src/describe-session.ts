import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { allows, CONFIG, Instance, permissions, type ActingRequest, type Config, type PermissionName } from '@tallgrunn/platform';
import { ListMemberships } from './list-memberships.ts';
import { People } from './store/people.ts';
import type { SessionShape } from './session.shape.ts';
import './session-data.ts';

const VERSION = '0.1.0';

/** What a page needs to know first: who is signed in, for whom they can act and do act, and what this installation is. */
@Injectable()
export class DescribeSession {
  constructor(
    private readonly people: People,
    private readonly memberships: ListMemberships,
    private readonly instance: Instance,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run({ session }: ActingRequest): Promise<SessionShape> {
    session.csrfToken ??= randomBytes(24).toString('base64url');
    const person = session.personId ? await this.people.byId(session.personId) : null;
    const memberships = person ? await this.memberships.run(person.id) : [];
    const acting = memberships.find(({ id }) => id === session.membershipId) ?? (memberships.length === 1 ? memberships[0] : undefined);
    session.membershipId = acting?.id;
    const state = await this.instance.state();
    return {
      person: person && { id: person.id, name: person.name, email: person.email, language: person.language },
      memberships,
      acting: acting?.id ?? null,
      permissions: acting ? (Object.keys(permissions) as PermissionName[]).filter((name) => allows(acting.role, name)) : [],
      csrfToken: session.csrfToken,
      instance: { demo: state.demo, mail: this.config.smtpUrl === null ? 'stored' : 'sent', asOf: state.asOf?.toISOString() ?? null, loading: state.loading, version: VERSION },
    };
  }
}
