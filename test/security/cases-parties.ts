import { testAssortment } from '@tallgrunn/agreements-server/testing';
import { accessCases } from './cases-access.ts';
import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import type { World } from './world.ts';

const agreement = (world: { agreement: { agreementId: string } }) => `/agreements/${world.agreement.agreementId}`;
const obligation = (world: World) => `/obligations/${world.agreement.obligations['2026-04']}`;

/** identity and agreements. */
export const partyCases: readonly RouteCase[] = [
  {
    route: 'PUT /session/membership',
    names: true,
    call: (by, { members }) => by.put('/session/membership', { membershipId: members.manager.membershipId }),
    strangers: [
      'administrator',
      'clerk',
      'supplierAdministrator',
      'otherSupplier',
      'buyer',
      'buyerAdministrator',
      'otherBuyer',
    ],
    owner: 'manager',
  },
  {
    route: 'GET /colleagues',
    names: false,
    call: (by) => by.get('/colleagues'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }, { organisationId }) =>
      `select id::text as row from identity.membership where cooperative_id = '${cooperativeId}' and organisation_id = '${organisationId}' and ended_at is null
       union all select id::text from identity.invitation where cooperative_id = '${cooperativeId}' and organisation_id = '${organisationId}' and withdrawn_at is null
         and (accepted_at is null or (requires_approval and approved_at is null and rejected_at is null))`,
  },
  {
    route: 'POST /colleagues/invitations',
    names: false,
    call: (by) => by.post('/colleagues/invitations', { email: 'ny@example.no', role: 'supplier-clerk' }),
    owner: 'supplierAdministrator',
  },
  {
    route: 'POST /invitations/:invitationId/withdraw',
    names: true,
    call: (by, { openInvitationId }) => by.post(`/invitations/${openInvitationId}/withdraw`),
    strangers: ['administrator', 'manager', 'buyerAdministrator'],
    owner: 'supplierAdministrator',
  },
  {
    route: 'POST /memberships/:membershipId/vouch',
    names: true,
    call: (by, { passingMembershipId }) => by.post(`/memberships/${passingMembershipId}/vouch`),
    strangers: ['administrator', 'buyerAdministrator'],
    owner: 'supplierAdministrator',
  },
  {
    route: 'POST /memberships/:membershipId/reset-factors',
    names: true,
    call: (by, { passingMembershipId }) => by.post(`/memberships/${passingMembershipId}/reset-factors`),
    strangers: ['administrator', 'buyerAdministrator'],
    owner: 'supplierAdministrator',
  },
  ...accessCases,
  {
    route: 'POST /suppliers/:supplierId/invitations',
    names: true,
    call: (by, { members }) =>
      by.post(`/suppliers/${members.clerk.organisationId}/invitations`, { email: 'ny@example.no' }),
    owner: 'manager',
  },
  {
    route: 'GET /audit-entries',
    names: false,
    call: (by) => by.get('/audit-entries'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from (select id from platform.audit_entry where ${ownRowsSql(world, member, { supplier: 'organisation_id', buyer: 'organisation_id' })} order by at desc, id desc limit 100) newest`,
  },
  { route: 'GET /audit-entries/export.csv', names: false, call: (by) => by.get('/audit-entries/export.csv') },
  {
    route: 'GET /security-events',
    names: false,
    call: (by) => by.get('/security-events?action=invitation-created'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from platform.security_event where ${ownRowsSql(world, member, { supplier: 'organisation_id', buyer: 'organisation_id' })} and event = 'invitation-created'`,
  },
  {
    route: 'GET /security-events/export.csv',
    names: false,
    call: (by) => by.get('/security-events/export.csv?action=invitation-created'),
  },
  {
    route: 'GET /personal-data',
    names: false,
    call: (by) => by.get('/personal-data'),
    rows: ({ body }) => [body.person.id],
    truth: (_world, { membershipId }) =>
      `select person_id::text as row from identity.membership where id = '${membershipId}'`,
  },
  { route: 'GET /personal-data/text', names: false, call: (by) => by.get('/personal-data/text') },
  {
    route: 'PATCH /personal-data',
    names: false,
    call: (by) => by.patch('/personal-data', { name: 'Same Person', language: 'nb' }),
    owner: 'otherBuyer',
  },
  {
    route: 'GET /memberships/ended',
    names: false,
    call: (by) => by.get('/memberships/ended'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }, { organisationId }) =>
      `select id::text as row from identity.membership where cooperative_id = '${cooperativeId}' and organisation_id = '${organisationId}' and ended_at is not null`,
  },
  {
    route: 'POST /memberships/:membershipId/erase-person',
    names: true,
    call: (by, { passingMembershipId }) => by.post(`/memberships/${passingMembershipId}/erase-person`),
    strangers: ['administrator', 'buyerAdministrator'],
    owner: 'supplierAdministrator',
  },
  {
    route: 'GET /agreements',
    names: false,
    call: (by) => by.get('/agreements'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }, { side, organisationId }) =>
      `select id::text as row from agreements.agreement a where cooperative_id = '${cooperativeId}'
       ${side === 'supplier' ? `and exists (select 1 from agreements.agreement_supplier s where s.agreement_id = a.id and s.supplier_id = '${organisationId}')` : ''}`,
  },
  {
    route: 'GET /parties/assignable',
    names: false,
    call: (by) => by.get('/parties/assignable'),
    rows: ({ text }) => [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [])],
    truth: ({ cooperativeId }) =>
      `select id::text as row from identity.organisation where cooperative_id = '${cooperativeId}' and kind <> 'cooperative' and id not in (select id from platform.merged_organisation)`,
  },
  {
    route: 'GET /agreements/:agreementId',
    names: true,
    call: (by, { agreementOfOther }) => by.get(`/agreements/${agreementOfOther}`),
    strangers: ['clerk', 'supplierAdministrator'],
  },
  {
    route: 'GET /agreements/:agreementId/items',
    names: true,
    call: (by, world) => by.get(`${agreement(world)}/items`),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from agreements.item where ${ownRowsSql(world, member, { supplier: 'supplier_id' })} and agreement_id = '${world.agreement.agreementId}'`,
  },
  {
    route: 'GET /agreements/:agreementId/items',
    names: true,
    call: (by, { agreementOfOther }) => by.get(`/agreements/${agreementOfOther}/items`),
    strangers: ['clerk', 'supplierAdministrator'],
  },
  {
    route: 'POST /agreements',
    names: true,
    call: (by, { members }) =>
      by.post('/agreements', {
        number: 'Ny',
        title: 'Ny',
        startsOn: '2026-01-01',
        suppliers: [{ supplierId: members.clerk.organisationId }],
        buyers: [{ buyerId: members.buyer.organisationId }],
      }),
    owner: 'manager',
    foreign: {
      status: 422,
      why: 'the ids stand in a body with other fields, and all that is wrong with it is said at once',
    },
  },
  {
    route: 'POST /agreements/:agreementId/price-versions',
    names: true,
    call: (by, world) =>
      by.upload(
        `${agreement(world)}/price-versions`,
        { name: 'priser.csv', content: testAssortment },
        { supplierId: world.members.clerk.organisationId },
      ),
    owner: 'manager',
  },
  {
    route: 'POST /obligations/:obligationId/exempt',
    names: true,
    call: (by, world) => by.post(`${obligation(world)}/exempt`, { reason: 'Byttet lager i mars.' }),
    owner: 'manager',
  },
  {
    route: 'POST /obligations/:obligationId/revoke-exemption',
    names: true,
    call: (by, world) => by.post(`${obligation(world)}/revoke-exemption`),
    owner: 'manager',
  },
];
