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
    route: 'GET /product-groups',
    names: false,
    call: (by) => by.get('/product-groups'),
    rows: rowValues('code'),
    truth: () => 'select code as row from catalogue.product_group',
  },
  { route: 'GET /items', names: false, call: (by) => by.get('/items') },
  {
    route: 'POST /items/classify',
    names: true,
    call: (by, { members }) =>
      by.post('/items/classify', {
        items: [{ supplierId: members.clerk.organisationId, itemNumber: '00512' }],
        product: 'beef',
        reason: 'Det er storfe.',
      }),
    owner: 'manager',
  },
  { route: 'GET /emission-factors', names: false, call: (by) => by.get('/emission-factors') },
  { route: 'GET /account-map', names: false, call: (by) => by.get('/account-map') },
  { route: 'GET /factor-sets', names: false, call: (by) => by.get('/factor-sets') },
  {
    route: 'GET /emission-factors/compare',
    names: false,
    call: (by) => by.get('/emission-factors/compare?text=Storfe&quantity=1&per=kg'),
  },
  {
    route: 'GET /factor-assignments',
    names: false,
    call: (by) => by.get('/factor-assignments'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from factor_book.factor_assignment where cooperative_id = '${cooperativeId}'`,
  },
  { route: 'GET /factor-assignments/approvers', names: false, call: (by) => by.get('/factor-assignments/approvers') },
  {
    route: 'POST /factor-assignments',
    names: false,
    call: (by) => by.post('/factor-assignments', sampleAssignment),
    owner: 'manager',
  },
  {
    route: 'POST /approval-delegations',
    names: true,
    call: (by, { factors }) =>
      by.post('/approval-delegations', {
        deputyId: factors.approverId,
        fromOn: '2026-07-01',
        untilOn: '2026-07-31',
      }),
    owner: 'manager',
    foreign: { status: 422, why: 'no colleague of theirs' },
  },
  { route: 'GET /category-mappings', names: false, call: (by) => by.get('/category-mappings?system=item') },
  {
    route: 'GET /mapping-corrections',
    names: false,
    call: (by) => by.get('/mapping-corrections'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from catalogue.mapping_correction where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'POST /mapping-corrections',
    names: true,
    call: (by, { members }) =>
      by.post('/mapping-corrections', {
        system: 'item',
        codes: [`${members.clerk.organisationId}:30118`],
        product: 'milk',
        reason: 'Det er melk.',
      }),
    owner: 'manager',
  },
  {
    route: 'POST /mapping-corrections/:correctionId/revoke',
    names: true,
    call: (by, { factors }) =>
      by.post(`/mapping-corrections/${factors.correctionId}/revoke`, { reason: 'Likevel ikke.' }),
    owner: 'manager',
  },
  {
    route: 'GET /approval-delegations',
    names: false,
    call: (by) => by.get('/approval-delegations'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from factor_book.approval_delegation where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'POST /approval-delegations/:delegationId/end',
    names: true,
    call: (by, { factors }) => by.post(`/approval-delegations/${factors.deputyId}/end`, {}),
    owner: 'manager',
  },
  {
    route: 'POST /factor-assignments/:assignmentId/withdraw',
    names: true,
    call: (by, { factors }) => by.post(`/factor-assignments/${factors.regretted}/withdraw`, {}),
    owner: 'manager',
  },
  {
    route: 'POST /factor-assignments/:assignmentId/propose',
    names: true,
    call: (by, { factors }) =>
      by.post(`/factor-assignments/${factors.draft}/propose`, { approverId: factors.approverId }),
    owner: 'manager',
  },
  {
    route: 'POST /factor-assignments/:assignmentId/decide',
    names: true,
    call: (by, { factors }) => by.post(`/factor-assignments/${factors.proposed}/decide`, { verdict: 'rejected' }),
    owner: 'administrator',
  },
  {
    route: 'POST /factor-assignments/:assignmentId/end',
    names: true,
    call: (by, { factors }) => by.post(`/factor-assignments/${factors.approved}/end`, { untilOn: '2036-12-31' }),
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
    route: 'POST /footprints/:footprintId/item-links',
    names: true,
    call: (by, { footprintId }) =>
      by.post(`/footprints/${footprintId}/item-links`, {
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
    route: 'GET /declarations/:declarationId/attachments/:attachmentId',
    names: true,
    call: (by, { declarationId, evidenceId }) => by.get(`/declarations/${declarationId}/attachments/${evidenceId}`),
    strangers: ['otherSupplier'],
  },
  {
    route: 'POST /declarations/:declarationId/attachments',
    names: true,
    call: (by, { declarationId }) =>
      by.upload(
        `/declarations/${declarationId}/attachments`,
        { name: 'epd.pdf', content: samplePdf('2').toString() },
        {},
      ),
    strangers: ['otherSupplier'],
    owner: 'clerk',
  },
  {
    route: 'POST /footprints/review',
    names: true,
    call: (by, { footprintId }) =>
      by.post('/footprints/review', {
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
