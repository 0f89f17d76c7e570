import type { Role } from '@tallgrunn/api-client';
import { groups, pages, type GroupName, type PageName } from './pages.ts';

const menuPagesMax = 6;

/** Most used pages per role, the first page first. All other permitted pages are in the complete menu. */
const menuPagesByRole: Record<Role, readonly PageName[]> = {
  'supplier-clerk': ['reports', 'cases', 'declarations', 'agreements', 'people'],
  'supplier-administrator': ['reports', 'cases', 'declarations', 'agreements', 'people', 'audit'],
  'contract-manager': ['today', 'compliance', 'agreements', 'matching', 'combined', 'emissions'],
  administrator: ['people', 'agreements', 'compliance', 'combined', 'factors', 'audit'],
  reader: ['bought', 'combined', 'emissions', 'published', 'agreements', 'spend'],
  auditor: ['published', 'emissions', 'factors'],
  buyer: ['bought', 'combined', 'emissions', 'spend', 'matching', 'factors'],
  'buyer-administrator': ['bought', 'combined', 'emissions', 'spend', 'matching', 'people'],
};

/** Returns the role's most used pages, at most six. */
export function menuPagesFor(role: Role | null): readonly PageName[] {
  return role ? menuPagesByRole[role].slice(0, menuPagesMax) : [];
}

/** Returns the role's first page. */
export function firstPageOf(role: Role): PageName {
  return menuPagesByRole[role][0] ?? 'agreements';
}

/** Returns all pages that some permissions allow, by group. Groups without pages are omitted. */
export function permittedPages(
  permissions: ReadonlySet<string>,
): readonly { readonly group: GroupName; readonly pages: readonly PageName[] }[] {
  return (Object.keys(groups) as GroupName[])
    .map((group) => ({ group, pages: groups[group].filter((name) => permissions.has(pages[name].needs)) }))
    .filter((each) => each.pages.length > 0);
}
