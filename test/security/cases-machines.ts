import { reportCsv, marchLines } from '@tallgrunn/reporting-server/testing';
import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';
import type { World } from './world.ts';

const file = { name: 'mars.csv', content: reportCsv(marchLines) };
const send = (what: 'checks' | 'submissions'): RouteCase => ({
  route: `POST /obligations/:obligationId/${what}`,
  names: true,
  call: (by, { obligationsOfOther }: World) =>
    by.upload(`/obligations/${obligationsOfOther['2026-02']}/${what}?wait=0`, file),
  strangers: ['clerk', 'supplierAdministrator'],
  owner: 'otherSupplier',
});

/** API keys, and requests by programs. */
export const machineCases: readonly RouteCase[] = [
  {
    route: 'GET /api-keys',
    names: false,
    call: (by) => by.get('/api-keys'),
    rows: rowValues('id'),
    truth: (_world, member) =>
      `select id::text as row from identity.api_key where organisation_id = '${member.organisationId}'`,
  },
  {
    route: 'POST /api-keys',
    names: false,
    call: (by) => by.post('/api-keys', { name: 'ERP', scopes: ['report:check'], expiresOn: '2026-10-01' }),
    owner: 'supplierAdministrator',
  },
  {
    route: 'POST /api-keys/:apiKeyId/revoke',
    names: true,
    call: (by, { sent }) => by.post(`/api-keys/${sent.apiKeyId}/revoke`),
    strangers: ['buyerAdministrator'],
    owner: 'supplierAdministrator',
  },
  {
    route: 'GET /obligations/:obligationId/line-schema',
    names: true,
    call: (by, { agreement }) => by.get(`/obligations/${agreement.obligations['2026-03']}/line-schema`),
    strangers: ['otherSupplier'],
  },
  send('checks'),
  send('submissions'),
  {
    route: 'GET /checks/:checkId',
    names: true,
    call: (by, { sent }) => by.get(`/checks/${sent.checkId}`),
    strangers: ['otherSupplier'],
  },
  {
    route: 'GET /submissions/:submissionId',
    names: true,
    call: (by, { sent }) => by.get(`/submissions/${sent.submissionId}`),
    strangers: ['otherSupplier'],
  },
  { route: 'GET /data-tables', names: false, call: (by) => by.get('/data-tables') },
  { route: 'GET /odata', names: false, call: (by) => by.get('/odata') },
  { route: 'GET /odata/$metadata', names: false, call: (by) => by.get('/odata/$metadata') },
  {
    route: 'GET /odata/:table/$count',
    names: false,
    call: (by) => by.get('/odata/Agreements/$count'),
  },
  {
    // parquet.spec of the exchange room reads the rows of files back, for several organisations and cooperatives.
    route: 'GET /odata/:table.parquet',
    names: false,
    call: (by) => by.get('/odata/Agreements.parquet'),
  },
  {
    route: 'GET /odata/:table',
    names: false,
    call: (by) => by.get('/odata/CombinedLines?$select=LineKey&$top=5000'),
    strangers: ['clerk', 'supplierAdministrator', 'otherSupplier'],
    rows: ({ body }) => body.value.map(({ LineKey }: { LineKey: string }) => LineKey),
    truth: (world, member) =>
      `select key as row from insight.door_combined_line where ${ownRowsSql(world, member, { buyer: 'buyer_id' })}`,
  },
  {
    route: 'GET /odata/:table',
    names: false,
    call: (by) => by.get('/odata/Obligations?$select=Id&$top=5000'),
    strangers: ['buyer', 'buyerAdministrator', 'otherBuyer'],
    rows: ({ body }) => body.value.map(({ Id }: { Id: string }) => Id),
    truth: (world, member) =>
      `select id::text as row from agreements.reporting_obligation where ${ownRowsSql(world, member, { supplier: 'supplier_id' })}`,
  },
];
