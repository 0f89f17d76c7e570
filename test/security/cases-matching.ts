import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import { toleranceDraft } from './small-things-world.ts';
import type { Who, World } from './world.ts';

const notOurs: readonly Who[] = ['otherBuyer'];
const combined =
  (what: string): RouteCase['truth'] =>
  (world, member) =>
    `select ${what} as row from insight.door_combined_line where ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`;
const pair = ({ versions, invoicesId }: World) => ({
  versionId: versions.accepted,
  reportLineNo: 1,
  batchId: invoicesId,
  spendLineNo: 1,
  verdict: 'not-same',
  reason: 'Ikke samme kjøp.',
});
const matched = (side: 'reported' | 'booked', key: string): RouteCase => ({
  route: 'GET /matching/lines',
  names: false,
  call: (by) => by.get(`/matching/lines?side=${side}&state=matched`),
  rows: rowValues('key'),
  truth: (world, member) =>
    `select distinct ${key} as row from matching.link where closed_by_run is null and ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
});
const ofAgreement = (part: string): RouteCase => ({
  route: `GET /agreements/:agreementId/${part}`,
  names: true,
  call: (by, { agreement }) => by.get(`/agreements/${agreement.agreementId}/${part}`),
});

/** matching and insight. */
export const matchingCases: readonly RouteCase[] = [
  {
    route: 'GET /matching/summary',
    names: false,
    call: (by) => by.get('/matching/summary'),
    rows: ({ body }) => [...new Set((body.cells as { buyerId: string }[]).map(({ buyerId }) => buyerId))],
    truth: combined('distinct buyer_id::text'),
  },
  matched('reported', `version_id || ':' || report_line_no`),
  matched('booked', `batch_id || ':' || spend_line_no`),
  {
    route: 'GET /matching/links/:documentId/:lineNo',
    names: true,
    call: (by, { invoicesId }) => by.get(`/matching/links/${invoicesId}/1`),
    strangers: notOurs,
  },
  {
    route: 'GET /matching/candidates',
    names: true,
    call: (by, { invoicesId }) => by.get(`/matching/candidates?side=booked&documentId=${invoicesId}&lineNo=1`),
    strangers: notOurs,
  },
  {
    route: 'GET /matching/pair-decisions',
    names: false,
    call: (by) => by.get('/matching/pair-decisions'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from matching.pair_decision where ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'GET /matching/rules',
    names: false,
    call: (by) => by.get('/matching/rules'),
    rows: ({ body }) => [...new Set((body as { supplierId: string }[]).map(({ supplierId }) => supplierId))],
    truth: ({ cooperativeId }) =>
      `select supplier_id::text as row from matching.number_form where cooperative_id = '${cooperativeId}' union select supplier_id::text from matching.day_shift where cooperative_id = '${cooperativeId}' union select supplier_id::text from matching.amount_scale where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'POST /matching/rules/decide',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) =>
      by.post('/matching/rules/decide', {
        supplierId: members.clerk.organisationId,
        kind: 'day-shift',
        inUse: false,
        reason: 'Tilfeldig.',
      }),
    owner: 'manager',
  },
  {
    route: 'GET /completeness',
    names: false,
    call: (by) => by.get('/completeness'),
    rows: ({ body }) => (body.buyers as { buyerId: string }[]).map(({ buyerId }) => buyerId),
    truth: (world, member) =>
      `select id::text as row from identity.organisation where kind = 'buyer' and ${ownRowsSql(world, member, { buyer: 'id' })}`,
  },
  {
    route: 'GET /municipalities',
    names: false,
    call: (by) => by.get('/municipalities?from=2026-01&to=2026-03'),
    rows: ({ body }) => (body as { buyerId: string }[]).map(({ buyerId }) => buyerId),
    truth: (world, member) =>
      `select id::text as row from identity.organisation where kind = 'buyer' and ${ownRowsSql(world, member, { buyer: 'id' })}`,
  },
  {
    route: 'POST /municipalities/population',
    names: true,
    namedBy: ['cooperative'],
    call: (by, { members }) =>
      by.post('/municipalities/population', {
        year: 2024,
        source: 'SSB',
        figures: [{ buyerId: members.buyer.organisationId, inhabitants: 4500 }],
      }),
    owner: 'manager',
    foreign: { status: 400, why: 'no municipality of theirs' },
  },
  {
    route: 'GET /matching/coverage',
    names: false,
    call: (by) => by.get('/matching/coverage'),
    rows: ({ body }) => [...new Set((body.rows as { buyerId: string }[]).map(({ buyerId }) => buyerId))],
    truth: (world, member) =>
      `select distinct buyer_id::text as row from spend.door_spend_line where supplier_id is not null and buyer_id is not null and ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'GET /matching/line-resolutions',
    names: false,
    call: (by) => by.get('/matching/line-resolutions'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from matching.line_resolution where ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'GET /obligations/:obligationId/unreported-spend',
    names: true,
    call: (by, { agreement }) => by.get(`/obligations/${agreement.obligations['2026-02']}/unreported-spend`),
    strangers: ['otherSupplier'],
  },
  {
    route: 'GET /obligations/:obligationId/unreported-spend/lines',
    names: true,
    call: (by, { agreement, unreported }) =>
      by.get(
        `/obligations/${agreement.obligations['2026-02']}/unreported-spend/lines?buyerId=${unreported.buyerId}&invoice=${unreported.invoice}`,
      ),
    strangers: ['otherSupplier'],
  },
  {
    route: 'POST /supplier-responses/:responseId/accept',
    names: true,
    call: (by, { unreported }) =>
      by.post(`/supplier-responses/${unreported.statementId}/accept`, { reason: 'Stemmer.' }),
    strangers: notOurs,
    owner: 'buyer',
  },
  {
    route: 'POST /obligations/:obligationId/supplier-responses',
    names: true,
    call: (by, { agreement, unreported: { buyerId, invoice } }) =>
      by.post(`/obligations/${agreement.obligations['2026-02']}/supplier-responses`, {
        buyerId,
        invoice,
        kind: 'left-out',
        reason: '',
      }),
    strangers: ['otherSupplier'],
    owner: 'clerk',
  },
  // before its line gets a new answer: a replaced answer needs no approval
  {
    route: 'POST /matching/pair-decisions/:decisionId/approve',
    names: true,
    call: (by, { waitingAnswerId }) => by.post(`/matching/pair-decisions/${waitingAnswerId}/approve`, {}),
    strangers: notOurs,
    owner: 'buyerAdministrator',
  },
  {
    route: 'POST /matching/line-resolutions',
    names: true,
    call: (by, { invoicesId }) =>
      by.post('/matching/line-resolutions', {
        side: 'booked',
        documentId: invoicesId,
        lineNo: 1,
        cause: 'timing',
        reason: 'Neste kvartal.',
      }),
    strangers: notOurs,
    owner: 'buyer',
  },
  {
    route: 'POST /matching/line-resolutions/by-cause',
    names: false,
    call: (by) =>
      by.post('/matching/line-resolutions/by-cause', {
        side: 'booked',
        state: 'booked-not-reported',
        said: 'vat',
        cause: 'vat',
        reason: 'Avgift.',
      }),
  },
  { route: 'GET /matching/variances', names: false, call: (by) => by.get('/matching/variances') },
  { route: 'GET /matching/variances.xlsx', names: false, call: (by) => by.get('/matching/variances.xlsx') },
  {
    route: 'GET /matching/tolerances',
    names: false,
    call: (by) => by.get('/matching/tolerances'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from matching.tolerance where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'POST /matching/tolerances/preview',
    names: true,
    call: (by, { agreement }) => by.post('/matching/tolerances/preview', toleranceDraft(agreement.agreementId)),
    owner: 'manager',
  },
  {
    // the id is checked before the basis: the agreement of another cooperative is not found
    route: 'POST /matching/tolerances',
    names: true,
    call: (by, { agreement, toleranceBasis }) =>
      by.post('/matching/tolerances', {
        ...toleranceDraft(agreement.agreementId),
        reason: 'Avrunding.',
        basis: toleranceBasis,
      }),
    owner: 'manager',
  },
  {
    route: 'GET /matching/questions',
    names: false,
    call: (by) => by.get('/matching/questions'),
    rows: ({ body }) => (body as { lineCount: number }[]).map(({ lineCount }) => String(lineCount)),
    truth: (world, member) =>
      `select count(*)::text as row from matching.standalone_spend_line where line_key like 'asked %' and ${ownRowsSql(world, member, { buyer: 'buyer_id' })} having count(*) > 0`,
  },
  {
    route: 'GET /matching/bulk-answers',
    names: false,
    call: (by) => by.get('/matching/bulk-answers'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select distinct bulk_id::text as row from matching.line_resolution where bulk_id is not null and cause is not null and ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'POST /matching/bulk-answers/preview',
    names: true,
    call: (by, { question: { supplierId, key } }) =>
      by.post('/matching/bulk-answers/preview', { supplierId, key, cause: 'timing' }),
    strangers: notOurs,
    owner: 'buyer',
  },
  {
    route: 'POST /matching/bulk-answers',
    names: true,
    call: (by, { question }) =>
      by.post('/matching/bulk-answers', { ...question, cause: 'timing', reason: 'Neste kvartal.' }),
    strangers: notOurs,
    owner: 'buyer',
  },
  {
    route: 'POST /matching/bulk-answers/:bulkAnswerId/revoke',
    names: true,
    call: (by, { bulkAnswerId }) => by.post(`/matching/bulk-answers/${bulkAnswerId}/revoke`, { reason: 'Feil.' }),
    strangers: notOurs,
    owner: 'buyer',
  },
  {
    route: 'POST /matching/pair-decisions',
    names: true,
    call: (by, world) => by.post('/matching/pair-decisions', pair(world)),
    strangers: notOurs,
    owner: 'buyer',
  },
  {
    route: 'GET /combined',
    names: false,
    call: (by) => by.get('/combined'),
    rows: ({ body }) => (body.rows as { key: string }[]).map(({ key }) => key),
    truth: combined('key'),
  },
  {
    route: 'GET /combined/totals',
    names: false,
    call: (by) => by.get('/combined/totals'),
    rows: ({ body }) => [`${body.lines}`],
    truth: combined('count(*)::text'),
  },
  {
    route: 'GET /combined/goods',
    names: false,
    call: (by) => by.get('/combined/goods'),
    rows: ({ body }) => [String((body as { items: number }).items)],
    truth: combined(
      "count(distinct (supplier_id, lower(item_number))) filter (where item_number is not null and method is distinct from 'not-spend')::text",
    ),
  },
  {
    route: 'GET /combined/charts',
    names: false,
    call: (by) => by.get('/combined/charts'),
    rows: ({ body }) => [String((body.categories as { lines: number }[]).reduce((sum, { lines }) => sum + lines, 0))],
    truth: combined('count(*)::text'),
  },
  {
    route: 'GET /combined/filter-options',
    names: false,
    call: (by) => by.get('/combined/filter-options'),
    rows: ({ body }) => (body.buyers as { value: string }[]).map(({ value }) => value),
    truth: combined('distinct buyer_id::text'),
  },
  {
    route: 'GET /combined/lines/:key',
    names: true,
    call: (by, { combinedKey }) => by.get(`/combined/lines/${combinedKey}`),
    strangers: notOurs,
  },
  {
    route: 'GET /combined/export.csv',
    names: false,
    call: (by) => by.get('/combined/export.csv'),
    rows: ({ text }) => [String(text.trim().split(/\r?\n/).length - 1)],
    truth: combined('count(*)::text'),
  },
  ofAgreement('utilisation'),
  ofAgreement('retender-pack'),
  { route: 'GET /today', names: false, call: (by) => by.get('/today') },
  {
    route: 'GET /combined/pivot',
    names: false,
    call: (by) => by.get('/combined/pivot?rows=buyer&limit=1000'),
    rows: ({ body }) => body.rows.map(({ key }: { key: string }) => key),
    truth: combined('distinct buyer_id::text'),
  },
];
