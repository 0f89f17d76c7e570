import { testTerms } from '@tallgrunn/agreements-server/testing';
import type { RouteCase } from './route-case.ts';

const base = (world: { agreement: { agreementId: string } }) => `/agreements/${world.agreement.agreementId}`;
const readers = ['clerk', 'supplierAdministrator'] as const;

/** A version of terms, read in one way or another, of an agreement the supplier is no party of. */
const read = (route: string, path: string): RouteCase => ({ route: `GET /agreements/:agreementId${route}`, names: true, call: (by, { agreementOfOther }) => by.get(`/agreements/${agreementOfOther}${path}`), strangers: readers });

/** The terms of an agreement, and trying them before they hold. */
export const termsCases: readonly RouteCase[] = [
  read('/terms', '/terms'),
  read('/terms/:version', '/terms/1'),
  read('/terms/:version/columns', '/terms/1/columns'),
  read('/terms/:version/line-schema', '/terms/1/line-schema'),
  read('/terms-difference', '/terms-difference?from=1&to=1'),
  { route: 'POST /agreements/:agreementId/terms', names: true, call: (by, world) => by.post(`${base(world)}/terms`, { document: testTerms, holdsFrom: '2026-07-01' }), owner: 'manager' },
  { route: 'POST /agreements/:agreementId/terms-trials', names: true, call: (by, world) => by.post(`${base(world)}/terms-trials`, { document: testTerms }), owner: 'manager' },
];
