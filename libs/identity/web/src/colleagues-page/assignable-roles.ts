import type { Role, Side } from '@tallgrunn/api-client';

/** Roles available in each kind of organisation, most common first. */
export const assignableRoles: Record<Side, readonly Role[]> = {
  supplier: ['supplier-clerk', 'supplier-administrator'],
  buyer: ['buyer', 'buyer-administrator', 'reader'],
  cooperative: ['contract-manager', 'administrator', 'reader', 'auditor'],
};
