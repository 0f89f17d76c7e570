import type { PublicationDto } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import type { PublishedTexts } from '../texts/published-nb.ts';
import type { SumFilter } from '../sum-explanation/sum-explanation.ts';

/** Relation of a figure to a publication: the same scope, a part of it, more than it, or nothing in common. */
export type ScopeRelation = 'same' | 'part' | 'more' | 'outside';

type PublicationScope = Pick<PublicationDto, 'scoped' | 'from' | 'to' | 'buyers' | 'categories'>;

/** For one kind of limit: whether the figure is within it, covers it, and overlaps it. */
interface Overlap {
  readonly within: boolean;
  readonly covers: boolean;
  readonly meets: boolean;
}

function overlapOfMonths(requested: Pick<SumFilter, 'from' | 'to'>, { from, to }: PublicationScope): Overlap {
  const [first, last] = [from ?? '', to ?? '9999'];
  const [begin, end] = [requested.from ?? '', requested.to ?? '9999'];
  return {
    within: begin >= first && end <= last,
    covers: begin <= first && end >= last,
    meets: begin <= last && end >= first,
  };
}

function overlapOfValues(requested: string | undefined, published: readonly string[] | null): Overlap {
  return {
    within: published === null || (requested !== undefined && published.includes(requested)),
    covers: requested === undefined || (published?.length === 1 && published[0] === requested),
    meets: requested === undefined || published === null || published.includes(requested),
  };
}

const overlapsOf = (filter: SumFilter, publication: PublicationScope): readonly Overlap[] => [
  overlapOfMonths(filter, publication),
  overlapOfValues(filter.buyerId, publication.buyers?.map(({ id }) => id) ?? null),
  overlapOfValues(filter.category, publication.categories),
  overlapOfValues(filter.supplierId, null),
  overlapOfValues(filter.method, null),
];

/**
 * Returns the relation of a filter to a publication. A publication with only a description has the total of its whole
 * run, and is compared with that only.
 */
export function scopeRelation(filter: SumFilter, publication: PublicationScope): ScopeRelation {
  const narrowed = [filter.buyerId, filter.supplierId, filter.category, filter.method, filter.from, filter.to].some(
    (value) => value !== undefined,
  );
  if (!publication.scoped) return narrowed ? 'outside' : 'same';
  const overlaps = overlapsOf(filter, publication);
  const [within, covers] = [overlaps.every((one) => one.within), overlaps.every((one) => one.covers)];
  if (within) return covers ? 'same' : 'part';
  return overlaps.every((one) => one.meets) ? 'more' : 'outside';
}

/** Returns whether the figure covers less than the whole publication. */
export const isPart = (filter: SumFilter, publication: PublicationScope): boolean =>
  publication.scoped && !overlapsOf(filter, publication).every(({ covers }) => covers);

/**
 * Narrows a filter to the organisation that the user may see (`own`). Publications with only a description are not
 * narrowed: they were not when published.
 */
export const visibleFilter = (
  filter: SumFilter,
  own: string | undefined,
  { scoped }: Pick<PublicationDto, 'scoped'>,
): SumFilter => (own === undefined || !scoped ? filter : { ...filter, buyerId: own });

/**
 * Returns the publication to show next to a figure, among those in force. Order: the latest of the same scope, the
 * latest that contains the figure, one that the figure exceeds, one without overlap.
 */
export function publicationFor<T extends PublicationDto>(
  filter: SumFilter,
  publications: readonly T[],
  own?: string,
): { readonly publication: T; readonly standing: ScopeRelation } | null {
  const holding = publications
    .filter(({ supersededBy }) => supersededBy === null)
    .map((publication) => ({
      publication,
      standing: scopeRelation(visibleFilter(filter, own, publication), publication),
    }));
  return (
    (['same', 'part', 'more', 'outside'] as const)
      .map((standing) => holding.find((one) => one.standing === standing))
      .find((one) => one !== undefined) ?? null
  );
}

/** Returns whether a publication covers everything that the user may see of a year. */
export function coversYear(year: string, publication: PublicationScope, buyerId?: string): boolean {
  return (
    !publication.scoped ||
    ['same', 'part'].includes(
      scopeRelation(
        { from: `${year}-01`, to: `${year}-12`, ...(buyerId === undefined ? {} : { buyerId }) },
        publication,
      ),
    )
  );
}

/**
 * Describes the months, municipalities and categories of a publication; for one with only a description, returns that.
 */
export function describeScope(
  { scope, scoped, from, to, buyers, categories }: PublicationDto,
  t: PublishedTexts,
  wording: Wording,
  names: ReadonlyMap<string, string>,
): string {
  if (!scoped) return `«${scope.replace(/[.\s]+$/u, '')}»`;
  const { scopes } = t;
  const year = from?.slice(0, 4);
  const months =
    from !== null && from.endsWith('-01') && to === `${year}-12`
      ? wording.period(from.slice(0, 4))
      : scopes.months({ from: from && wording.period(from), to: to && wording.period(to) });
  return [
    months,
    buyers === null ? scopes.allBuyers : buyers.map(({ name }) => name ?? scopes.someBuyer).join(', '),
    categories === null ? scopes.allCategories : categories.map((code) => names.get(code) ?? code).join(', '),
  ].join('; ');
}
