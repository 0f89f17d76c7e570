import { ownRowsSql, type RouteCase } from './route-case.ts';
import type { Who, World } from './world.ts';

const strangers: readonly Who[] = ['otherSupplier'];
const statement = ({ statements }: World) => `/performance-statements/${statements.statementId}`;
const scope = ({ agreement, members }: World) =>
  ({ agreementId: agreement.agreementId, supplierId: members.clerk.organisationId, year: 2026 }) as const;
const figures = ['punctuality', 'data-quality', 'coverage', 'prices', 'declarations', 'open-cases'];

/** Performance statements and data quality. */
export const statementCases: readonly RouteCase[] = [
  {
    route: 'GET /performance-statements',
    names: false,
    call: (by) => by.get('/performance-statements?year=2026'),
    rows: ({ body }) =>
      (body as { statement: { id: string } | null }[]).flatMap(({ statement: each }) => (each ? [each.id] : [])),
    truth: (world, member) =>
      `select id::text as row from follow_up.performance_statement where ${ownRowsSql(world, member, { supplier: 'supplier_id' })}`,
  },
  {
    route: 'GET /performance-statements/proposal',
    names: true,
    call: (by, world) =>
      by.get(
        `/performance-statements/proposal?agreementId=${world.agreement.agreementId}&supplierId=${world.members.clerk.organisationId}&year=2026`,
      ),
  },
  {
    route: 'POST /performance-statements',
    names: true,
    owner: 'manager',
    call: (by, world) =>
      by.post('/performance-statements', {
        ...scope(world),
        viewedId: world.statements.statementId,
        ratings: figures.map((figure) => ({ figure, rating: 'good' })),
        overallRating: 'good',
        reason: 'Alt i orden',
      }),
  },
  {
    route: 'GET /performance-statements/:statementId',
    names: true,
    call: (by, world) => by.get(statement(world)),
    strangers,
  },
  {
    route: 'GET /performance-statements/:statementId/pdf',
    names: true,
    call: (by, world) => by.get(`${statement(world)}/pdf`),
    strangers,
  },
  {
    route: 'POST /performance-statements/:statementId/comments',
    names: true,
    owner: 'clerk',
    call: (by, world) => by.post(`${statement(world)}/comments`, { text: 'Vi har rettet prisene' }),
    strangers,
  },
  {
    route: 'GET /data-quality',
    names: false,
    call: (by) => by.get('/data-quality?from=2026-01&to=2026-12'),
    rows: ({ body }) => (body as { items: { supplier: { id: string } }[] }).items.map(({ supplier }) => supplier.id),
    truth: (world, member) =>
      `select distinct supplier_id::text as row from reporting.report_version where submitted_at >= '2026-01-01' and submitted_at < '2027-01-01' and ${ownRowsSql(world, member, { supplier: 'supplier_id' })}`,
  },
  {
    route: 'GET /data-quality/:supplierId',
    names: true,
    call: (by, { members }) => by.get(`/data-quality/${members.clerk.organisationId}?from=2026-01&to=2026-12`),
    strangers,
  },
];
