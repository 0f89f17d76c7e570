import { each, own, type RouteCase } from './route-case.ts';
import type { Who, World } from './world.ts';

const notOurs: readonly Who[] = ['otherBuyer'];
const combined = (what: string): RouteCase['truth'] => (world, member) => `select ${what} as row from insight.combined_line where ${own(world, member, { buyer: 'buyer_id' })}`;
const weighed = (what: string): RouteCase['truth'] => (world, member) => `select ${what} as row from emissions.result where until_run is null and ${own(world, member, { buyer: 'buyer_id' })}`;
const pair = ({ versions, invoicesId }: World) => ({ versionId: versions.accepted, reportLineNo: 1, batchId: invoicesId, spendLineNo: 1, verdict: 'not-same', reason: 'Ikke samme kjøp.' });
const matched = (side: 'reported' | 'booked', key: string): RouteCase => ({
  route: 'GET /matching/lines',
  names: false,
  call: (by) => by.get(`/matching/lines?side=${side}&state=matched`),
  rows: each('key'),
  truth: (world, member) => `select distinct ${key} as row from matching.link where until_run is null and ${own(world, member, { buyer: 'buyer_id' })}`,
});

const ofAgreement = (part: string): RouteCase => ({ route: `GET /agreements/:agreementId/${part}`, names: true, call: (by, { agreement }) => by.get(`/agreements/${agreement.agreementId}/${part}`) });

