import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import type { Who, World } from './world.ts';

const strangers: readonly Who[] = ['otherSupplier'];
const supplierOf = (world: World) => world.members.clerk.organisationId;
const pairOf = (world: World) => `agreementId=${world.agreement.agreementId}&supplierId=${supplierOf(world)}`;
const penalty = ({ claims }: World) => `/obligations/${claims.lateObligationId}/penalty`;
const claim = (world: World, which: keyof World['claims']['claims']) => `/claims/${world.claims.claims[which]}`;
const read = (route: string, path: (world: World) => string): RouteCase => ({
  route: `GET ${route}`,
  names: false,
  call: (by, world) => by.get(path(world)),
});
const readClaim = (part: string): RouteCase => ({
  route: `GET /claims/:claimId${part}`,
  names: true,
  call: (by, world) => by.get(`${claim(world, 'settled')}${part}`),
  strangers,
});
const act = (route: string, owner: Who, call: RouteCase['call'], others: readonly Who[] = []): RouteCase => ({
  route,
  names: true,
  owner,
  call,
  ...(others.length > 0 && { strangers: others }),
});

/** Penalties, price deviations and claims. */
export const claimCases: readonly RouteCase[] = [
  read('/penalties', () => '/penalties'),
  {
    ...read('/received-penalties', () => '/received-penalties'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from follow_up.penalty_decision where ${ownRowsSql(world, member, { supplier: 'supplier_id' })} and decision <> 'waive' and not requires_second_approval`,
  },
  { route: 'GET /obligations/:obligationId/penalty', names: true, call: (by, world) => by.get(penalty(world)) },
  act('POST /obligations/:obligationId/penalty/decide', 'manager', (by, world) =>
    by.post(`${penalty(world)}/decide`, { decision: 'warn', reason: 'For sent' }),
  ),
  {
    ...act('GET /penalty-decisions/:decisionId/letter', 'manager', (by, { claims }) =>
      by.get(`/penalty-decisions/${claims.decisionIds[0]}/letter`),
    ),
  },
  act('PUT /penalty-decisions/:decisionId/letter', 'manager', (by, { claims }) =>
    by.put(`/penalty-decisions/${claims.decisionIds[0]}/letter`, { subject: 'Krav', text: 'Hei' }),
  ),
  act('POST /penalty-decisions/:decisionId/withdraw', 'manager', (by, { claims }) =>
    by.post(`/penalty-decisions/${claims.decisionIds[1]}/withdraw`, { reason: 'Feil' }),
  ),
  {
    ...act('POST /penalty-decisions/:decisionId/approve', 'manager', (by, { claims }) =>
      by.post(`/penalty-decisions/${claims.largeDecisionId}/approve`),
    ),
  },
  read('/penalty-exclusions', (world) => `/penalty-exclusions?supplierId=${supplierOf(world)}`),
  act('POST /penalty-exclusions', 'manager', (by, world) =>
    by.post('/penalty-exclusions', {
      supplierId: supplierOf(world),
      from: '2026-02-17',
      to: '2026-02-18',
      reason: 'Streik',
    }),
  ),
  act('POST /penalty-exclusions/:exclusionId/revoke', 'manager', (by, { claims }) =>
    by.post(`/penalty-exclusions/${claims.exclusionId}/revoke`),
  ),
  {
    ...read('/price-deviations', () => '/price-deviations'),
    rows: ({ body }) =>
      (body as { agreement: { id: string }; basis: string; currency: string }[]).map(
        ({ agreement, basis, currency }) => `${agreement.id} ${basis} ${currency}`,
      ),
    truth: ({ cooperativeId }) =>
      `select distinct agreement_id || ' ' || basis || ' ' || currency as row from follow_up.price_comparison_month where cooperative_id = '${cooperativeId}'`,
  },
  read('/price-deviations/lines', (world) => `/price-deviations/lines?${pairOf(world)}`),
  read('/price-deviations/off-assortment', (world) => `/price-deviations/off-assortment?${pairOf(world)}`),
  read('/price-deviations/months', (world) => `/price-deviations/months?${pairOf(world)}`),
  read('/price-deviations/spread', (world) => `/price-deviations/spread?${pairOf(world)}`),
  read('/price-deviations/workbook', (world) => `/price-deviations/workbook?${pairOf(world)}`),
  act('POST /price-deviations/accept', 'manager', (by, { claims }) =>
    by.post('/price-deviations/accept', {
      lines: [{ basis: 'reported', documentId: claims.documentId, lineNo: 1 }],
      reason: 'Avtalt',
    }),
  ),
  act('POST /accepted-deviations/:acceptedId/revoke', 'manager', (by, { claims }) =>
    by.post(`/accepted-deviations/${claims.acceptedDeviationId}/revoke`),
  ),
  {
    ...read('/claims', () => '/claims'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from follow_up.claim where ${ownRowsSql(world, member, { supplier: 'supplier_id' })} and (sent_at is not null or ${member.side === 'cooperative'})`,
  },
  read('/claims/recovered', () => '/claims/recovered'),
  readClaim(''),
  readClaim('/lines'),
  readClaim('/workbook'),
  readClaim('/letter'),
  act('POST /claims', 'manager', (by, world) =>
    by.post('/claims', {
      agreementId: world.agreement.agreementId,
      supplierId: supplierOf(world),
      basis: 'reported',
      lines: [{ documentId: world.claims.documentId, lineNo: 2 }],
    }),
  ),
  act('PUT /claims/:claimId/letter', 'manager', (by, world) =>
    by.put(`${claim(world, 'edited')}/letter`, { subject: 'Krav', text: 'Hei' }),
  ),
  act('POST /claims/:claimId/send', 'manager', (by, world) => by.post(`${claim(world, 'sent')}/send`)),
  act('POST /claims/:claimId/record-outcome', 'manager', (by, world) =>
    by.post(`${claim(world, 'recorded')}/record-outcome`, { outcome: 'agreed', reason: 'Enige' }),
  ),
  act('POST /claims/:claimId/withdraw', 'manager', (by, world) =>
    by.post(`${claim(world, 'withdrawn')}/withdraw`, { reason: 'Feil' }),
  ),
  act(
    'POST /claims/:claimId/respond',
    'clerk',
    (by, world) => by.post(`${claim(world, 'answered')}/respond`, { answer: 'dispute', text: 'Linje 1 er feil' }),
    strangers,
  ),
  {
    route: 'GET /claims/:claimId/credit-candidates',
    names: true,
    call: (by, world) => by.get(`${claim(world, 'credited')}/credit-candidates`),
  },
  act('POST /claims/:claimId/credits', 'manager', (by, world) =>
    by.post(`${claim(world, 'credited')}/credits`, {
      basis: 'reported',
      documentId: world.claims.documentId,
      lineNo: world.claims.creditLineNo,
    }),
  ),
  act('POST /claim-credits/:creditId/revoke', 'manager', (by, { claims }) =>
    by.post(`/claim-credits/${claims.creditId}/revoke`),
  ),
];
