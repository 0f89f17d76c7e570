import type { Actor } from '@tallgrunn/platform';
import type { Membership } from './list-memberships.ts';

/** A person acting as one of their memberships, from the pages. */
export function actorOf(personId: string, membership: Membership): Actor {
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