/** emissions, matching and insight. */
export const figureCases: readonly RouteCase[] = [
  { route: 'GET /emissions/runs', names: false, call: (by) => by.get('/emissions/runs'), rows: each('number'), truth: ({ cooperativeId }) => `select number::text as row from emissions.run where cooperative_id = '${cooperativeId}'` },
  { route: 'GET /emissions/runs/:number/proof', names: true, call: (by, { lastRun }) => by.get(`/emissions/runs/${lastRun}/proof`) },
  { route: 'GET /emissions/summary', names: false, call: (by) => by.get('/emissions/summary'), rows: ({ body }) => [`${body.totals.lines} ${Number(body.totals.spend)}`], truth: weighed(`count(*) || ' ' || trim_scale(sum(amount))`) },
  { route: 'GET /emissions/uncertainty', names: false, call: (by) => by.get('/emissions/uncertainty') },
  { route: 'GET /emissions/change', names: false, call: (by) => by.get('/emissions/change?from=2026-03&to=2026-03&beforeFrom=2026-02&beforeTo=2026-02') },
  { route: 'GET /emissions/rulings', names: false, call: (by) => by.get('/emissions/rulings') },
  { route: 'GET /emissions/rulings/proposals', names: false, call: (by) => by.get('/emissions/rulings/proposals'), rows: each('id'), truth: ({ cooperativeId }) => `select id::text as row from emissions.ruling_proposal where cooperative_id = '${cooperativeId}'` },
  { route: 'GET /emissions/rulings/preview', names: false, call: (by) => by.get('/emissions/rulings/preview?category=food&fromOn=2026-01-01&methods=spend-account') },
  {
    route: 'POST /emissions/rulings',
    names: true,
    call: (by, { factors }) => by.post('/emissions/rulings', { category: 'ict', fromOn: '2026-01-01', methods: ['physical-average', 'spend-account'], reason: 'Som før.', approverId: factors.approverId }),
    owner: 'manager',
    foreign: { status: 422, why: 'no colleague of theirs' },
  },
  { route: 'POST /emissions/rulings/proposals/:proposalId/verdict', names: true, call: (by, { factors }) => by.post(`/emissions/rulings/proposals/${factors.rulings.waiting}/verdict`, { verdict: 'rejected' }), owner: 'administrator' },
  { route: 'POST /emissions/rulings/proposals/:proposalId/withdrawal', names: true, call: (by, { factors }) => by.post(`/emissions/rulings/proposals/${factors.rulings.regretted}/withdrawal`, {}), owner: 'manager' },
  { route: 'POST /emissions/previews/mappings', names: false, call: (by) => by.post('/emissions/previews/mappings', { system: 'kostra', codes: ['110'], category: 'food' }), owner: 'manager' },
  { route: 'GET /emissions/previews/:choiceId', names: true, call: (by, { factors }) => by.get(`/emissions/previews/${factors.draft}`) },
  { route: 'GET /emissions/bridge', names: true, call: (by, { lastRun }) => by.get(`/emissions/bridge?from=${lastRun}&to=${lastRun}`) },
  { route: 'GET /emissions/bridge/periods', names: true, call: (by, { lastRun }) => by.get(`/emissions/bridge/periods?beforeRun=${lastRun}&beforeFrom=2025-01&beforeTo=2025-12&run=${lastRun}&from=2026-01&to=2026-12`) },
  { route: 'GET /emissions/runs/:number/evidence.zip', names: true, call: (by, { lastRun }) => by.get(`/emissions/runs/${lastRun}/evidence.zip`) },
  { route: 'GET /emissions/runs/:number/sample', names: true, call: (by, { lastRun }) => by.get(`/emissions/runs/${lastRun}/sample?seed=a&size=5&unit=kroner`) },
  { route: 'GET /emissions/runs/:number/lines/:batchId/:lineNo', names: true, call: (by, { lastRun, ledgerId }) => by.get(`/emissions/runs/${lastRun}/lines/${ledgerId}/2`) },
  {
    route: 'GET /emissions/sealed',
    names: false,
    call: (by) => by.get('/emissions/sealed'),
    rows: each('id'),
    truth: ({ cooperativeId }, { side, organisationId }) => `select id::text as row from emissions.sealed_figure where cooperative_id = '${cooperativeId}' and (${side === 'buyer' ? `buyer_id is null or buyer_id = '${organisationId}'` : 'true'})`,
  },
  { route: 'POST /emissions/sealed', names: false, call: (by) => by.post('/emissions/sealed', { figures: [{ year: 2018, kg: '1' }], madeBy: 'Andre', method: 'Kroner', source: 'Rapport' }), owner: 'manager' },
  { route: 'GET /emissions/nights', names: false, call: (by) => by.get('/emissions/nights'), rows: ({ body }) => [String(body.length)], truth: ({ cooperativeId }) => `select count(*)::text as row from emissions.night_proof where cooperative_id = '${cooperativeId}'` },
  { route: 'GET /emissions/years', names: false, call: (by) => by.get('/emissions/years') },
  { route: 'GET /emissions/publications', names: false, call: (by) => by.get('/emissions/publications'), rows: each('id'), truth: ({ cooperativeId }) => `select id::text as row from emissions.publication where cooperative_id = '${cooperativeId}'` },
  { route: 'POST /emissions/runs/:number/publications', names: true, call: (by, { lastRun }) => by.post(`/emissions/runs/${lastRun}/publications`, { caseNumber: '26/118', scope: 'Alt.' }), owner: 'manager' },
  { route: 'GET /emissions/why/sum', names: false, call: (by) => by.get('/emissions/why/sum') },
  { route: 'GET /emissions/why/period-step', names: true, call: (by, { lastRun }) => by.get(`/emissions/why/period-step?beforeRun=${lastRun}&beforeFrom=2025-01&beforeTo=2025-12&run=${lastRun}&from=2026-01&to=2026-12&step=volume`) },
  { route: 'GET /emissions/why/step', names: true, call: (by, { lastRun }) => by.get(`/emissions/why/step?from=${lastRun}&to=${lastRun}&step=data`) },
  { route: 'GET /emissions/why/spend/:batchId/:lineNo', names: true, call: (by, { ledgerId }) => by.get(`/emissions/why/spend/${ledgerId}/2`), strangers: notOurs },
  { route: 'GET /emissions/why/reported/:versionId/:lineNo', names: true, call: (by, { versions }) => by.get(`/emissions/why/reported/${versions.accepted}/1`), strangers: notOurs },
  {
    route: 'GET /matching/summary',
    names: false,
    call: (by) => by.get('/matching/summary'),
    rows: ({ body }) => [...new Set((body.cells as { buyerId: string }[]).map(({ buyerId }) => buyerId))],
    truth: combined('distinct buyer_id::text'),
  },
  matched('reported', `version_id || ':' || report_line_no`),
  matched('booked', `batch_id || ':' || spend_line_no`),
  { route: 'GET /matching/links/:documentId/:lineNo', names: true, call: (by, { invoicesId }) => by.get(`/matching/links/${invoicesId}/1`), strangers: notOurs },
  { route: 'GET /matching/candidates', names: true, call: (by, { invoicesId }) => by.get(`/matching/candidates?side=booked&documentId=${invoicesId}&lineNo=1`), strangers: notOurs },
  {
    route: 'GET /matching/decisions',
    names: false,
    call: (by) => by.get('/matching/decisions'),
    rows: each('id'),
    truth: (world, member) => `select id::text as row from matching.decision where ${own(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'GET /matching/coverage',
    names: false,
    call: (by) => by.get('/matching/coverage'),
    rows: ({ body }) => [...new Set((body.rows as { buyerId: string }[]).map(({ buyerId }) => buyerId))],
    truth: (world, member) => `select distinct buyer_id::text as row from spend.door_line where supplier_id is not null and buyer_id is not null and ${own(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'GET /matching/answers',
    names: false,
    call: (by) => by.get('/matching/answers'),
    rows: each('id'),
    truth: (world, member) => `select id::text as row from matching.answer where ${own(world, member, { buyer: 'buyer_id' })}`,
  },
  { route: 'GET /matching/duties/:dutyId/booked', names: true, call: (by, { agreement }) => by.get(`/matching/duties/${agreement.duties['2026-02']}/booked`), strangers: ['otherSupplier'] },
  { route: 'GET /matching/duties/:dutyId/booked/lines', names: true, call: (by, { agreement, unreported }) => by.get(`/matching/duties/${agreement.duties['2026-02']}/booked/lines?buyerId=${unreported.buyerId}&invoice=${unreported.invoice}`), strangers: ['otherSupplier'] },
  { route: 'POST /matching/statements/:statementId/acceptance', names: true, call: (by, { unreported }) => by.post(`/matching/statements/${unreported.statementId}/acceptance`, { reason: 'Stemmer.' }), strangers: notOurs, owner: 'buyer' },
  {
    route: 'POST /matching/duties/:dutyId/statements',
    names: true,
    call: (by, { agreement, unreported: { buyerId, invoice } }) => by.post(`/matching/duties/${agreement.duties['2026-02']}/statements`, { buyerId, invoice, kind: 'left-out', reason: '' }),
    strangers: ['otherSupplier'],
    owner: 'clerk',
  },
  // before its line is answered anew: what is replaced waits for nobody
  { route: 'POST /matching/decisions/:decisionId/confirmation', names: true, call: (by, { waitingAnswerId }) => by.post(`/matching/decisions/${waitingAnswerId}/confirmation`, {}), strangers: notOurs, owner: 'buyerAdministrator' },
  { route: 'POST /matching/answers', names: true, call: (by, { invoicesId }) => by.post('/matching/answers', { side: 'booked', documentId: invoicesId, lineNo: 1, cause: 'timing', reason: 'Neste kvartal.' }), strangers: notOurs, owner: 'buyer' },
  {
    route: 'POST /matching/answers/by-cause',
    names: false,
    call: (by) => by.post('/matching/answers/by-cause', { side: 'booked', state: 'booked-not-reported', said: 'vat', cause: 'vat', reason: 'Avgift.' }),
  },
  { route: 'POST /matching/decisions', names: true, call: (by, world) => by.post('/matching/decisions', pair(world)), strangers: notOurs, owner: 'buyer' },
  { route: 'GET /combined', names: false, call: (by) => by.get('/combined'), rows: ({ body }) => (body.rows as { key: string }[]).map(({ key }) => key), truth: combined('key') },
  { route: 'GET /combined/totals', names: false, call: (by) => by.get('/combined/totals'), rows: ({ body }) => [`${body.lines}`], truth: combined('count(*)::text') },
  { route: 'GET /combined/pictures', names: false, call: (by) => by.get('/combined/pictures'), rows: ({ body }) => [String((body.categories as { lines: number }[]).reduce((sum, { lines }) => sum + lines, 0))], truth: combined('count(*)::text') },
  { route: 'GET /combined/choices', names: false, call: (by) => by.get('/combined/choices'), rows: ({ body }) => (body.buyers as { value: string }[]).map(({ value }) => value), truth: combined('distinct buyer_id::text') },
  { route: 'GET /combined/lines/:key', names: true, call: (by, { combinedKey }) => by.get(`/combined/lines/${combinedKey}`), strangers: notOurs },
  { route: 'GET /combined/export.csv', names: false, call: (by) => by.get('/combined/export.csv'), rows: ({ text }) => [String(text.trim().split(/\r?\n/).length - 1)], truth: combined('count(*)::text') },
  ofAgreement('use'),
  ofAgreement('retender-pack'),
  { route: 'GET /today', names: false, call: (by) => by.get('/today') },
];
