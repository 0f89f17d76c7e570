import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import type { Who } from './world.ts';

const notOurs: readonly Who[] = ['otherBuyer'];
const weighed =
  (what: string): RouteCase['truth'] =>
  (world, member) =>
    `select ${what} as row from emissions.result where until_run is null and ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`;
/** Match runs and emissions. */
export const figureCases: readonly RouteCase[] = [
  { route: 'POST /matching/runs', names: false, call: (by) => by.post('/matching/runs?wait=0'), owner: 'manager' },
  {
    route: 'GET /matching/runs/latest',
    names: false,
    call: (by) => by.get('/matching/runs/latest?since=2020-01-01T00:00:00Z&wait=0'),
  },
  {
    route: 'GET /emissions/runs',
    names: false,
    call: (by) => by.get('/emissions/runs'),
    rows: rowValues('number'),
    truth: ({ cooperativeId }) =>
      `select number::text as row from emissions.run where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'GET /emissions/runs/:number/proof',
    names: true,
    call: (by, { lastRun }) => by.get(`/emissions/runs/${lastRun}/proof`),
  },
  {
    route: 'GET /emissions/summary',
    names: false,
    call: (by) => by.get('/emissions/summary'),
    rows: ({ body }) => [`${body.totals.lines} ${Number(body.totals.spend)}`],
    truth: weighed(`count(*) || ' ' || trim_scale(sum(amount))`),
  },
  { route: 'GET /emissions/uncertainty', names: false, call: (by) => by.get('/emissions/uncertainty') },
  {
    route: 'GET /emissions/uncertainty/periods',
    names: false,
    call: (by) => by.get('/emissions/uncertainty/periods?period=month'),
  },
  {
    route: 'GET /emissions/change',
    names: false,
    call: (by) => by.get('/emissions/change?from=2026-03&to=2026-03&beforeFrom=2026-02&beforeTo=2026-02'),
  },
  { route: 'GET /emissions/rulings', names: false, call: (by) => by.get('/emissions/rulings') },
  {
    route: 'GET /emissions/rulings/proposals',
    names: false,
    call: (by) => by.get('/emissions/rulings/proposals'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from emissions.ruling_proposal where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'GET /emissions/rulings/preview',
    names: false,
    call: (by) => by.get('/emissions/rulings/preview?category=food&fromOn=2026-01-01&methods=spend-account'),
  },
  {
    route: 'POST /emissions/rulings',
    names: true,
    call: (by, { factors }) =>
      by.post('/emissions/rulings', {
        category: 'ict',
        fromOn: '2026-01-01',
        methods: ['physical-average', 'spend-account'],
        reason: 'Som før.',
        approverId: factors.approverId,
      }),
    owner: 'manager',
    foreign: { status: 422, why: 'no colleague of theirs' },
  },
  {
    route: 'POST /emissions/rulings/proposals/:proposalId/verdict',
    names: true,
    call: (by, { factors }) =>
      by.post(`/emissions/rulings/proposals/${factors.rulings.waiting}/verdict`, { verdict: 'rejected' }),
    owner: 'administrator',
  },
  {
    route: 'POST /emissions/rulings/proposals/:proposalId/withdrawal',
    names: true,
    call: (by, { factors }) => by.post(`/emissions/rulings/proposals/${factors.rulings.regretted}/withdrawal`, {}),
    owner: 'manager',
  },
  {
    route: 'POST /emissions/previews/mappings',
    names: false,
    call: (by) => by.post('/emissions/previews/mappings', { system: 'kostra', codes: ['110'], category: 'food' }),
    owner: 'manager',
  },
  {
    route: 'GET /emissions/previews/:choiceId',
    names: true,
    call: (by, { factors }) => by.get(`/emissions/previews/${factors.draft}`),
  },
  {
    route: 'GET /emissions/bridge',
    names: true,
    call: (by, { lastRun }) => by.get(`/emissions/bridge?from=${lastRun}&to=${lastRun}`),
  },
  {
    route: 'GET /emissions/bridge/periods',
    names: true,
    call: (by, { lastRun }) =>
      by.get(
        `/emissions/bridge/periods?beforeRun=${lastRun}&beforeFrom=2025-01&beforeTo=2025-12&run=${lastRun}&from=2026-01&to=2026-12`,
      ),
  },
  {
    route: 'GET /emissions/runs/:number/evidence.zip',
    names: true,
    call: (by, { lastRun }) => by.get(`/emissions/runs/${lastRun}/evidence.zip`),
  },
  {
    route: 'GET /emissions/evidence-progress',
    names: false,
    call: (by) => by.get('/emissions/evidence-progress'),
    rows: ({ body }) => (body.pack ? [String(body.pack.run)] : []),
    truth: () => 'select null::text as row where false',
  },
  {
    route: 'GET /emissions/runs/:number/sample',
    names: true,
    call: (by, { lastRun }) => by.get(`/emissions/runs/${lastRun}/sample?seed=a&size=5&unit=kroner`),
  },
  {
    route: 'GET /emissions/runs/:number/lines/:batchId/:lineNo',
    names: true,
    call: (by, { lastRun, ledgerId }) => by.get(`/emissions/runs/${lastRun}/lines/${ledgerId}/2`),
  },
  {
    route: 'GET /emissions/sealed',
    names: false,
    call: (by) => by.get('/emissions/sealed'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }, { side, organisationId }) =>
      `select id::text as row from emissions.sealed_figure where cooperative_id = '${cooperativeId}' and (${side === 'buyer' ? `buyer_id is null or buyer_id = '${organisationId}'` : 'true'})`,
  },
  {
    route: 'GET /emissions/figure-proposals',
    names: false,
    call: (by) => by.get('/emissions/figure-proposals'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from emissions.figure_proposal where cooperative_id = '${cooperativeId}' and state = 'proposed'`,
  },
  {
    route: 'POST /emissions/sealed-figure-proposals',
    names: false,
    call: (by) =>
      by.post('/emissions/sealed-figure-proposals', {
        figures: [{ year: 2018, kg: '1' }],
        madeBy: 'Andre',
        method: 'Kroner',
        source: 'Rapport',
      }),
    owner: 'manager',
  },
  {
    route: 'POST /emissions/figure-proposals/:proposalId/approve',
    names: true,
    call: (by, { figureProposals }) => by.post(`/emissions/figure-proposals/${figureProposals[0]}/approve`),
    owner: 'administrator',
  },
  {
    route: 'POST /emissions/figure-proposals/:proposalId/reject',
    names: true,
    call: (by, { figureProposals }) =>
      by.post(`/emissions/figure-proposals/${figureProposals[1]}/reject`, { reason: 'Feil.' }),
    owner: 'administrator',
  },
  {
    route: 'POST /emissions/figure-proposals/:proposalId/withdraw',
    names: true,
    call: (by, { figureProposals }) => by.post(`/emissions/figure-proposals/${figureProposals[2]}/withdraw`),
    owner: 'manager',
  },
  {
    route: 'GET /emissions/nights',
    names: false,
    call: (by) => by.get('/emissions/nights'),
    rows: ({ body }) => [String(body.length)],
    truth: ({ cooperativeId }) =>
      `select count(*)::text as row from emissions.night_proof where cooperative_id = '${cooperativeId}'`,
  },
  { route: 'GET /emissions/years', names: false, call: (by) => by.get('/emissions/years') },
  {
    route: 'GET /emissions/publications',
    names: false,
    call: (by) => by.get('/emissions/publications'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from emissions.publication where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'GET /emissions/publications/:publicationId/council-sheet',
    names: true,
    call: (by, { publicationId }) => by.get(`/emissions/publications/${publicationId}/council-sheet`),
  },
  {
    route: 'POST /emissions/runs/:number/publication-proposals',
    names: true,
    call: (by, { lastRun }) =>
      by.post(`/emissions/runs/${lastRun}/publication-proposals`, { caseNumber: '26/118', scope: 'Alt.' }),
    owner: 'manager',
  },
  { route: 'GET /emissions/why/sum', names: false, call: (by) => by.get('/emissions/why/sum') },
  {
    route: 'GET /emissions/why/period-step',
    names: true,
    call: (by, { lastRun }) =>
      by.get(
        `/emissions/why/period-step?beforeRun=${lastRun}&beforeFrom=2026-03&beforeTo=2026-03&run=${lastRun}&from=2026-03&to=2026-03&step=volume`,
      ),
  },
  {
    route: 'GET /emissions/why/step',
    names: true,
    call: (by, { lastRun }) => by.get(`/emissions/why/step?from=${lastRun}&to=${lastRun}&step=data`),
  },
  {
    route: 'GET /emissions/why/spend/:batchId/:lineNo',
    names: true,
    call: (by, { ledgerId }) => by.get(`/emissions/why/spend/${ledgerId}/2`),
    strangers: notOurs,
  },
  {
    route: 'GET /emissions/why/reported/:versionId/:lineNo',
    names: true,
    call: (by, { versions }) => by.get(`/emissions/why/reported/${versions.accepted}/1`),
    strangers: notOurs,
  },
];
