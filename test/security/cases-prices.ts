import { testAssortment } from '@tallgrunn/agreements-server/testing';
import { indexCsv, indexFields } from './prices-world.ts';
import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import type { World } from './world.ts';

const at = (world: World) => `/agreements/${world.agreement.agreementId}`;
const supplierOf = (world: World) => world.members.clerk.organisationId;
const strangers = ['otherSupplier'] as const;

/** Assortment and prices of agreements. */
export const priceCases: readonly RouteCase[] = [
  {
    route: 'GET /agreements/:agreementId/price-models',
    names: true,
    call: (by, world) => by.get(`${at(world)}/price-models`),
  },
  {
    route: 'POST /agreements/:agreementId/price-models',
    names: true,
    call: (by, world) => by.post(`${at(world)}/price-models`, { lot: '1A', kind: 'fixed', fromOn: '2031-01-01' }),
    owner: 'manager',
  },
  {
    route: 'DELETE /agreements/:agreementId/price-models/:modelId',
    names: true,
    call: (by, world) => by.delete(`${at(world)}/price-models/${world.prices.priceModelId}`),
    owner: 'manager',
  },
  {
    route: 'GET /agreements/:agreementId/price-versions',
    names: true,
    call: (by, world) => by.get(`${at(world)}/price-versions`),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from agreements.price_version where ${ownRowsSql(world, member, { supplier: 'supplier_id' })} and agreement_id = '${world.agreement.agreementId}'`,
  },
  {
    route: 'GET /agreements/:agreementId/price-versions/:versionId/diff',
    names: true,
    call: (by, world) => by.get(`${at(world)}/price-versions/${world.prices.priceVersionId}/diff`),
    strangers,
  },
  {
    route: 'GET /agreements/:agreementId/price-drafts',
    names: true,
    call: (by, world) => by.get(`${at(world)}/price-drafts`),
  },
  {
    route: 'POST /agreements/:agreementId/price-drafts',
    names: true,
    call: (by, world) =>
      by.upload(
        `${at(world)}/price-drafts`,
        { name: 'priser.csv', content: testAssortment },
        { supplierId: supplierOf(world) },
      ),
    owner: 'manager',
  },
  {
    route: 'GET /agreements/:agreementId/price-drafts/:draftId/diff',
    names: true,
    call: (by, world) => by.get(`${at(world)}/price-drafts/${world.prices.drafts[0]}/diff`),
  },
  {
    route: 'POST /agreements/:agreementId/price-drafts/:draftId/publish',
    names: true,
    call: (by, world) => by.post(`${at(world)}/price-drafts/${world.prices.drafts[1]}/publish`),
    owner: 'manager',
  },
  {
    route: 'DELETE /agreements/:agreementId/price-drafts/:draftId',
    names: true,
    call: (by, world) => by.delete(`${at(world)}/price-drafts/${world.prices.drafts[2]}`),
    owner: 'manager',
  },
  {
    route: 'GET /agreements/:agreementId/items/:itemId',
    names: true,
    call: (by, world) => by.get(`${at(world)}/items/${world.prices.itemId}`),
    strangers,
  },
  {
    route: 'POST /agreements/:agreementId/items/:itemId/pack-overrides',
    names: true,
    call: (by, world) =>
      by.post(`${at(world)}/items/${world.prices.itemId}/pack-overrides`, {
        unit: 'tralle',
        contains: '8',
        of: 'brett',
        reason: 'Talt på lager',
      }),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/items/:itemId/pack-overrides/:overrideId/revoke',
    names: true,
    call: (by, world) =>
      by.post(`${at(world)}/items/${world.prices.itemId}/pack-overrides/${world.prices.packDecisionId}/revoke`),
    owner: 'manager',
  },
  {
    route: 'GET /agreements/:agreementId/item-number-changes',
    names: true,
    call: (by, world) => by.get(`${at(world)}/item-number-changes`),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from agreements.item_number_change where ${ownRowsSql(world, member, { supplier: 'supplier_id' })} and agreement_id = '${world.agreement.agreementId}'`,
  },
  {
    route: 'POST /agreements/:agreementId/item-number-changes',
    names: true,
    call: (by, world) =>
      by.post(`${at(world)}/item-number-changes`, {
        supplierId: supplierOf(world),
        oldNumber: '8801',
        newNumber: '30118',
      }),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/item-number-changes/:changeId/revoke',
    names: true,
    call: (by, world) => by.post(`${at(world)}/item-number-changes/${world.prices.itemChangeId}/revoke`),
    owner: 'manager',
  },
  {
    route: 'GET /agreements/:agreementId/price-adjustments',
    names: true,
    call: (by, world) => by.get(`${at(world)}/price-adjustments`),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from agreements.price_adjustment where ${ownRowsSql(world, member, { supplier: 'supplier_id' })} and agreement_id = '${world.agreement.agreementId}'`,
  },
  {
    route: 'GET /agreements/:agreementId/price-adjustments/proposals',
    names: true,
    call: (by, world) => by.get(`${at(world)}/price-adjustments/proposals`),
  },
  {
    route: 'POST /agreements/:agreementId/price-adjustments',
    names: true,
    call: (by, world) =>
      by.post(`${at(world)}/price-adjustments`, {
        supplierId: supplierOf(world),
        comparePeriod: '2026-03',
        wantedFrom: '2030-01-01',
      }),
    owner: 'clerk',
  },
  {
    route: 'POST /agreements/:agreementId/price-adjustments/:adjustmentId/calculate',
    names: true,
    call: (by, world) => by.post(`${at(world)}/price-adjustments/${world.prices.adjustmentIds[0]}/calculate`),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/price-adjustments/:adjustmentId/decide',
    names: true,
    call: (by, world) =>
      by.post(`${at(world)}/price-adjustments/${world.prices.adjustmentIds[1]}/decide`, {
        approve: false,
        reason: 'For sent.',
      }),
    owner: 'manager',
  },
  {
    route: 'GET /index-series',
    names: false,
    call: (by) => by.get('/index-series'),
    rows: rowValues('code'),
    truth: ({ cooperativeId }) =>
      `select distinct code as row from agreements.index_series where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'POST /index-series',
    names: false,
    call: (by) => by.upload('/index-series', { name: 'indeks.csv', content: indexCsv }, indexFields),
    owner: 'manager',
  },
];
