import type { Role } from '@tallgrunn/api-client';
import { rooms } from '../rooms.ts';
import { frontOf, placesFor } from './navigation.ts';

describe('navigation', () => {
  const roles: Role[] = ['contract-manager', 'administrator', 'auditor', 'supplier-clerk', 'supplier-administrator', 'buyer', 'buyer-administrator'];

  it.each(roles)('shows %s at most six places, all of them standing', (role) => {
    const standing = new Set(['people', 'audit', ...rooms.map((room) => room.path?.split('/')[0])]);
    expect(placesFor(role).length).toBeLessThanOrEqual(6);
    for (const place of placesFor(role)) expect(standing).toContain(place);
  });

  it('leads nobody to a room that is not built, and strangers nowhere', () => {
    expect(placesFor(null)).toEqual([]);
    for (const role of roles) expect([null, ...placesFor(role)]).toContain(frontOf(role));
  });
});
