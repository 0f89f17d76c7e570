import type { Role } from '@tallgrunn/api-client';
import { identityRoutes } from '@tallgrunn/identity-web';
import type { Routes } from '@angular/router';
import { rooms } from '../rooms.ts';
import { frontOf, pagesFor, placesFor } from './navigation.ts';
import { groups, pageAt, pages, type PageName } from './pages.ts';

/** The room of reports starts a worker, which no test without a browser can read: its addresses are written here. */
const inReporting = ['compliance', 'compliance/checks', 'reports', 'reports/several', 'today'];

const names = Object.keys(pages) as PageName[];

/** Pages of one pair of agreement and supplier, which stand in the query. */
const chosenByQuery = ['price-deviations/lines'];

/** Every address below some routes that has no part to fill in. */
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

  it.each(roles)('shows %s at most six places, the front page first', (role) => {
    expect(placesFor(role).length).toBeLessThanOrEqual(6);
    expect(placesFor(role)[0]).toBe(frontOf(role));
  });

  it('leads strangers nowhere', () => {
    expect(placesFor(null)).toEqual([]);
    expect(pagesFor(new Set())).toEqual([]);
  });

  it('has every page behind sign-in that can be opened without choosing something first, and no other', async () => {
    const behind = [
      ...rooms.filter(({ path }) => !inReporting.includes(path ?? '')),
      ...identityRoutes.filter(
        ({ path }) => path?.startsWith('people') || ['audit', 'operations', 'personal-data'].includes(path ?? ''),
      ),
    ];
    expect(names.map((name) => pages[name].path).toSorted()).toEqual(
      [...inReporting, ...(await addressesOf(behind))].toSorted(),
    );
    expect(Object.values(groups).flat().toSorted()).toEqual(names.toSorted());
  });

  it('shows of a group what the permissions open', () => {
    expect(pagesFor(new Set(['factor.read', 'emissions.read']))).toEqual([
      { group: 'climate', pages: ['emissions', 'published'] },
      { group: 'factors', pages: ['factors', 'comparison', 'choices', 'rulings'] },
    ]);
  });

  it('knows which page an address lies in', () => {
    expect(pageAt('/factors/choices?lang=nb')).toBe('choices');
    expect(pageAt('/agreements/123/parties')).toBe('agreements');
    expect(pageAt('/help')).toBeNull();
  });
});
