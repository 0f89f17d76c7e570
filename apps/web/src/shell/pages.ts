/** Pages in the menus, by their key in the texts. */
export const pages = {
  today: { path: 'today', needs: 'agreement.monitor' },
  reports: { path: 'reports', needs: 'report.submit' },
  several: { path: 'reports/split-file', needs: 'report.submit' },
  compliance: { path: 'compliance', needs: 'agreement.monitor' },
  checks: { path: 'compliance/checks', needs: 'report.review' },
  penalties: { path: 'penalties', needs: 'penalty.read' },
  priceDeviations: { path: 'price-deviations', needs: 'price-deviation.read' },
  claims: { path: 'claims', needs: 'claim.read' },
  statements: { path: 'statements', needs: 'statement.read' },
  dataQuality: { path: 'data-quality', needs: 'data-quality.read' },
  cases: { path: 'cases', needs: 'case.read' },
  newCase: { path: 'cases/new', needs: 'case.manage' },
  askCooperative: { path: 'cases/ask', needs: 'case.request' },
  handOver: { path: 'cases/hand-over', needs: 'responsibility.hand-over' },
  agreements: { path: 'agreements', needs: 'agreement.read' },
  newAgreement: { path: 'agreements/new', needs: 'agreement.write' },
  register: { path: 'agreements/import', needs: 'agreement.write' },
  terms: { path: 'agreements/terms', needs: 'agreement.write' },
  onboarding: { path: 'agreements/onboarding', needs: 'agreement.monitor' },
  parties: { path: 'parties', needs: 'party.read' },
  withoutUsers: { path: 'parties/without-users', needs: 'supplier.invite' },
  bought: { path: 'purchases', needs: 'combined.read' },
  completeness: { path: 'completeness', needs: 'combined.read' },
  municipalities: { path: 'municipalities', needs: 'combined.read' },
  combined: { path: 'combined', needs: 'combined.read' },
  analysis: { path: 'analysis', needs: 'combined.read' },
  targets: { path: 'targets', needs: 'combined.read' },
  pictures: { path: 'pictures', needs: 'combined.read' },
  data: { path: 'data', needs: 'data.read' },
  spend: { path: 'spend', needs: 'spend.read' },
  reconciliation: { path: 'spend/reconciliation', needs: 'spend.read' },
  profiles: { path: 'spend/import-profiles', needs: 'spend.read' },
  matching: { path: 'matching', needs: 'matching.read' },
  tolerances: { path: 'matching/tolerances', needs: 'matching.read' },
  emissions: { path: 'emissions', needs: 'emissions.read' },
  published: { path: 'published', needs: 'emissions.read' },
  declarations: { path: 'declarations', needs: 'declaration.read' },
  factors: { path: 'emission-factors', needs: 'factor.read' },
  comparison: { path: 'emission-factors/comparison', needs: 'factor.read' },
  choices: { path: 'emission-factors/assignments', needs: 'factor.read' },
  rulings: { path: 'emissions/method-policies', needs: 'emissions.read' },
  categories: { path: 'emission-factors/categories', needs: 'item.read' },
  deputies: { path: 'emission-factors/delegations', needs: 'factor-assignment.manage' },
  people: { path: 'colleagues', needs: 'colleague.read' },
  notifications: { path: 'notifications', needs: 'notification.choose' },
  messages: { path: 'notifications/messages', needs: 'message.read' },
  reminders: { path: 'notifications/late', needs: 'message.send' },
  emailTexts: { path: 'notifications/texts', needs: 'email-template.write' },
  keys: { path: 'colleagues/api-keys', needs: 'api-key.manage' },
  ended: { path: 'colleagues/ended', needs: 'colleague.invite' },
  audit: { path: 'audit', needs: 'audit.read' },
  operations: { path: 'operations', needs: 'operations.read' },
  personalData: { path: 'personal-data', needs: 'session.read' },
} as const satisfies Record<string, { readonly path: string; readonly needs: string }>;

export type PageName = keyof typeof pages;

/** Menu groups and their pages, in display order. */
export const groups = {
  reporting: [
    'today',
    'reports',
    'several',
    'compliance',
    'reminders',
    'messages',
    'checks',
    'cases',
    'newCase',
    'askCooperative',
    'penalties',
    'priceDeviations',
    'claims',
    'statements',
    'dataQuality',
  ],
  purchases: [
    'bought',
    'completeness',
    'municipalities',
    'combined',
    'analysis',
    'pictures',
    'data',
    'spend',
    'reconciliation',
    'profiles',
    'matching',
    'tolerances',
  ],
  agreements: ['agreements', 'newAgreement', 'register', 'terms', 'onboarding', 'parties', 'withoutUsers'],
  climate: ['emissions', 'targets', 'published', 'declarations'],
  factors: ['factors', 'comparison', 'choices', 'rulings', 'categories', 'deputies'],
  access: ['people', 'keys', 'ended', 'handOver', 'audit', 'notifications', 'emailTexts', 'operations', 'personalData'],
} as const satisfies Record<string, readonly PageName[]>;

export type GroupName = keyof typeof groups;

/** Returns the page of an address: the one with the longest path that is a prefix. Null when there is none. */
export function pageAt(url: string): PageName | null {
  const path = url.split(/[?#]/)[0]?.replace(/^\//, '') ?? '';
  const names = (Object.keys(pages) as PageName[]).filter(
    (name) => path === pages[name].path || path.startsWith(`${pages[name].path}/`),
  );
  return names.toSorted((a, b) => pages[b].path.length - pages[a].path.length)[0] ?? null;
}
