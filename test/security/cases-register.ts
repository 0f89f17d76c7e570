import { rowValues, type RouteCase } from './route-case.ts';
import type { World } from './world.ts';

const at = (path: string) => (world: World) => `/agreements/${world.agreement.agreementId}${path}`;
const of = (path: string) => (world: World) => `/agreement-imports/${world.registerImportId}${path}`;
const registerCsv = 'Saksnr;Avtale;Startdato;Leverandør;Org.nr\n26/1;Renhold;01.01.2026;Ny Leverandør AS;999999999\n';

/** Changes to existing agreements, and imports of contract registers. */
export const registerCases: readonly RouteCase[] = [
  {
    route: 'POST /parties',
    names: false,
    call: (by) => by.post('/parties', { kind: 'supplier', name: 'Helt Ny AB' }),
    owner: 'manager',
  },
  {
    route: 'POST /set-up/agreements',
    names: false,
    call: (by) =>
      by.post('/set-up/agreements', { number: 'A-99', title: 'Ny', startsOn: '2026-01-01', suppliers: [], buyers: [] }),
    owner: 'manager',
  },
  {
    route: 'POST /set-up/tables/:table',
    names: false,
    call: (by) =>
      by.upload('/set-up/tables/parties', { name: 'parter.csv', content: 'kind;name\nsupplier;Enda En Leverandør\n' }),
    owner: 'manager',
  },
  { route: 'GET /clause-packages', names: false, call: (by) => by.get('/clause-packages') },
  { route: 'GET /clause-packages/:package', names: false, call: (by) => by.get('/clause-packages/monthly-food') },
  {
    route: 'PATCH /agreements/:agreementId',
    names: true,
    call: (by, world) => by.patch(at('')(world), { documentNumber: '12' }),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/lots',
    names: true,
    call: (by, world) => by.post(at('/lots')(world), { key: 'Ny', title: 'Ny' }),
    owner: 'manager',
  },
  {
    route: 'PATCH /agreements/:agreementId/lots/:lotId',
    names: true,
    call: (by, world) => by.patch(at(`/lots/${world.agreement.lots['1A']}`)(world), { technique: 'ranked' }),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/opening-amounts',
    names: true,
    call: (by, world) =>
      by.post(at('/opening-amounts')(world), {
        beforeMonth: '2026-02',
        source: 'Regnskapet',
        sourceOn: '2026-02-01',
        amounts: [{ supplierId: world.members.clerk.organisationId, amount: '1000' }],
      }),
    owner: 'manager',
  },
  {
    route: 'PUT /agreements/:agreementId/options',
    names: true,
    call: (by, world) => by.put(at('/options')(world), { options: [{ number: 1, extendsTo: '2030-12-31' }] }),
    owner: 'manager',
  },
  {
    route: 'GET /agreements/:agreementId/options/:number/exercise-preview',
    names: true,
    call: (by, world) => by.get(at('/options/1/exercise-preview')(world)),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/options/:number/exercise',
    names: true,
    call: (by, world) => by.post(at('/options/1/exercise')(world), { lastDayAfter: null }),
    owner: 'manager',
  },
  {
    route: 'GET /agreements/:agreementId/options/:number/revoke-preview',
    names: true,
    call: (by, world) => by.get(at('/options/1/revoke-preview')(world)),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/options/:number/revoke-exercise',
    names: true,
    call: (by, world) => by.post(at('/options/1/revoke-exercise')(world), { lastDayAfter: null }),
    owner: 'manager',
  },
  { route: 'GET /set-up/progress', names: false, call: (by) => by.get('/set-up/progress') },
  {
    route: 'PUT /agreements/:agreementId/contacts',
    names: true,
    call: (by, world) => by.put(at('/contacts')(world), { contacts: [{ name: 'Kari', role: 'contract' }] }),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/suppliers',
    names: true,
    call: (by, world) =>
      by.post(at('/suppliers')(world), {
        supplierId: world.members.otherSupplier.organisationId,
        lots: ['1A'],
        untilOn: '2029-12-31',
      }),
    owner: 'manager',
  },
  {
    route: 'PATCH /agreements/:agreementId/suppliers/:agreementSupplierId',
    names: true,
    call: (by, world) => by.patch(at(`/suppliers/${world.holdingId}`)(world), { clauseStatus: 'sent' }),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/participations',
    names: true,
    call: (by, world) =>
      by.post(at('/participations')(world), {
        buyerId: world.members.buyer.organisationId,
        fromOn: '2025-01-01',
        untilOn: '2025-12-31',
      }),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/participations/:buyerId/end',
    names: true,
    call: (by, world) =>
      by.post(at(`/participations/${world.members.otherBuyer.organisationId}/end`)(world), { untilOn: null }),
    owner: 'manager',
  },
  {
    route: 'GET /agreement-imports',
    names: false,
    call: (by) => by.get('/agreement-imports'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from agreements.agreement_import where cooperative_id = '${cooperativeId}' and state <> 'dropped'`,
  },
  {
    route: 'GET /onboarding',
    names: false,
    call: (by) => by.get('/onboarding'),
    rows: rowValues('supplierId'),
    truth: ({ cooperativeId }) =>
      `select distinct supplier_id::text as row from agreements.agreement_supplier where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'POST /agreement-imports',
    names: false,
    call: (by) => by.upload('/agreement-imports', { name: 'avtaler.csv', content: registerCsv }),
    owner: 'manager',
  },
  { route: 'GET /agreement-imports/:importId', names: true, call: (by, world) => by.get(of('')(world)) },
  {
    route: 'PUT /agreement-imports/:importId/columns',
    names: true,
    call: (by, world) =>
      by.put(of('/columns')(world), {
        columns: {
          caseNumber: 'Saksnr',
          title: 'Avtale',
          startsOn: 'Startdato',
          supplierName: 'Leverandør',
          supplierNumber: 'Org.nr',
        },
      }),
    owner: 'manager',
  },
  {
    route: 'PUT /agreement-imports/:importId/answers',
    names: true,
    call: (by, world) => by.put(of('/answers')(world), { answers: world.registerAnswers }),
    owner: 'manager',
  },
  {
    route: 'POST /agreement-imports/:importId/apply',
    names: true,
    call: (by, world) => by.post(of('/apply')(world)),
    owner: 'manager',
  },
  {
    route: 'DELETE /agreement-imports/:importId',
    names: true,
    call: (by, world) => by.delete(`/agreement-imports/${world.secondImportId}`),
    owner: 'manager',
  },
];
