import type { UnitDto } from '@tallgrunn/api-client/shapes';

/** A site with the sites below it. */
export interface SiteNode {
  readonly unit: UnitDto;
  readonly under: readonly SiteNode[];
}

/** Builds the tree of sites in the given order. A site with an unknown parent is placed at the top. */
export function buildTree(units: readonly UnitDto[]): readonly SiteNode[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const children = Map.groupBy(units, ({ parentId }) => parentId);
  const node = (unit: UnitDto): SiteNode => ({ unit, under: (children.get(unit.id) ?? []).map(node) });
  return units.filter((unit) => isRoot(unit, known)).map(node);
}

function isRoot(unit: UnitDto, known: ReadonlyMap<string, UnitDto>): boolean {
  return unit.parentId === null || !known.has(unit.parentId);
}

export type SiteStatus = 'coming' | 'running' | 'ended';

/** Returns the status of a period on a day; both ends inclusive, null: open-ended. */
export function statusOn(
  { fromOn, untilOn }: { readonly fromOn: string | null; readonly untilOn: string | null },
  today: string,
): SiteStatus {
  if (fromOn !== null && fromOn > today) return 'coming';
  return untilOn !== null && untilOn < today ? 'ended' : 'running';
}
