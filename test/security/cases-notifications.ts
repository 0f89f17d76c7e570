import { rowValues, ownRowsSql, type RouteCase } from './route-case.ts';

const itemsOf =
  (key: string): NonNullable<RouteCase['rows']> =>
  ({ body }) =>
    (body.items as Record<string, unknown>[]).map((row) => String(row[key]));

/** follow-up: notifications and calendars. */
export const notificationCases: readonly RouteCase[] = [
  {
    route: 'GET /messages',
    names: false,
    call: (by, { members }) => by.get(`/messages?supplierId=${members.clerk.organisationId}`),
    rows: itemsOf('id'),
    truth: (world, member) =>
      `select id::text as row from follow_up.notification where ${ownRowsSql(world, member, { supplier: 'organisation_id' })} and supplier_id = '${world.members.clerk.organisationId}' order by id desc limit 50`,
  },
  {
    route: 'POST /messages/:messageId/resend',
    names: true,
    call: (by, { notifications }) => by.post(`/messages/${notifications.failedMessages[0]}/resend`),
    owner: 'manager',
  },
  {
    route: 'GET /unreachable-addresses',
    names: false,
    call: (by) => by.get('/unreachable-addresses'),
    rows: rowValues('id'),
    truth: (world, member) =>
      `select id::text as row from follow_up.unreachable_address where ${ownRowsSql(world, member, { supplier: 'organisation_id' })} and cleared_at is null`,
  },
  {
    route: 'POST /unreachable-addresses/:addressId/clear',
    names: true,
    call: (by, { notifications }) => by.post(`/unreachable-addresses/${notifications.unreachableAddresses[0]}/clear`),
    owner: 'manager',
  },
  {
    route: 'GET /late-obligations',
    names: false,
    call: (by) => by.get('/late-obligations'),
    rows: rowValues('obligationId'),
    truth: ({ cooperativeId }) =>
      `select d.id::text as row from agreements.reporting_obligation d where d.cooperative_id = '${cooperativeId}' and d.exempted_at is null and d.due_on < '2026-04-14'
         and not exists (select from reporting.report_version v where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state in ('submitted', 'accepted', 'returned'))`,
  },
  {
    route: 'POST /late-obligations/remind/preview',
    names: true,
    call: (by, { obligationsOfOther }) =>
      by.post('/late-obligations/remind/preview', { obligationIds: [obligationsOfOther['2026-01']], language: 'nb' }),
    owner: 'manager',
  },
  {
    route: 'POST /late-obligations/remind',
    names: false,
    call: (by, { obligationsOfOther }) =>
      by.post('/late-obligations/remind', { obligationIds: [obligationsOfOther['2026-01']] }),
    owner: 'manager',
  },
  {
    route: 'GET /email-templates',
    names: false,
    call: (by) => by.get('/email-templates'),
    rows: ({ body }) =>
      (body as { kind: string; language: string; isOwn: boolean }[])
        .filter(({ isOwn }) => isOwn)
        .map(({ kind, language }) => `${kind} ${language}`),
    truth: ({ cooperativeId }) =>
      `select kind || ' ' || language as row from follow_up.email_template where cooperative_id = '${cooperativeId}'
       union all select kind || ' ' || language from identity.invitation_template where cooperative_id = '${cooperativeId}'`,
  },
  {
    route: 'POST /email-templates/:kind/:language/preview',
    names: false,
    call: (by) => by.post('/email-templates/report-accepted/nb/preview', { template: null }),
    owner: 'manager',
  },
  {
    route: 'PUT /email-templates/:kind/:language',
    names: false,
    call: (by) => by.put('/email-templates/report-received/nb', { subject: 'Mottatt', body: 'Takk.' }),
    owner: 'manager',
  },
  {
    route: 'POST /email-templates/:kind/:language/reset',
    names: false,
    call: (by) => by.post('/email-templates/report-received/nb/reset'),
    owner: 'manager',
  },
  {
    route: 'GET /calendar-feeds',
    names: false,
    call: (by) => by.get('/calendar-feeds'),
    rows: rowValues('id'),
    truth: ({ cooperativeId }, { membershipId }) =>
      `select id::text as row from follow_up.calendar_feed where cooperative_id = '${cooperativeId}' and membership_id = '${membershipId}' and revoked_at is null`,
  },
  {
    route: 'POST /calendar-feeds',
    names: false,
    call: (by) => by.post('/calendar-feeds'),
    owner: 'otherBuyer',
  },
  {
    route: 'POST /calendar-feeds/:feedId/revoke',
    names: true,
    call: (by, { notifications }) => by.post(`/calendar-feeds/${notifications.calendarFeedId}/revoke`),
    strangers: ['manager', 'administrator', 'supplierAdministrator', 'otherSupplier', 'buyer'],
    owner: 'clerk',
  },
];
