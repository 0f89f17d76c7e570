import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import type { Who } from './world.ts';

const notOurs: readonly Who[] = ['otherBuyer'];
const weighed =
  (what: string): RouteCase['truth'] =>
  (world, member) =>
    `select ${what} as row from emissions.result where closed_by_run is null and ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`;
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
    route: 'GET /emissions/runs/:number/verification',
    names: true,
    call: (by, { lastRun }) => by.get(`/emissions/runs/${lastRun}/verification`),
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
  { route: 'GET /emissions/method-policies', names: false, call: (by) => by.get('/emissions/method-policies') },
  {
    route: 'GET /emissions/method-policy-proposals',
    names: false,
    call: (by) => by.get('/emissions/method-policy-proposals'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }) =>
      `select id::text as row from emissions.method_policy_proposal where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'GET /emissions/method-policies/preview',
    names: false,
    call: (by) => by.get('/emissions/method-policies/preview?category=food&fromOn=2026-01-01&methods=spend-account'),
  },
  {
    route: 'POST /emissions/method-policies',
    names: true,
    call: (by, { factors }) =>
      by.post('/emissions/method-policies', {
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
    route: 'POST /emissions/method-policy-proposals/:proposalId/decide',
    names: true,
    call: (by, { factors }) =>
      by.post(`/emissions/method-policy-proposals/${factors.rulings.waiting}/decide`, { verdict: 'rejected' }),
    owner: 'administrator',
  },
  {
    route: 'POST /emissions/method-policy-proposals/:proposalId/withdraw',
    names: true,
    call: (by, { factors }) => by.post(`/emissions/method-policy-proposals/${factors.rulings.regretted}/withdraw`, {}),
    owner: 'manager',
  },
  {
    route: 'POST /mapping-corrections/preview',
    names: false,
    call: (by) => by.post('/mapping-corrections/preview', { system: 'kostra', codes: ['110'], category: 'food' }),
    owner: 'manager',
  },
  {
    route: 'GET /factor-assignments/:assignmentId/preview',
    names: true,
    call: (by, { factors }) => by.get(`/factor-assignments/${factors.draft}/preview`),
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
    route: 'GET /emissions/runs/:number/evidence-pack.zip',
    names: true,
    call: (by, { lastRun }) => by.get(`/emissions/runs/${lastRun}/evidence-pack.zip`),
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
    route: 'GET /emissions/external-figures',
    names: false,
    call: (by) => by.get('/emissions/external-figures'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }, { side, organisationId }) =>
      `select id::text as row from emissions.external_figure where cooperative_id = '${cooperativeId}' and (${side === 'buyer' ? `buyer_id is null or buyer_id = '${organisationId}'` : 'true'})`,
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
    route: 'POST /emissions/external-figure-proposals',
    names: false,
    call: (by) =>
      by.post('/emissions/external-figure-proposals', {
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
    route: 'GET /emissions/nightly-verifications',
    names: false,
    call: (by) => by.get('/emissions/nightly-verifications'),
    rows: ({ body }) => [String(body.length)],
    truth: ({ cooperativeId }) =>
      `select count(*)::text as row from emissions.nightly_verification where cooperative_id = '${cooperativeId}'`,
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
  { route: 'GET /emissions/explanations/totals', names: false, call: (by) => by.get('/emissions/explanations/totals') },
  {
    route: 'GET /emissions/explanations/period-steps',
    names: true,
    call: (by, { lastRun }) =>
      by.get(
        `/emissions/explanations/period-steps?beforeRun=${lastRun}&beforeFrom=2026-03&beforeTo=2026-03&run=${lastRun}&from=2026-03&to=2026-03&step=volume`,
      ),
  },
  {
    route: 'GET /emissions/explanations/bridge-steps',
    names: true,
    call: (by, { lastRun }) => by.get(`/emissions/explanations/bridge-steps?from=${lastRun}&to=${lastRun}&step=data`),
  },
  {
    route: 'GET /emissions/explanations/spend-lines/:batchId/:lineNo',
    names: true,
    call: (by, { ledgerId }) => by.get(`/emissions/explanations/spend-lines/${ledgerId}/2`),
    strangers: notOurs,
  },
  {
    route: 'GET /emissions/explanations/reported-lines/:versionId/:lineNo',
    names: true,
    call: (by, { versions }) => by.get(`/emissions/explanations/reported-lines/${versions.accepted}/1`),
    strangers: notOurs,
  },
];
