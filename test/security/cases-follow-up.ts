import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import type { Member, World } from './world.ts';

/** SQL condition on `follow_up.supplier_case` for the rows that a member may see. */
const visible = (world: World, member: Member): string =>
  `${ownRowsSql(world, member, { supplier: 'supplier_id', buyer: 'buyer_id' })}${member.side === 'supplier' ? ' and is_shared' : ''}`;

const act = (
  verb: string,
  which: 'toCloseId' | 'toReopenId' | 'toApproveId' | 'toDeclineId',
  body: object,
): RouteCase => ({
  route: `POST /cases/:caseId/${verb}`,
  names: true,
  call: (by, { followUp }) => by.post(`/cases/${followUp[which]}/${verb}`, body),
  owner: 'manager',
});

/** Cases with suppliers, suppliers' requests, buyers' challenges and responsible persons. */
export const followUpCases: readonly RouteCase[] = [
  {
    route: 'GET /cases',
    names: false,
    call: (by) => by.get('/cases'),
    rows: rowValues('id'),
    truth: (world, member) => `select id::text as row from follow_up.supplier_case where ${visible(world, member)}`,
  },
  {
    route: 'GET /cases/:caseId',
    names: true,
    call: (by, { followUp }) => by.get(`/cases/${followUp.sharedCaseId}`),
    strangers: ['otherSupplier', 'buyer', 'buyerAdministrator', 'otherBuyer'],
    rows: ({ body }) => (body.entries as { id: string }[]).map(({ id }) => id),
    truth: ({ followUp }, { side }) =>
      `select id::text as row from follow_up.case_entry where case_id = '${followUp.sharedCaseId}'${side === 'supplier' ? ' and not is_internal' : ''}`,
  },
  {
    route: 'GET /cases/:caseId',
    names: true,
    call: (by, { followUp }) => by.get(`/cases/${followUp.internalCaseId}`),
    strangers: ['clerk', 'supplierAdministrator', 'otherSupplier', 'buyer', 'buyerAdministrator', 'otherBuyer'],
  },
  {
    route: 'GET /cases/:caseId',
    names: true,
    call: (by, { followUp }) => by.get(`/cases/${followUp.challengeId}`),
    strangers: ['otherSupplier', 'otherBuyer'],
  },
  {
    route: 'POST /cases',
    names: true,
    call: (by, { members }) =>
      by.post('/cases', { kind: 'late', supplierId: members.clerk.organisationId, note: 'Ring.' }),
    owner: 'manager',
  },
  {
    route: 'POST /cases',
    names: true,
    call: (by, { members, agreement }) =>
      by.post('/cases', {
        kind: 'late',
        supplierId: members.clerk.organisationId,
        subjects: [{ kind: 'obligation', obligationId: agreement.obligations['2026-01'] }],
      }),
    owner: 'manager',
  },
  {
    route: 'POST /cases/:caseId/entries',
    names: true,
    call: (by, { followUp }) => by.post(`/cases/${followUp.sharedCaseId}/entries`, { kind: 'message', body: 'Takk.' }),
    strangers: ['otherSupplier', 'buyer', 'buyerAdministrator', 'otherBuyer'],
    owner: 'clerk',
  },
  {
    route: 'POST /cases/:caseId/entries',
    names: true,
    call: (by, { followUp }) => by.post(`/cases/${followUp.internalCaseId}/entries`, { kind: 'message', body: 'x' }),
    strangers: ['clerk', 'supplierAdministrator', 'otherSupplier', 'buyer', 'buyerAdministrator', 'otherBuyer'],
    owner: 'manager',
  },
  {
    route: 'PATCH /cases/:caseId',
    names: true,
    call: (by, { followUp }) => by.patch(`/cases/${followUp.sharedCaseId}`, { nextOn: '2027-01-04' }),
    owner: 'manager',
  },
  act('close', 'toCloseId', { outcome: 'resolved' }),
  act('reopen', 'toReopenId', { reason: 'Kom ikke.' }),
  act('approve', 'toApproveId', { reason: 'Rettet.' }),
  act('decline', 'toDeclineId', { reason: 'Meld til Brreg.' }),
  {
    route: 'POST /supplier-requests',
    names: true,
    call: (by, { agreement }) =>
      by.post('/supplier-requests', {
        kind: 'exemption-request',
        reason: 'Stengt.',
        obligationId: agreement.obligations['2026-04'],
      }),
    strangers: ['otherSupplier'],
    owner: 'clerk',
  },
  {
    route: 'POST /line-challenges',
    names: true,
    call: (by, { followUp }) =>
      by.post('/line-challenges', { ...followUp.lineOfOtherBuyer, about: 'price', body: 'For dyrt.' }),
    strangers: ['buyer', 'buyerAdministrator'],
    owner: 'otherBuyer',
  },
  {
    route: 'POST /report-versions/:versionId/request-correction',
    names: true,
    call: (by, { versions }) =>
      by.post(`/report-versions/${versions.accepted}/request-correction`, { message: 'Antall mangler.' }),
    owner: 'manager',
  },
  {
    route: 'POST /responsibilities/hand-over',
    names: true,
    call: (by, { parties, followUp }) =>
      by.post('/responsibilities/hand-over', {
        fromPersonId: followUp.administratorId,
        toPersonId: parties.manager.actor.personId,
      }),
    owner: 'administrator',
    foreign: { status: 422, why: 'whoever takes over is no contract manager of the cooperative' },
  },
  { route: 'GET /responsibilities', names: false, call: (by) => by.get('/responsibilities') },
  {
    route: 'POST /suppliers/:supplierId/conversations',
    names: true,
    call: (by, { members }) =>
      by.post(`/suppliers/${members.clerk.organisationId}/conversations`, {
        ...{ kind: 'phone-call', body: 'Ringte om fakturaene.', happenedOn: '2026-04-01' },
      }),
    owner: 'manager',
  },
  { route: 'GET /case-rule', names: false, call: (by) => by.get('/case-rule') },
  {
    route: 'PUT /case-rule',
    names: false,
    call: (by) => by.put('/case-rule', { isEnabled: true, lateWorkingDays: 5 }),
    owner: 'manager',
  },
  {
    route: 'GET /agreements/:agreementId/declaration-coverage',
    names: true,
    call: (by, { agreement }) => by.get(`/agreements/${agreement.agreementId}/declaration-coverage`),
  },
  {
    route: 'GET /agreements/:agreementId/missing-declarations',
    names: true,
    call: (by, { agreement }) => by.get(`/agreements/${agreement.agreementId}/missing-declarations`),
  },
  {
    route: 'GET /suppliers/:supplierId/overview',
    names: true,
    call: (by, { members }) => by.get(`/suppliers/${members.clerk.organisationId}/overview`),
    rows: ({ body }) => (body.cases as { id: string }[]).map(({ id }) => id),
    truth: ({ cooperativeId, members }) =>
      `select id::text as row from follow_up.supplier_case where cooperative_id = '${cooperativeId}' and supplier_id = '${members.clerk.organisationId}'`,
  },
  {
    route: 'GET /suppliers/:supplierId/meeting-sheet',
    names: true,
    call: (by, { members }) => by.get(`/suppliers/${members.clerk.organisationId}/meeting-sheet`),
  },
  {
    route: 'GET /contract-managers',
    names: false,
    call: (by) => by.get('/contract-managers'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select person_id::text as row from identity.membership where cooperative_id = '${cooperativeId}' and role = 'contract-manager' and ended_at is null`,
  },
  {
    route: 'POST /agreements/:agreementId/assign-owner',
    names: true,
    call: (by, { agreement, parties }) =>
      by.post(`/agreements/${agreement.agreementId}/assign-owner`, { personId: parties.manager.actor.personId }),
    owner: 'manager',
  },
  {
    route: 'POST /obligations/:obligationId/extend',
    names: true,
    call: (by, { agreement }) =>
      by.post(`/obligations/${agreement.obligations['2026-04']}/extend`, { dueOn: '2027-01-04', reason: 'Sykdom.' }),
    owner: 'manager',
  },
  {
    route: 'POST /obligations/:obligationId/revoke-extension',
    names: true,
    call: (by, { agreement }) => by.post(`/obligations/${agreement.obligations['2026-04']}/revoke-extension`),
    owner: 'manager',
  },
  {
    route: 'POST /obligations/report-nil',
    names: true,
    call: (by, { obligationsOfOther }) =>
      by.post('/obligations/report-nil', { obligationIds: [obligationsOfOther['2026-01']] }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
];
