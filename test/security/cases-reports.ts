import { onBehalfDetails, marchLines, reportCsv } from '@tallgrunn/reporting-server/testing';
import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import type { Who, World } from './world.ts';

const notOurs: readonly Who[] = ['otherSupplier'];
const duty = ({ agreement }: World) => `/duties/${agreement.duties['2026-03']}`;
const version = ({ versions }: World) => `/versions/${versions.accepted}`;
const ofDuty = (part: string): RouteCase => ({
  route: `GET /duties/:dutyId${part}`,
  names: true,
  call: (by, world) => by.get(`${duty(world)}${part}`),
  strangers: notOurs,
});
const ofVersion = (part: string): RouteCase => ({
  route: `GET /versions/:versionId${part}`,
  names: true,
  call: (by, world) => by.get(`${version(world)}${part}`),
  strangers: notOurs,
});

/** reporting. */
export const reportCases: readonly RouteCase[] = [
  {
    route: 'GET /duties',
    names: false,
    call: (by) => by.get('/duties'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from agreements.duty where ${ownRowsSql(world, member, { supplier: 'supplier_id' })}`,
  },
  {
    route: 'GET /compliance',
    names: false,
    call: (by) => by.get('/compliance'),
    rows: ({ body }) => (body.rows as { cells: { id: string }[] }[]).flatMap(({ cells }) => cells.map(({ id }) => id)),
    truth: (world, member) =>
      `select id::text as row from agreements.duty where ${ownRowsSql(world, member, { supplier: 'supplier_id' })}`,
  },
  {
    route: 'GET /compliance/overrides',
    names: false,
    call: (by) => by.get('/compliance/overrides'),
    rows: ({ body }) =>
      (body as { agreement: { id: string }; code: string }[]).map(({ agreement, code }) => `${agreement.id} ${code}`),
    truth: ({ cooperativeId }) =>
      `select distinct v.agreement_id || ' ' || c.code as row from reporting.confirmation c join reporting.version v on v.cooperative_id = c.cooperative_id and v.id = c.version_id
       where c.cooperative_id = '${cooperativeId}' and v.state in ('submitted', 'accepted', 'returned')`,
  },
  ofDuty(''),
  ofDuty('/terms'),
  ofDuty('/context'),
  ofDuty('/template'),
  {
    route: 'POST /duties/:dutyId/versions',
    names: true,
    call: (by, { dutiesOfOther }) =>
      by.upload(`/duties/${dutiesOfOther['2026-03']}/versions`, { name: 'mars.csv', content: reportCsv(marchLines) }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  {
    route: 'POST /duties/:dutyId/nil',
    names: true,
    call: (by, { dutiesOfOther }) => by.post(`/duties/${dutiesOfOther['2026-01']}/nil`),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  {
    route: 'POST /duties/:dutyId/nil/explain',
    names: true,
    call: (by, { nilDutyId }) =>
      by.post(`/duties/${nilDutyId}/nil/explain`, { reason: 'Fakturaen gjelder en annen avtale.' }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  ofDuty('/remembered-answers'),
  {
    route: 'POST /duties/:dutyId/remembered-answers/:answerId/revoke',
    names: true,
    call: (by, world) => by.post(`${duty(world)}/remembered-answers/${world.rememberedAnswerId}/revoke`),
    strangers: notOurs,
    owner: 'clerk',
  },
  {
    route: 'GET /duties/:dutyId/typed',
    names: true,
    call: (by, world) => by.get(`${duty(world)}/typed`),
    strangers: notOurs,
  },
  {
    route: 'POST /duties/:dutyId/typed/changes',
    names: true,
    call: (by, { dutiesOfOther }) =>
      by.post(`/duties/${dutiesOfOther['2026-02']}/typed/changes`, {
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
    route: 'POST /duties/:dutyId/typed/versions',
    names: true,
    call: (by, { dutiesOfOther }) => by.post(`/duties/${dutiesOfOther['2026-02']}/typed/versions`, { revision: 1 }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  {
    route: 'GET /duties/:dutyId/invoiced',
    names: true,
    call: (by, world) => by.get(`${duty(world)}/invoiced`),
    strangers: notOurs,
  },
  {
    route: 'GET /duties/:dutyId/invoiced/workbook',
    names: true,
    call: (by, world) => by.get(`${duty(world)}/invoiced/workbook`),
    strangers: notOurs,
  },
  {
    route: 'GET /duties/:dutyId/invoice-quality',
    names: true,
    call: (by, world) => by.get(`${duty(world)}/invoice-quality`),
    strangers: notOurs,
  },
  {
    route: 'POST /duties/:dutyId/typed/begun',
    names: true,
    call: (by, world) => by.post(`${duty(world)}/typed/begun`, {}),
    strangers: notOurs,
    owner: 'clerk',
  },
  {
    route: 'GET /duties/:dutyId/branches',
    names: true,
    call: (by, { branches }) => by.get(`/duties/${branches.branchDutyId}/branches`),
    strangers: ['clerk', 'supplierAdministrator'],
  },
  {
    route: 'POST /duties/:dutyId/branches/submissions',
    names: true,
    call: (by, { branches: { branchDutyId } }) =>
      by.post(`/duties/${branchDutyId}/branches/submissions`, {
        versions: [],
        missing: [{ dutyId: branchDutyId, reason: 'Kommer fredag.' }],
      }),
    strangers: ['clerk', 'supplierAdministrator'],
    owner: 'otherSupplier',
  },
  ofVersion(''),
  ofVersion('/findings'),
  ofVersion('/quarantined'),
  {
    ...ofVersion('/lines'),
    rows: rowValues('lineKey'),
    truth: ({ cooperativeId, versions }) =>
      `select line_key as row from reporting.line where cooperative_id = '${cooperativeId}' and version_id = '${versions.accepted}'`,
  },
  ofVersion('/receipt'),
  ofVersion('/file'),
  ofVersion('/annotated'),
  {
    route: 'GET /versions/:versionId/diff',
    names: true,
    call: (by, { versions }) => by.get(`/versions/${versions.correcting}/diff`),
    strangers: notOurs,
  },
  {
    route: 'GET /versions/:versionId/diff/file',
    names: true,
    call: (by, { versions }) => by.get(`/versions/${versions.correcting}/diff/file`),
    strangers: notOurs,
  },
  {
    route: 'POST /duties/:dutyId/versions/on-behalf',
    names: true,
    call: (by, { dutiesOfOther }) =>
      by.upload(
        `/duties/${dutiesOfOther['2026-02']}/versions/on-behalf`,
        { name: 'februar.csv', content: reportCsv(marchLines) },
        { behalf: JSON.stringify(onBehalfDetails) },
      ),
    owner: 'manager',
  },
  ofVersion('/answers'),
  {
    route: 'POST /versions/:versionId/submit',
    names: true,
    call: (by, { versions }) => by.post(`/versions/${versions.checked}/submit`),
    strangers: notOurs,
    owner: 'clerk',
  },
  {
    route: 'POST /versions/:versionId/accept',
    names: true,
    call: (by, { versions }) => by.post(`/versions/${versions.waiting}/accept`),
    owner: 'manager',
  },
  {
    route: 'POST /versions/:versionId/return',
    names: true,
    call: (by, { versions }) =>
      by.post(`/versions/${versions.waitingToo}/return`, { reason: 'Prisene er ikke avtalt.' }),
    owner: 'manager',
  },
  {
    route: 'POST /versions/:versionId/submit-on-behalf',
    names: true,
    call: (by, { versions }) =>
      by.post(`/versions/${versions.onBehalf}/submit-on-behalf`, { correction: { code: 'returned' } }),
    owner: 'manager',
  },
  {
    route: 'POST /versions/:versionId/answer-on-behalf',
    names: true,
    call: (by, { versions }) => by.post(`/versions/${versions.onBehalf}/answer-on-behalf`, { agreed: true }),
    strangers: notOurs,
    owner: 'clerk',
  },
];
