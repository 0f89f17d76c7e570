import { onBehalfDetails, marchLines, reportCsv } from '@tallgrunn/reporting-server/testing';
import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import type { Who, World } from './world.ts';

const notOurs: readonly Who[] = ['otherSupplier'];
const obligation = ({ agreement }: World) => `/obligations/${agreement.obligations['2026-03']}`;
const version = ({ versions }: World) => `/report-versions/${versions.accepted}`;
const ofObligation = (part: string): RouteCase => ({
  route: `GET /obligations/:obligationId${part}`,
  names: true,
  call: (by, world) => by.get(`${obligation(world)}${part}`),
  strangers: notOurs,
});
const ofVersion = (part: string): RouteCase => ({
  route: `GET /report-versions/:versionId${part}`,
  names: true,
  call: (by, world) => by.get(`${version(world)}${part}`),
  strangers: notOurs,
});

/** reporting. */
export const reportCases: readonly RouteCase[] = [
  {
    route: 'GET /obligations',
    names: false,
    call: (by) => by.get('/obligations'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from agreements.reporting_obligation where ${ownRowsSql(world, member, { supplier: 'supplier_id' })}`,
  },
  {
    route: 'GET /compliance',
    names: false,
    call: (by) => by.get('/compliance'),
    rows: ({ body }) => (body.rows as { cells: { id: string }[] }[]).flatMap(({ cells }) => cells.map(({ id }) => id)),
    truth: (world, member) =>
      `select id::text as row from agreements.reporting_obligation where ${ownRowsSql(world, member, { supplier: 'supplier_id' })}`,
  },
  {
    route: 'GET /compliance/overridden-checks',
    names: false,
    call: (by) => by.get('/compliance/overridden-checks'),
    rows: ({ body }) =>
      (body as { agreement: { id: string }; code: string }[]).map(({ agreement, code }) => `${agreement.id} ${code}`),
    truth: ({ cooperativeId }) =>
      `select distinct v.agreement_id || ' ' || c.code as row from reporting.finding_response c join reporting.report_version v on v.cooperative_id = c.cooperative_id and v.id = c.version_id
       where c.cooperative_id = '${cooperativeId}' and v.state in ('submitted', 'accepted', 'returned')`,
  },
  ofObligation(''),
  ofObligation('/terms'),
  ofObligation('/context'),
  ofObligation('/template'),
  {
    route: 'POST /obligations/:obligationId/versions',
    names: true,
    call: (by, { obligationsOfOther }) =>
      by.upload(`/obligations/${obligationsOfOther['2026-03']}/versions`, {
        name: 'mars.csv',
        content: reportCsv(marchLines),
      }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  {
    route: 'POST /obligations/:obligationId/report-nil',
    names: true,
    call: (by, { obligationsOfOther }) => by.post(`/obligations/${obligationsOfOther['2026-01']}/report-nil`),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  {
    route: 'POST /obligations/:obligationId/report-nil/explain',
    names: true,
    call: (by, { nilObligationId }) =>
      by.post(`/obligations/${nilObligationId}/report-nil/explain`, { reason: 'Fakturaen gjelder en annen avtale.' }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  ofObligation('/remembered-answers'),
  {
    route: 'POST /obligations/:obligationId/remembered-answers/:answerId/revoke',
    names: true,
    call: (by, world) => by.post(`${obligation(world)}/remembered-answers/${world.rememberedAnswerId}/revoke`),
    strangers: notOurs,
    owner: 'clerk',
  },
  {
    route: 'GET /obligations/:obligationId/manual-entry',
    names: true,
    call: (by, world) => by.get(`${obligation(world)}/manual-entry`),
    strangers: notOurs,
  },
  {
    route: 'PATCH /obligations/:obligationId/manual-entry',
    names: true,
    call: (by, { obligationsOfOther }) =>
      by.patch(`/obligations/${obligationsOfOther['2026-02']}/manual-entry`, {
        since: 0,
        changes: [
          {
            id: '019d0000-0000-7000-8000-000000000001',
            place: 1,
            cells: [{ field: 'itemNumber', was: '', is: '00512' }],
          },
        ],
      }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  {
    route: 'POST /obligations/:obligationId/manual-entry/submit',
    names: true,
    call: (by, { obligationsOfOther }) =>
      by.post(`/obligations/${obligationsOfOther['2026-02']}/manual-entry/submit`, { revision: 1 }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  {
    route: 'GET /obligations/:obligationId/invoice-prefill',
    names: true,
    call: (by, world) => by.get(`${obligation(world)}/invoice-prefill`),
    strangers: notOurs,
  },
  {
    route: 'GET /obligations/:obligationId/invoice-prefill/workbook',
    names: true,
    call: (by, world) => by.get(`${obligation(world)}/invoice-prefill/workbook`),
    strangers: notOurs,
  },
  {
    route: 'GET /obligations/:obligationId/invoice-quality',
    names: true,
    call: (by, world) => by.get(`${obligation(world)}/invoice-quality`),
    strangers: notOurs,
  },
  {
    route: 'POST /obligations/:obligationId/manual-entry/prefill',
    names: true,
    call: (by, world) => by.post(`${obligation(world)}/manual-entry/prefill`, {}),
    strangers: notOurs,
    owner: 'clerk',
  },
  {
    route: 'GET /obligations/:obligationId/branches',
    names: true,
    call: (by, { branches }) => by.get(`/obligations/${branches.branchObligationId}/branches`),
    strangers: ['clerk', 'supplierAdministrator'],
  },
  {
    route: 'POST /obligations/:obligationId/branches/submit',
    names: true,
    call: (by, { branches: { branchObligationId } }) =>
      by.post(`/obligations/${branchObligationId}/branches/submit`, {
        versions: [],
        missing: [{ obligationId: branchObligationId, reason: 'Kommer fredag.' }],
      }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  ofVersion(''),
  ofVersion('/findings'),
  ofVersion('/quarantined-rows'),
  {
    ...ofVersion('/lines'),
    rows: rowValues('lineKey'),
    truth: ({ cooperativeId, versions }) =>
      `select line_key as row from reporting.report_line where cooperative_id = '${cooperativeId}' and version_id = '${versions.accepted}'`,
  },
  ofVersion('/receipt'),
  ofVersion('/file'),
  ofVersion('/annotated-rows'),
  {
    route: 'GET /report-versions/:versionId/diff',
    names: true,
    call: (by, { versions }) => by.get(`/report-versions/${versions.correcting}/diff`),
    strangers: notOurs,
  },
  {
    route: 'GET /report-versions/:versionId/diff/file',
    names: true,
    call: (by, { versions }) => by.get(`/report-versions/${versions.correcting}/diff/file`),
    strangers: notOurs,
  },
  {
    route: 'POST /obligations/:obligationId/versions/on-behalf',
    names: true,
    call: (by, { obligationsOfOther }) =>
      by.upload(
        `/obligations/${obligationsOfOther['2026-02']}/versions/on-behalf`,
        { name: 'februar.csv', content: reportCsv(marchLines) },
        { behalf: JSON.stringify(onBehalfDetails) },
      ),
    owner: 'manager',
  },
  ofVersion('/reading-options'),
  {
    route: 'POST /report-versions/:versionId/submit',
    names: true,
    call: (by, { versions }) => by.post(`/report-versions/${versions.checked}/submit`),
    strangers: notOurs,
    owner: 'clerk',
  },
  {
    route: 'POST /report-versions/:versionId/accept',
    names: true,
    call: (by, { versions }) => by.post(`/report-versions/${versions.waiting}/accept`),
    owner: 'manager',
  },
  {
    route: 'POST /report-versions/:versionId/return',
    names: true,
    call: (by, { versions }) =>
      by.post(`/report-versions/${versions.waitingToo}/return`, { reason: 'Prisene er ikke avtalt.' }),
    owner: 'manager',
  },
  {
    route: 'POST /report-versions/:versionId/submit-on-behalf',
    names: true,
    call: (by, { versions }) =>
      by.post(`/report-versions/${versions.onBehalf}/submit-on-behalf`, { correction: { code: 'returned' } }),
    owner: 'manager',
  },
  {
    route: 'POST /report-versions/:versionId/respond-on-behalf',
    names: true,
    call: (by, { versions }) => by.post(`/report-versions/${versions.onBehalf}/respond-on-behalf`, { agreed: true }),
    strangers: notOurs,
    owner: 'clerk',
  },
];
