import type { Routes } from '@angular/router';

/**
 * Pages by their old address and their present one, for bookmarks and for links in e-mails that were sent before. Longer
 * addresses come before their beginnings. docs/renamed-addresses.md lists the same.
 */
export const renamedPages: readonly (readonly [before: string, now: string])[] = [
  ['agreements/:agreementId/duties', 'agreements/:agreementId/obligations'],
  ['agreements/:agreementId/use', 'agreements/:agreementId/utilisation'],
  ['bought', 'purchases'],
  ['factors/choices', 'emission-factors/assignments'],
  ['factors/deputies', 'emission-factors/delegations'],
  ['factors/rulings', 'emissions/method-policies'],
  ['factors', 'emission-factors'],
  ['people/keys', 'colleagues/api-keys'],
  ['people', 'colleagues'],
  ['reports/several', 'reports/split-file'],
  ['reports/:obligation/type', 'reports/:obligation/manual-entry'],
  ['spend/profiles', 'spend/import-profiles'],
];

/**
 * Redirects from the old addresses. The targets are relative, because the router then keeps what follows the address:
 * the rest of the path, the query and the fragment.
 */
export const renamedRoutes: Routes = renamedPages.map(([before, now]) => ({ path: before, redirectTo: now }));
