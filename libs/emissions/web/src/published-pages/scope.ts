import type { PublicationShape } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import type { PublishedTexts } from '../texts/published-nb.ts';
import type { SumFilter } from '../why-sum/why-sum.ts';

/** How a figure stands to what is published: the same, a part of it, more than it, or with something in it that is not published. */
export type Standing = 'same' | 'part' | 'more' | 'outside';

type Scope = Pick<PublicationShape, 'scoped' | 'from' | 'to' | 'buyers' | 'categories'>;

/** Of one kind of limit: whether the figure lies within it, and whether it covers it. */
interface Overlap {
  readonly within: boolean;
  readonly covers: boolean;
}

function ofMonths(asked: Pick<SumFilter, 'from' | 'to'>, { from, to }: Scope): Overlap {
  const [first, last] = [from ?? '', to ?? '9999'];
  const [begin, end] = [asked.from ?? '', asked.to ?? '9999'];
  return { within: begin >= first && end <= last, covers: begin <= first && end >= last };
}

function ofChoice(asked: string | undefined, published: readonly string[] | null): Overlap {
  return { within: published === null || (asked !== undefined && published.includes(asked)), covers: asked === undefined || (published?.length === 1 && published[0] === asked) };
}

/** How the figure of a filter stands to a publication. One that is told in words alone has the total of its whole run, and is held up against that alone. */
export function standingOf(filter: SumFilter, publication: Scope): Standing {
  const narrowed = [filter.buyerId, filter.supplierId, filter.category, filter.method, filter.from, filter.to].some((value) => value !== undefined);
  if (!publication.scoped) return narrowed ? 'outside' : 'same';
  const overlaps = [ofMonths(filter, publication), ofChoice(filter.buyerId, publication.buyers?.map(({ id }) => id) ?? null), ofChoice(filter.category, publication.categories), ofChoice(filter.supplierId, null), ofChoice(filter.method, null)];
  const [within, covers] = [overlaps.every((one) => one.within), overlaps.every((one) => one.covers)];
  if (within) return covers ? 'same' : 'part';
  return covers ? 'more' : 'outside';
}

/** The publication that stands beside a figure: of those that hold the newest of the same scope, else the newest that the figure is a part of, else one that is a part of it. */
export function besideOf<T extends PublicationShape>(filter: SumFilter, publications: readonly T[]): { readonly publication: T; readonly standing: Standing } | null {
  const holding = publications.filter(({ supersededBy }) => supersededBy === null).map((publication) => ({ publication, standing: standingOf(filter, publication) }));
  return (['same', 'part', 'more', 'outside'] as const).map((standing) => holding.find((one) => one.standing === standing)).find((one) => one !== undefined) ?? null;
}

/** Whether a publication tells all that whoever looks may see of a year. */
export function coversYear(year: string, publication: Scope, buyerId?: string): boolean {
  return !publication.scoped || ['same', 'part'].includes(standingOf({ from: `${year}-01`, to: `${year}-12`, ...(buyerId === undefined ? {} : { buyerId }) }, publication));
}

/** Months, municipalities and categories of a publication in words; of one that is told in words alone, these. */
export function scopeWords({ scope, scoped, from, to, buyers, categories }: PublicationShape, t: PublishedTexts, wording: Wording, names: ReadonlyMap<string, string>): string {
  if (!scoped) return `«${scope.replace(/[.\s]+$/u, '')}»`;
  const { scopes } = t;
  const year = from?.slice(0, 4);
  const months = from !== null && from.endsWith('-01') && to === `${year}-12` ? wording.period(from.slice(0, 4)) : scopes.months({ from: from && wording.period(from), to: to && wording.period(to) });
  return [months, buyers === null ? scopes.allBuyers : buyers.map(({ name }) => name ?? scopes.someBuyer).join(', '), categories === null ? scopes.allCategories : categories.map((code) => names.get(code) ?? code).join(', ')].join('; ');
}
