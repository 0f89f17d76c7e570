import { testTerms } from '@tallgrunn/agreements-server/testing';
import { rowValues, type RouteCase } from './route-case.ts';

const base = (world: { agreement: { agreementId: string } }) => `/agreements/${world.agreement.agreementId}`;
const readers = ['clerk', 'supplierAdministrator'] as const;

/** Builds a read of a terms version in an agreement that the supplier is not a party to. */
const read = (route: string, path: string): RouteCase => ({
  route: `GET /agreements/:agreementId${route}`,
  names: true,
  call: (by, { agreementOfOther }) => by.get(`/agreements/${agreementOfOther}${path}`),
  strangers: readers,
});

/** The terms of an agreement, and testing them before publication. */
export const termsCases: readonly RouteCase[] = [
  read('/terms', '/terms'),
  read('/terms/:version', '/terms/1'),
  read('/terms/:version/columns', '/terms/1/columns'),
  read('/terms/:version/line-schema', '/terms/1/line-schema'),
  read('/terms/diff', '/terms/diff?from=1&to=1'),
  {
    route: 'POST /agreements/:agreementId/terms',
    names: true,
    call: (by, world) => by.post(`${base(world)}/terms`, { document: testTerms, holdsFrom: '2026-07-01' }),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/terms/preview-obligations',
    names: true,
    call: (by, world) =>
      by.post(`${base(world)}/terms/preview-obligations`, { document: testTerms, holdsFrom: '2026-07-01' }),
    owner: 'manager',
  },
  {
    route: 'GET /agreements/:agreementId/open-templates',
    names: true,
    call: (by, world) => by.get(`${base(world)}/open-templates`),
    rows: rowValues('slug'),
    truth: ({ cooperativeId, agreement }) =>
      `select slug as row from agreements.open_template where cooperative_id = '${cooperativeId}' and agreement_id = '${agreement.agreementId}'`,
  },
  {
    route: 'GET /agreements/:agreementId/open-templates/preview',
    names: true,
    call: (by, world) => by.get(`${base(world)}/open-templates/preview`),
  },
  // Uses the agreement without a template: a report is published once, and an address is unique in the installation.
  {
    route: 'POST /agreements/:agreementId/open-templates',
    names: true,
    call: (by, { agreementOfOther, cooperativeId }) =>
      by.post(`/agreements/${agreementOfOther}/open-templates`, { report: 'deliveries', slug: `til-${cooperativeId}` }),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/open-templates/:templateId/withdraw',
    names: true,
    call: (by, world) => by.post(`${base(world)}/open-templates/${world.openTemplateId}/withdraw`),
    owner: 'manager',
  },
  {
    route: 'POST /agreements/:agreementId/terms/dry-run',
    names: true,
    call: (by, world) => by.post(`${base(world)}/terms/dry-run`, { document: testTerms }),
    owner: 'manager',
  },
];
