// Who may import whom: the one place where it is written. eslint.config.mjs and test/architecture read it.

/** Pure foundation, browser and server alike. A name may import the names to its left. */
export const foundation = ['values', 'tabular', 'formats', 'checks'];

/** The rooms in the order data flows. A room may import the doors of the rooms to its left, never to its right. */
export const rooms = [
  'identity',
  'agreements',
  'catalogue',
  'factor-book',
  'declarations',
  'spend',
  'reporting',
  'matching',
  'emissions',
  'follow-up',
  'insight',
  'exchange',
];

/** Plumbing under the rooms: which side may stand on it, and what it stands on itself. */
export const plumbing = {
  platform: { side: 'server', onto: ['values', 'tabular'] },
  design: { side: 'web', onto: ['values', 'tabular', 'api-client'] },
  'api-client': { side: 'web', onto: [] },
};

/** Makes the demo and its truth; may import nothing of what it tests. */
export const standalone = ['demo-world'];

/** The roof: what each app may reach. */
export const apps = {
  server: { side: 'server', onto: 'everything on its side' },
  web: { side: 'web', onto: 'everything on its side' },
  // The command line runs the server's use cases without the web.
  cli: { side: 'server', onto: 'everything on its side', ontoApps: ['server'] },
};

/** Packages a side must never import. */
export const bannedOn = {
  web: ['@nestjs/*', 'typeorm', '@nestjs/typeorm', 'pg', 'express', 'multer', 'passport', 'node:*'],
  pure: ['@nestjs/*', 'typeorm', 'pg', '@angular/*', 'node:*'],
  server: ['@angular/*'],
};

/** Tables that belong to no tenant; every other table starts its keys with cooperative_id. */
export const tablesWithoutTenant = [
  'identity.cooperative',
  'identity.person',
  'identity.legal_entity',
  'identity.session',
  'identity.password_reset',
  'identity.attempt',
  'identity.passkey',
  'identity.totp_secret',
  'identity.recovery_code',
  'platform.migration',
  'platform.event_subscription',
  'platform.downtime',
  'platform.instance',
  'platform.heartbeat',
  'platform.erasable_column',
  'platform.organisation_reference',
  'platform.organisation_merge_function',
  'platform.retention_period',
  'platform.service_process',
  'platform.storage_measurement',
  'platform.alert',
  'platform.cooperative_move',
  'factor_book.factor_set',
  'factor_book.factor',
  'factor_book.price_margin_set',
  'factor_book.price_margin',
  'factor_book.account_map',
  'factor_book.account_map_entry',
  'factor_book.series',
  'factor_book.series_point',
  'factor_book.default_factor',
  'catalogue.category',
  'catalogue.cpv_category',
  'catalogue.account_category',
  'catalogue.product_group',
  'catalogue.code_product_group',
  'catalogue.unspsc_category',
  'catalogue.code_name',
  'emissions.unit',
];

/** Unique keys that speak for the whole installation, of tables that have a tenant: a public address leads to one thing, whoever made it. */
export const keysOfTheInstallation = ['agreements.open_template (slug)'];

const before = (list, name) => list.slice(0, list.indexOf(name));
const tag = (name) => `room:${name}`;

/** Tag constraints for @nx/enforce-module-boundaries, built from the lists above. */
export function depConstraints() {
  const pure = foundation.map((name) => ({
    sourceTag: tag(name),
    onlyDependOnLibsWithTags: [tag(name), ...before(foundation, name).map(tag)],
  }));
  const alone = standalone.map((name) => ({ sourceTag: tag(name), onlyDependOnLibsWithTags: [tag(name)] }));
  const ground = Object.entries(plumbing).map(([name, { onto }]) => ({
    sourceTag: tag(name),
    onlyDependOnLibsWithTags: [tag(name), ...onto.map(tag)],
  }));
  const underRooms = [...foundation, ...Object.keys(plumbing)].map(tag);
  const business = rooms.map((name) => ({
    sourceTag: tag(name),
    onlyDependOnLibsWithTags: [tag(name), ...before(rooms, name).map(tag), ...underRooms],
  }));
  const sides = [
    { sourceTag: 'side:pure', onlyDependOnLibsWithTags: ['side:pure'], bannedExternalImports: bannedOn.pure },
    {
      sourceTag: 'side:server',
      onlyDependOnLibsWithTags: ['side:pure', 'side:server'],
      bannedExternalImports: bannedOn.server,
    },
    { sourceTag: 'side:web', onlyDependOnLibsWithTags: ['side:pure', 'side:web'], bannedExternalImports: bannedOn.web },
  ];
  return [...pure, ...alone, ...ground, ...business, ...sides];
}
