import type { Role } from '@tallgrunn/api-client';
import { identityRoutes } from '@tallgrunn/identity-web';
import type { Routes } from '@angular/router';
import { rooms } from '../rooms.ts';
import { firstPageOf, permittedPages, menuPagesFor } from './navigation.ts';
import { groups, pageAt, pages, type PageName } from './pages.ts';

/**
 * The reporting room starts a worker, which tests without a browser cannot load. Its addresses are therefore listed
 * here.
 */
const inReporting = ['compliance', 'compliance/checks', 'reports', 'reports/split-file', 'today'];

const names = Object.keys(pages) as PageName[];

/** Pages whose agreement and supplier are in the query string. */
const chosenByQuery = ['price-deviations/lines'];

/** Returns every address below some routes that has no parameter. */
async function addressesOf(routes: Routes, above = ''): Promise<string[]> {
  const found = await Promise.all(
    routes.map(async (route) => {
      const path = [above, route.path].filter(Boolean).join('/');
      const below = route.loadChildren ? ((await route.loadChildren()) as Routes) : route.children;
      return [...(route.loadComponent ? [path] : []), ...(below ? await addressesOf(below, path) : [])];
    }),
  );
  return found.flat().filter((path) => !path.includes(':') && !chosenByQuery.includes(path));
}

describe('navigation', () => {
  const roles: Role[] = [
    'contract-manager',
    'administrator',
    'auditor',
    'supplier-clerk',
    'supplier-administrator',
    'buyer',
    'buyer-administrator',
  ];

  it.each(roles)('shows %s at most six pages, the first page first', (role) => {
    expect(menuPagesFor(role).length).toBeLessThanOrEqual(6);
    expect(menuPagesFor(role)[0]).toBe(firstPageOf(role));
  });

  it('shows no pages without a role', () => {
    expect(menuPagesFor(null)).toEqual([]);
    expect(permittedPages(new Set())).toEqual([]);
  });

  it('lists every page behind sign-in that needs no parameter, and no other', async () => {
    const behind = [
      ...rooms.filter(({ path }) => !inReporting.includes(path ?? '')),
      ...identityRoutes.filter(
        ({ path }) => path?.startsWith('colleagues') || ['audit', 'operations', 'personal-data'].includes(path ?? ''),
      ),
    ];
    expect(names.map((name) => pages[name].path).toSorted()).toEqual(
      [...inReporting, ...(await addressesOf(behind))].toSorted(),
    );
    expect(Object.values(groups).flat().toSorted()).toEqual(names.toSorted());
  });

  it('shows the pages of a group that the permissions allow', () => {
    expect(permittedPages(new Set(['factor.read', 'emissions.read']))).toEqual([
      { group: 'climate', pages: ['emissions', 'published'] },
      { group: 'factors', pages: ['factors', 'comparison', 'choices', 'rulings'] },
    ]);
  });

  it('finds the page of an address', () => {
    expect(pageAt('/emission-factors/assignments?lang=nb')).toBe('choices');
    expect(pageAt('/agreements/123/parties')).toBe('agreements');
    expect(pageAt('/help')).toBeNull();
  });
});
