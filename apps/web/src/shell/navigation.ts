import type { Role } from '@tallgrunn/api-client';
import { groups, pages, type GroupName, type PageName } from './pages.ts';

const placesMax = 6;

/** What each role uses most, its first page first. Everything else it may see is one step further, among all pages. */
const placesOf: Record<Role, readonly PageName[]> = {
  'supplier-clerk': ['reports', 'cases', 'declarations', 'agreements', 'people'],
  'supplier-administrator': ['reports', 'cases', 'declarations', 'agreements', 'people', 'audit'],
  'contract-manager': ['today', 'compliance', 'agreements', 'matching', 'combined', 'emissions'],
  administrator: ['people', 'agreements', 'compliance', 'combined', 'factors', 'audit'],
  reader: ['bought', 'combined', 'emissions', 'published', 'agreements', 'spend'],
  auditor: ['published', 'emissions', 'factors'],
  buyer: ['bought', 'combined', 'emissions', 'spend', 'matching', 'factors'],
  'buyer-administrator': ['bought', 'combined', 'emissions', 'spend', 'matching', 'people'],
};

/** At most six entries: those the role uses most. */
export function placesFor(role: Role | null): readonly PageName[] {
  return role ? placesOf[role].slice(0, placesMax) : [];
}

/** The role's first page. */
export function frontOf(role: Role): PageName {
  return placesOf[role][0] ?? 'agreements';
}

/** Every page that may be seen with some permissions, by group; a group without pages is left out. */
export function pagesFor(
  permissions: ReadonlySet<string>,
): readonly { readonly group: GroupName; readonly pages: readonly PageName[] }[] {
  return (Object.keys(groups) as GroupName[])
    .map((group) => ({ group, pages: groups[group].filter((name) => permissions.has(pages[name].needs)) }))
    .filter((each) => each.pages.length > 0);
}
