import { pactFootprint } from '@tallgrunn/declarations-server/testing';
import { samplePdf } from '@tallgrunn/formats/testing';
import { sampleAssignment } from './factors-world.ts';
import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';

const another = JSON.stringify([
  pactFootprint({ id: '6a6cbe91-4ce9-4ae1-8c3e-2f1f0a4d4f02', productIds: ['urn:pact:finnskog:30118'] }),
]);

/** catalogue, emission factors and declarations. */
export const goodsCases: readonly RouteCase[] = [
  {
    route: 'GET /categories',
    names: false,
    call: (by) => by.get('/categories'),
    rows: rowValues('code'),
    truth: () => 'select code as row from catalogue.category',
  },
  {
    route: 'GET /categories/products',
    names: false,
    call: (by) => by.get('/categories/products'),
    rows: rowValues('code'),
    truth: () => 'select code as row from catalogue.product',
  },
  { route: 'GET /categories/items', names: false, call: (by) => by.get('/categories/items') },
  {
    route: 'POST /categories/items',
    names: true,
    call: (by, { members }) =>
      by.post('/categories/items', {
        items: [{ supplierId: members.clerk.organisationId, itemNumber: '00512' }],
        product: 'beef',
        reason: 'Det er storfe.',
      }),
    owner: 'manager',
  },
  { route: 'GET /factors', names: false, call: (by) => by.get('/factors') },
  { route: 'GET /factors/accounts', names: false, call: (by) => by.get('/factors/accounts') },
  { route: 'GET /factors/sets', names: false, call: (by) => by.get('/factors/sets') },
  {
    route: 'GET /factors/comparison',
    names: false,
    call: (by) => by.get('/factors/comparison?text=Storfe&quantity=1&per=kg'),
  },
  {
    route: 'GET /factors/choices',
    names: false,
    call: (by) => by.get('/factors/choices'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from factor_book.choice where cooperative_id = '${cooperativeId}'`,
  },
  { route: 'GET /factors/choices/approvers', names: false, call: (by) => by.get('/factors/choices/approvers') },
  {
    route: 'POST /factors/choices',
    names: false,
    call: (by) => by.post('/factors/choices', sampleAssignment),
    owner: 'manager',
  },
  {
    route: 'POST /factors/choices/deputies',
    names: true,
    call: (by, { factors }) =>
      by.post('/factors/choices/deputies', {
        deputyId: factors.approverId,
        fromOn: '2026-07-01',
        untilOn: '2026-07-31',
      }),
    owner: 'manager',
    foreign: { status: 422, why: 'no colleague of theirs' },
  },
  { route: 'GET /categories/mappings', names: false, call: (by) => by.get('/categories/mappings?system=item') },
  {
    route: 'GET /categories/corrections',
    names: false,
    call: (by) => by.get('/categories/corrections'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from catalogue.correction where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'POST /categories/corrections',
    names: true,
    call: (by, { members }) =>
      by.post('/categories/corrections', {
        system: 'item',
        codes: [`${members.clerk.organisationId}:30118`],
        product: 'milk',
        reason: 'Det er melk.',
      }),
    owner: 'manager',
  },
  {
    route: 'POST /categories/corrections/:correctionId/undo',
    names: true,
    call: (by, { factors }) =>
      by.post(`/categories/corrections/${factors.correctionId}/undo`, { reason: 'Likevel ikke.' }),
    owner: 'manager',
  },
  {
    route: 'GET /factors/choices/deputies',
    names: false,
    call: (by) => by.get('/factors/choices/deputies'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from factor_book.deputy where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'POST /factors/choices/deputies/:deputyId/end',
    names: true,
    call: (by, { factors }) => by.post(`/factors/choices/deputies/${factors.deputyId}/end`, {}),
    owner: 'manager',
  },
  {
    route: 'POST /factors/choices/:choiceId/withdrawal',
    names: true,
    call: (by, { factors }) => by.post(`/factors/choices/${factors.regretted}/withdrawal`, {}),
    owner: 'manager',
  },
  {
    route: 'POST /factors/choices/:choiceId/proposal',
    names: true,
    call: (by, { factors }) =>
      by.post(`/factors/choices/${factors.draft}/proposal`, { approverId: factors.approverId }),
    owner: 'manager',
  },
  {
    route: 'POST /factors/choices/:choiceId/verdict',
    names: true,
    call: (by, { factors }) => by.post(`/factors/choices/${factors.proposed}/verdict`, { verdict: 'rejected' }),
    owner: 'administrator',
  },
  {
    route: 'POST /factors/choices/:choiceId/end',
    names: true,
    call: (by, { factors }) => by.post(`/factors/choices/${factors.approved}/end`, { untilOn: '2036-12-31' }),
    owner: 'manager',
  },
  {
    route: 'GET /declarations',
    names: false,
    call: (by) => by.get('/declarations'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from declarations.declaration where ${ownRowsSql(world, member, { supplier: 'supplier_id' })}`,
  },
  {
    route: 'GET /declarations/:declarationId',
    names: true,
    call: (by, { declarationId }) => by.get(`/declarations/${declarationId}`),
    strangers: ['otherSupplier'],
  },
  {
    route: 'POST /declarations/footprints/:footprintId/items',
    names: true,
    call: (by, { footprintId }) =>
      by.post(`/declarations/footprints/${footprintId}/items`, {
        itemNumber: '30118',
        verdict: 'linked',
        reason: 'Samme vare.',
      }),
    strangers: ['otherSupplier'],
    owner: 'clerk',
  },
  {
    route: 'GET /declarations/:declarationId/file',
    names: true,
    call: (by, { declarationId }) => by.get(`/declarations/${declarationId}/file`),
    strangers: ['otherSupplier'],
  },
  {
    route: 'GET /declarations/:declarationId/evidence/:evidenceId',
    names: true,
    call: (by, { declarationId, evidenceId }) => by.get(`/declarations/${declarationId}/evidence/${evidenceId}`),
    strangers: ['otherSupplier'],
  },
  {
    route: 'POST /declarations/:declarationId/evidence',
    names: true,
    call: (by, { declarationId }) =>
      by.upload(`/declarations/${declarationId}/evidence`, { name: 'epd.pdf', content: samplePdf('2').toString() }, {}),
    strangers: ['otherSupplier'],
    owner: 'clerk',
  },
  {
    route: 'POST /declarations/decisions',
    names: true,
    call: (by, { footprintId }) =>
      by.post('/declarations/decisions', {
        footprintIds: [footprintId],
        verdict: 'to-clarify',
        reason: 'Hvilken vare?',
      }),
    owner: 'manager',
  },
  {
    route: 'POST /declarations',
    names: true,
    call: (by, { members }) =>
      by.upload(
        '/declarations',
        { name: 'fotavtrykk-2.json', content: another },
        { supplierId: members.clerk.organisationId },
      ),
    namedBy: ['cooperative'],
    owner: 'manager',
  },
];
