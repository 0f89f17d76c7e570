import { rowValues, type RouteCase } from './route-case.ts';
import { unitsCsv } from './trees-world.ts';
import type { Member, World } from './world.ts';

const at = (of: (world: World) => Member, path: string) => (world: World) =>
  `/parties/${of(world).organisationId}${path}`;
const buyer = (path: string) => at(({ members }) => members.buyer, path);
const supplier = (path: string) => at(({ members }) => members.clerk, path);
const list = { name: 'steder.csv', content: unitsCsv };

/** Buyers and suppliers as trees: sites, branches, learned rules and events. */
export const partyTreeCases: readonly RouteCase[] = [
  {
    route: 'GET /parties',
    names: false,
    call: (by) => by.get('/parties'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from identity.organisation where cooperative_id = '${cooperativeId}' and kind <> 'cooperative' and id not in (select id from platform.merged_organisation)`,
  },
  {
    route: 'GET /parties/:partyId',
    names: true,
    call: (by, world) => by.get(supplier('')(world)),
    rows: ({ body }) =>
      (['numbers', 'unitLessons', 'columnLessons'] as const).flatMap((lessons) =>
        (body as Record<typeof lessons, { id: string }[]>)[lessons].map(({ id }) => id),
      ),
    truth: ({ cooperativeId, members }) =>
      ['customer_number', 'unit_mapping', 'column_rule']
        .map(
          (table) =>
            `select id::text as row from agreements.${table} where cooperative_id = '${cooperativeId}' and supplier_id = '${members.clerk.organisationId}'`,
        )
        .join(' union all '),
  },
  {
    route: 'PUT /parties/:partyId/buyer-type',
    names: true,
    call: (by, world) => by.put(buyer('/buyer-type')(world), { kind: 'iks', hostId: null }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/owners',
    names: true,
    call: (by, world) =>
      by.post(at(({ members }) => members.otherBuyer, '/owners')(world), {
        memberId: world.members.buyer.organisationId,
        fromOn: '2026-01-01',
      }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/owners/:ownerId/end',
    names: true,
    call: (by, world) =>
      by.post(buyer(`/owners/${world.members.otherBuyer.organisationId}/end`)(world), { untilOn: '2027-12-31' }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/sites',
    names: true,
    call: (by, world) => by.post(buyer('/sites')(world), { name: 'Ny skole' }),
    owner: 'manager',
  },
  {
    route: 'PATCH /parties/:partyId/sites/:siteId',
    names: true,
    call: (by, world) => by.patch(buyer(`/sites/${world.trees.unitId}`)(world), { untilOn: '2028-06-30' }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/related-entities',
    names: true,
    call: (by, world) => by.post(supplier('/related-entities')(world), { kind: 'factoring-payee', name: 'Faktor AS' }),
    owner: 'manager',
  },
  {
    route: 'PATCH /parties/:partyId/related-entities/:relatedEntityId',
    names: true,
    call: (by, world) =>
      by.patch(supplier(`/related-entities/${world.trees.belongingId}`)(world), { untilOn: '2028-06-30' }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/aliases',
    names: true,
    call: (by, world) =>
      by.post(supplier('/aliases')(world), { text: 'K. sykehjem', buyerId: world.members.buyer.organisationId }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/customer-numbers',
    names: true,
    call: (by, world) =>
      by.post(supplier('/customer-numbers')(world), { number: '20001', buyerId: world.members.buyer.organisationId }),
    owner: 'manager',
  },
  {
    route: 'PATCH /parties/:partyId/customer-numbers/:numberId',
    names: true,
    call: (by, world) =>
      by.patch(supplier(`/customer-numbers/${world.trees.numberId}`)(world), { untilOn: '2028-06-30' }),
    owner: 'manager',
  },
  {
    route: 'PUT /parties/:partyId/learned-rules/:ruleId',
    names: true,
    call: (by, world) => by.put(supplier(`/learned-rules/${world.trees.aliasId}`)(world), { acts: false }),
    owner: 'manager',
  },
  {
    route: 'POST /organisation-changes',
    names: true,
    call: (by, { members }) =>
      by.post('/organisation-changes', {
        kind: 'merged',
        onDate: '2031-01-01',
        fromIds: [members.buyer.organisationId],
        toIds: [members.otherBuyer.organisationId],
      }),
    owner: 'manager',
  },
  {
    route: 'POST /organisation-changes/:changeId/revoke',
    names: true,
    call: (by, world) => by.post(`/organisation-changes/${world.trees.eventId}/revoke`, { acts: false }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/site-imports/preview',
    names: true,
    call: (by, world) => by.upload(buyer('/site-imports/preview')(world), list),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/site-imports',
    names: true,
    call: (by, world) => by.upload(buyer('/site-imports')(world), list),
    owner: 'manager',
  },
];
