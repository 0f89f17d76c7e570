import type { Actor } from '@tallgrunn/platform';
import type { Membership } from './list-memberships.ts';

/** Returns the actor for a person and one of their memberships, for requests from the web. */
export function buildActor(personId: string, membership: Membership): Actor {
  return {
    personId,
    membershipId: membership.id,
    cooperativeId: membership.cooperative.id,
    organisationId: membership.organisation.id,
    side: membership.organisation.kind,
    role: membership.role,
    via: 'web',
  };
}
