import type { Role, Side } from '@tallgrunn/api-client';

/** GET /api/v1/colleagues: who can act for the organisation, and who is invited. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly state: 'member' | 'invited';
  readonly since: string;
  readonly expiresAt: string | null;
}

/** POST /api/v1/colleagues/invitations answers with the personal link, for those whose letters do not arrive. */
export interface SentInvitation {
  readonly id: string;
  readonly link: string;
  readonly expiresAt: string;
}

/** The roles an organisation of each kind can give, the most given first. */
export const rolesToGive: Record<Side, readonly Role[]> = {
  supplier: ['supplier-clerk', 'supplier-administrator'],
  buyer: ['buyer', 'buyer-administrator'],
  cooperative: ['contract-manager', 'administrator'],
};
