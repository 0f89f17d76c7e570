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
      ['customer_number', 'unit_lesson', 'column_lesson']
        .map(
          (table) =>
            `select id::text as row from agreements.${table} where cooperative_id = '${cooperativeId}' and supplier_id = '${members.clerk.organisationId}'`,
        )
        .join(' union all '),
  },
  {
    route: 'PUT /parties/:partyId/body',
    names: true,
    call: (by, world) => by.put(buyer('/body')(world), { kind: 'iks', hostId: null }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/members',
    names: true,
    call: (by, world) =>
      by.post(at(({ members }) => members.otherBuyer, '/members')(world), {
        memberId: world.members.buyer.organisationId,
        fromOn: '2026-01-01',
      }),
    owner: 'manager',
  },
  {
    route: 'PUT /parties/:partyId/members/:memberId/end',
    names: true,
    call: (by, world) =>
      by.put(buyer(`/members/${world.members.otherBuyer.organisationId}/end`)(world), { untilOn: '2027-12-31' }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/units',
    names: true,
    call: (by, world) => by.post(buyer('/units')(world), { name: 'Ny skole' }),
    owner: 'manager',
  },
  {
    route: 'PUT /parties/:partyId/units/:unitId',
    names: true,
    call: (by, world) => by.put(buyer(`/units/${world.trees.unitId}`)(world), { untilOn: '2028-06-30' }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/belongings',
    names: true,
    call: (by, world) => by.post(supplier('/belongings')(world), { kind: 'factoring-payee', name: 'Faktor AS' }),
    owner: 'manager',
  },
  {
    route: 'PUT /parties/:partyId/belongings/:belongingId',
    names: true,
    call: (by, world) => by.put(supplier(`/belongings/${world.trees.belongingId}`)(world), { untilOn: '2028-06-30' }),
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
    route: 'PUT /parties/:partyId/customer-numbers/:numberId',
    names: true,
    call: (by, world) =>
      by.put(supplier(`/customer-numbers/${world.trees.numberId}`)(world), { untilOn: '2028-06-30' }),
    owner: 'manager',
  },
  {
    route: 'PUT /parties/:partyId/lessons/:lessonId',
    names: true,
    call: (by, world) => by.put(supplier(`/lessons/${world.trees.aliasId}`)(world), { acts: false }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/events',
    names: true,
    call: (by, { members }) =>
      by.post('/parties/events', {
        kind: 'merged',
        onDate: '2031-01-01',
        fromIds: [members.buyer.organisationId],
        toIds: [members.otherBuyer.organisationId],
      }),
    owner: 'manager',
  },
  {
    route: 'PUT /parties/events/:eventId',
    names: true,
    call: (by, world) => by.put(`/parties/events/${world.trees.eventId}`, { acts: false }),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/unit-files/preview',
    names: true,
    call: (by, world) => by.upload(buyer('/unit-files/preview')(world), list),
    owner: 'manager',
  },
  {
    route: 'POST /parties/:partyId/unit-files',
    names: true,
    call: (by, world) => by.upload(buyer('/unit-files')(world), list),
    owner: 'manager',
  },
];
