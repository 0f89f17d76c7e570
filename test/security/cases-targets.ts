import { ownRowsSql, rowValues, type RouteCase } from './route-case.ts';

/** Targets and measures of insight. */
export const targetCases: readonly RouteCase[] = [
  {
    route: 'GET /targets',
    names: false,
    call: (by) => by.get('/targets'),
    rows: ({ body }) => (body.targets as { id: string }[]).map(({ id }) => id),
    truth: (world, member) =>
      `select id::text as row from insight.target where ended_at is null and ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'POST /targets',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) =>
      by.post('/targets', {
        buyerId: members.buyer.organisationId,
        kind: 'share-by-item',
        baseYear: 2024,
        targetYear: 2028,
        targetValue: '0.5',
        path: [],
        note: '',
      }),
    owner: 'manager',
    foreign: { status: 400, why: 'no municipality of theirs' },
  },
  {
    route: 'POST /targets/:targetId/end',
    names: true,
    call: (by, { targets }) => by.post(`/targets/${targets.endingTargetId}/end`, { reason: 'Nytt mål.' }),
    owner: 'manager',
  },
  {
    route: 'GET /measures',
    names: false,
    call: (by) => by.get('/measures'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from insight.measure where ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'GET /measures/kinds',
    names: false,
    call: (by) => by.get('/measures/kinds'),
  },
  {
    route: 'GET /measures/:measureId/effects',
    names: true,
    call: (by, { targets }) => by.get(`/measures/${targets.measureId}/effects`),
    strangers: ['otherBuyer'],
  },
  {
    route: 'POST /measures',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members, parties }) =>
      by.post('/measures', {
        title: 'Mer fisk',
        buyerId: members.buyer.organisationId,
        category: 'food',
        ownerId: parties.manager.actor.personId,
        startsIn: '2026-03',
        fromProducts: ['pork'],
        toProducts: ['fish'],
        share: '0.2',
        reason: 'Forslag.',
      }),
    owner: 'manager',
    foreign: { status: 400, why: 'no municipality of theirs' },
  },
  {
    route: 'POST /measures/:measureId/decide',
    names: true,
    call: (by, { targets }) =>
      by.post(`/measures/${targets.measureId}/decide`, { state: 'decided', reason: 'Vedtatt.' }),
    owner: 'manager',
  },
];
