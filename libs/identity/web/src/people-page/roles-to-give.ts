import type { Role, Side } from '@tallgrunn/api-client';

/** The roles an organisation of each kind can give, the most given first. */
export const rolesToGive: Record<Side, readonly Role[]> = {
  supplier: ['supplier-clerk', 'supplier-administrator'],
  buyer: ['buyer', 'buyer-administrator', 'reader'],
  cooperative: ['contract-manager', 'administrator', 'reader', 'auditor'],
};
