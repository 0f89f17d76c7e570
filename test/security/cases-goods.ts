import { pactFootprint } from '@tallgrunn/declarations-server/testing';
import { each, own, type RouteCase } from './route-case.ts';

const another = JSON.stringify([pactFootprint({ id: '6a6cbe91-4ce9-4ae1-8c3e-2f1f0a4d4f02', productIds: ['urn:pact:finnskog:30118'] })]);

/** catalogue, factor book and declarations. */
export const goodsCases: readonly RouteCase[] = [
  { route: 'GET /categories', names: false, call: (by) => by.get('/categories'), rows: each('code'), truth: () => 'select code as row from catalogue.category' },
  { route: 'GET /factors', names: false, call: (by) => by.get('/factors') },
  { route: 'GET /factors/accounts', names: false, call: (by) => by.get('/factors/accounts') },
  {
    route: 'GET /declarations',
    names: false,
    call: (by) => by.get('/declarations'),
    rows: each('id'),
    truth: (world, member) => `select id::text as row from declarations.declaration where ${own(world, member, { supplier: 'supplier_id' })}`,
  },
  { route: 'GET /declarations/:declarationId', names: true, call: (by, { declarationId }) => by.get(`/declarations/${declarationId}`), strangers: ['otherSupplier'] },
  {
    route: 'POST /declarations/footprints/:footprintId/items',
    names: true,
    call: (by, { footprintId }) => by.post(`/declarations/footprints/${footprintId}/items`, { itemNumber: '30118', verdict: 'linked', reason: 'Samme vare.' }),
    strangers: ['otherSupplier'],
    owner: 'clerk',
  },
  {
    route: 'POST /declarations',
    names: true,
    call: (by, { members }) => by.upload('/declarations', { name: 'fotavtrykk-2.json', content: another }, { supplierId: members.clerk.organisationId }),
    namedBy: ['cooperative'],
    owner: 'manager',
  },
];
