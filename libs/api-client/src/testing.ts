export { BrowserStore } from './testing/browser-store.ts';
import type { Membership, SessionView } from './session/session-view.ts';

export const supplierMembership: Membership = {
  id: 'm1',
  organisation: { id: 'o1', name: 'Finnskog Storkjøkken Engros', kind: 'supplier' },
  cooperative: { id: 'c1', name: 'RIIK' },
  role: 'supplier-clerk',
  endsAt: null,
};

/** A session for tests of pages: signed in as a supplier's clerk unless told otherwise. */
export function sessionView(changes: Partial<SessionView> = {}): SessionView {
  return {
    person: { id: 'p1', name: 'Kari Nordmann', email: 'kari@finnskog.example' },
    memberships: [supplierMembership],
    acting: 'm1',
    permissions: ['colleague.read', 'obligation.read', 'report.read', 'report.submit'],
    csrfToken: 'token',
    awaitedFactors: [],
    requiresSecondFactor: false,
    instance: { demo: true, mail: 'stored', asOf: '2026-04-14', loading: null, version: '0.1.0' },
    ...changes,
  };
}
