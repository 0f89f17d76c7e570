import { rowValues, type RouteCase } from './route-case.ts';

/** Access to an organisation, and changes to it. */
export const accessCases: readonly RouteCase[] = [
  {
    route: 'PUT /session/person',
    names: false,
    call: (by) => by.put('/session/person', { language: 'nb' }),
    owner: 'manager',
  },
  {
    route: 'POST /invitations/:invitationId/approve',
    names: true,
    call: (by, { access }) => by.post(`/invitations/${access.invitationToApprove}/approve`),
    strangers: ['administrator', 'buyerAdministrator'],
    owner: 'supplierAdministrator',
  },
  {
    route: 'POST /invitations/:invitationId/reject',
    names: true,
    call: (by, { access }) => by.post(`/invitations/${access.invitationToReject}/reject`),
    strangers: ['administrator', 'buyerAdministrator'],
    owner: 'supplierAdministrator',
  },
  {
    route: 'POST /memberships/:membershipId/change-role',
    names: true,
    call: (by, { passingMembershipId }) =>
      by.post(`/memberships/${passingMembershipId}/change-role`, { role: 'supplier-administrator' }),
    strangers: ['administrator', 'buyerAdministrator'],
    owner: 'supplierAdministrator',
  },
  {
    route: 'POST /memberships/:membershipId/end',
    names: true,
    call: (by, { passingMembershipId }) => by.post(`/memberships/${passingMembershipId}/end`, { reason: 'Sluttet.' }),
    strangers: ['buyerAdministrator'],
    owner: 'supplierAdministrator',
  },
  {
    route: 'GET /organisations/:organisationId/members',
    names: true,
    call: (by, { members }) => by.get(`/organisations/${members.clerk.organisationId}/members`),
    rows: rowValues('email'),
    truth: ({ cooperativeId, members }) =>
      `select p.email as row from identity.membership m join identity.person p on p.id = m.person_id
         where m.cooperative_id = '${cooperativeId}' and m.organisation_id = '${members.clerk.organisationId}' and m.ended_at is null
       union all select email from identity.invitation where cooperative_id = '${cooperativeId}' and organisation_id = '${members.clerk.organisationId}' and withdrawn_at is null
         and (accepted_at is null or (requires_approval and approved_at is null and rejected_at is null))`,
  },
  {
    route: 'POST /organisations/:organisationId/correct',
    names: true,
    call: (by, { members }) =>
      by.post(`/organisations/${members.otherSupplier.organisationId}/correct`, {
        name: 'Solgløtt Frukt AS',
        reason: 'Skrivefeil i navnet.',
      }),
    owner: 'manager',
  },
  {
    route: 'GET /organisations/:organisationId/merge-preview',
    names: true,
    call: (by, { members }) =>
      by.get(`/organisations/${members.otherBuyer.organisationId}/merge-preview?into=${members.buyer.organisationId}`),
    rows: ({ body }) =>
      (body.counts as { kind: string; moved: number }[])
        .filter(({ kind }) => kind === 'users')
        .map(({ moved }) => String(moved)),
    truth: ({ cooperativeId, members }) =>
      `select count(*)::text as row from identity.membership where cooperative_id = '${cooperativeId}' and organisation_id = '${members.otherBuyer.organisationId}'`,
  },
  {
    route: 'POST /organisations/:organisationId/merge',
    names: true,
    call: (by, { access }) =>
      by.post(`/organisations/${access.organisationToMerge}/merge`, {
        into: access.organisationThatStays,
        reason: 'Registrert to ganger.',
      }),
    owner: 'manager',
  },
  {
    route: 'GET /membership-endings',
    names: false,
    call: (by) => by.get('/membership-endings'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from identity.membership_ending where cooperative_id = '${cooperativeId}' and decision is null`,
  },
  {
    route: 'POST /membership-endings/:endingId/approve',
    names: true,
    call: (by, { access }) => by.post(`/membership-endings/${access.endingToApprove}/approve`),
    owner: 'administrator',
  },
  {
    route: 'POST /membership-endings/:endingId/reject',
    names: true,
    call: (by, { access }) => by.post(`/membership-endings/${access.endingToReject}/reject`),
    owner: 'administrator',
  },
  {
    route: 'GET /parties/without-users',
    names: false,
    call: (by) => by.get('/parties/without-users'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select o.id::text as row from identity.organisation o where o.cooperative_id = '${cooperativeId}' and o.kind <> 'cooperative' and o.id not in (select id from platform.merged_organisation)
         and not exists (select from identity.membership m where m.cooperative_id = o.cooperative_id and m.organisation_id = o.id and m.ended_at is null)`,
  },
  {
    route: 'POST /parties/invitations',
    names: false,
    call: (by, { members }) =>
      by.post('/parties/invitations', {
        invitations: [{ partyId: members.clerk.organisationId, email: 'mange@example.no' }],
      }),
    owner: 'manager',
  },
  {
    route: 'POST /buyers/:buyerId/invitations',
    names: true,
    call: (by, { members }) =>
      by.post(`/buyers/${members.buyer.organisationId}/invitations`, { email: 'kommune@example.no' }),
    owner: 'manager',
  },
  {
    route: 'GET /suppliers/:supplierId/transfer-preview',
    names: true,
    call: (by, { members }) =>
      by.get(
        `/suppliers/${members.clerk.organisationId}/transfer-preview?into=${members.otherSupplier.organisationId}&day=2030-01-01`,
      ),
  },
  {
    route: 'POST /suppliers/:supplierId/transfer',
    names: true,
    call: (by, { members }) =>
      by.post(`/suppliers/${members.clerk.organisationId}/transfer`, {
        into: members.otherSupplier.organisationId,
        day: '2030-01-01',
      }),
    owner: 'manager',
  },
  {
    route: 'GET /buyers/:buyerId/leave-preview',
    names: true,
    call: (by, { members }) => by.get(`/buyers/${members.buyer.organisationId}/leave-preview?day=2030-01-01`),
  },
  {
    route: 'POST /buyers/:buyerId/leave',
    names: true,
    call: (by, { members }) => by.post(`/buyers/${members.buyer.organisationId}/leave`, { day: '2030-01-01' }),
    owner: 'manager',
  },
  {
    route: 'GET /buyers/:buyerId/left-agreements',
    names: true,
    call: (by, { members }) => by.get(`/buyers/${members.buyer.organisationId}/left-agreements`),
  },
  {
    route: 'GET /buyers/:buyerId/join-preview',
    names: true,
    call: (by, { members }) => by.get(`/buyers/${members.buyer.organisationId}/join-preview?day=2030-01-01`),
  },
  {
    route: 'POST /buyers/:buyerId/join',
    names: true,
    call: (by, { members, agreement }) =>
      by.post(`/buyers/${members.buyer.organisationId}/join`, {
        day: '2031-01-01',
        agreementIds: [agreement.agreementId],
      }),
    owner: 'manager',
  },
  {
    // The buyer has joined one of the two agreements that it left again: the other is undone.
    route: 'POST /buyers/:buyerId/undo-leave',
    names: true,
    call: (by, { members }) => by.post(`/buyers/${members.buyer.organisationId}/undo-leave`, { day: '2030-01-01' }),
    owner: 'manager',
  },
];
