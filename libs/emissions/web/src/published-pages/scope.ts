import type { PublicationShape } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import type { PublishedTexts } from '../texts/published-nb.ts';
import type { SumFilter } from '../why-sum/why-sum.ts';

/** How a figure stands to what is published: the same, a part of it, more than what of it is published, or with nothing in common. */
export type Standing = 'same' | 'part' | 'more' | 'outside';

type Scope = Pick<PublicationShape, 'scoped' | 'from' | 'to' | 'buyers' | 'categories'>;

/** Of one kind of limit: whether the figure lies within it, covers it, and has anything in common with it. */
interface Overlap {
  readonly within: boolean;
  readonly covers: boolean;
  readonly meets: boolean;
}

function ofMonths(asked: Pick<SumFilter, 'from' | 'to'>, { from, to }: Scope): Overlap {
  const [first, last] = [from ?? '', to ?? '9999'];
  const [begin, end] = [asked.from ?? '', asked.to ?? '9999'];
  return {
    within: begin >= first && end <= last,
    covers: begin <= first && end >= last,
    meets: begin <= last && end >= first,
  };
}

function ofChoice(asked: string | undefined, published: readonly string[] | null): Overlap {
  return {
    within: published === null || (asked !== undefined && published.includes(asked)),
    covers: asked === undefined || (published?.length === 1 && published[0] === asked),
    meets: asked === undefined || published === null || published.includes(asked),
  };
}

const overlapsOf = (filter: SumFilter, publication: Scope): readonly Overlap[] => [
  ofMonths(filter, publication),
  ofChoice(filter.buyerId, publication.buyers?.map(({ id }) => id) ?? null),
  ofChoice(filter.category, publication.categories),
  ofChoice(filter.supplierId, null),
  ofChoice(filter.method, null),
];

/** How the figure of a filter stands to a publication. One that is told in words alone has the total of its whole run, and is held up against that alone. */
export function standingOf(filter: SumFilter, publication: Scope): Standing {
  const narrowed = [filter.buyerId, filter.supplierId, filter.category, filter.method, filter.from, filter.to].some(
    (value) => value !== undefined,
  );
  if (!publication.scoped) return narrowed ? 'outside' : 'same';
  const overlaps = overlapsOf(filter, publication);
  const [within, covers] = [overlaps.every((one) => one.within), overlaps.every((one) => one.covers)];
  if (within) return covers ? 'same' : 'part';
  return overlaps.every((one) => one.meets) ? 'more' : 'outside';
}

/** Whether what is told is less than all that is published: the figure leaves something of it out. */
export const isPart = (filter: SumFilter, publication: Scope): boolean =>
  publication.scoped && !overlapsOf(filter, publication).every(({ covers }) => covers);

/** What whoever looks sees of a figure is its own (`own`), whatever is asked; of what is told in words alone that was so when it was published, too. */
export const seenBy = (
  filter: SumFilter,
  own: string | undefined,
  { scoped }: Pick<PublicationShape, 'scoped'>,
): SumFilter => (own === undefined || !scoped ? filter : { ...filter, buyerId: own });

/** The publication that stands beside a figure: of those that hold the newest of the same scope, else the newest that the figure is a part of, else one that has something of it. */
export function besideOf<T extends PublicationShape>(
  filter: SumFilter,
  publications: readonly T[],
  own?: string,
): { readonly publication: T; readonly standing: Standing } | null {
  const holding = publications
    .filter(({ supersededBy }) => supersededBy === null)
    .map((publication) => ({ publication, standing: standingOf(seenBy(filter, own, publication), publication) }));
  return (
    (['same', 'part', 'more', 'outside'] as const)
      .map((standing) => holding.find((one) => one.standing === standing))
      .find((one) => one !== undefined) ?? null
  );
}

/** Whether a publication tells all that whoever looks may see of a year. */
export function coversYear(year: string, publication: Scope, buyerId?: string): boolean {
  return (
    !publication.scoped ||
    ['same', 'part'].includes(
      standingOf({ from: `${year}-01`, to: `${year}-12`, ...(buyerId === undefined ? {} : { buyerId }) }, publication),
    )
  );
}

/** Months, municipalities and categories of a publication in words; of one that is told in words alone, these. */
export function scopeWords(
  { scope, scoped, from, to, buyers, categories }: PublicationShape,
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
