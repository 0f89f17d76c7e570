import { priceOn, type Item } from '../catalogue/item.ts';
import type { Adjustment, Agreement } from '../setting/agreement.ts';
import type { Scenario } from '../setting/scenario.ts';
import { addDays, type Day } from '../values/calendar.ts';
import { adjustPrice } from './adjust-price.ts';

/** A price in øre for an inclusive range of days. */
export interface PriceSpan {
  from: Day;
  to: Day;
  ore: number;
}

/** A price file in addition to the price form: a price list, or the prices after an adjustment. */
export interface PriceFile {
  supplier: string;
  path: string;
  /** First day on which these prices are valid. */
  fromOn: Day;
  spansOf(item: Item): PriceSpan[];
}

const ruleOf = ({ priceRules }: Agreement, item: Item) => priceRules?.find(({ lot }) => lot === item.lot);

/** Returns true if the item's prices come in weekly or daily lists. */
export const isListed = (terms: Agreement, item: Item): boolean => /-list$/.test(ruleOf(terms, item)?.kind ?? '');

/** Returns every price within the days. Each price lasts until the day before the next one. */
function priceSpansWithin(steps: readonly (readonly [Day, number])[], first: Day, last: Day): PriceSpan[] {
  return steps.flatMap(([from, ore], at) => {
    const next = steps[at + 1];
    const [begins, ends] = [
      from < first ? first : from,
      next && addDays(next[0], -1) < last ? addDays(next[0], -1) : last,
    ];
    return begins <= ends ? [{ from: begins, to: ends, ore }] : [];
  });
}

/**
 * Returns the prices in the price form: the prices of each year, as far as they are agreed in advance. Increases that
 * follow an index are not included: they apply only when they are decided.
 */
export function priceFormSpans(item: Item, terms: Agreement): PriceSpan[] {
  if (isListed(terms, item)) return [];
  if (!item.priceSteps) {
    const spans: PriceSpan[] = [
      { from: terms.validFrom, to: '2025-12-31', ore: item.prices[2025] as number },
      { from: '2026-01-01', to: terms.validTo, ore: item.prices[2026] as number },
    ];
    return item.plan[2025] === 0 ? spans.slice(1) : spans;
  }
  const isAdjusted = ruleOf(terms, item)?.adjustment !== undefined;
  // before the first year with a price, the price was the same
  const steps = item.priceSteps.map(
    ([from, ore], at) => [at === 0 && terms.validFrom < from ? terms.validFrom : from, ore] as const,
  );
  return priceSpansWithin(isAdjusted ? steps.slice(0, 1) : steps, terms.validFrom, terms.validTo);
}

/** Returns the price lists of an agreement. One file covers 13 weeks, or the days of one quarter. */
export function priceListsOf({ items, spans, suppliers }: Scenario, terms: Agreement): PriceFile[] {
  const listed = suppliers.filter(
    ({ key, agreement }) =>
      agreement === terms.number && items.some((item) => item.supplier === key && isListed(terms, item)),
  );
  return listed.flatMap(({ key, slug }) => {
    const days = (items.find((item) => item.supplier === key && item.priceSteps)?.priceSteps ?? []).map(
      ([from]) => from,
    );
    const starts = spans.map((span, at) =>
      at === 0 ? (days[0] as Day) : (days.find((day) => day >= `${span.months[0]}-01`) as Day),
    );
    return spans.map((span, at): PriceFile => {
      const [first, last] = [starts[at] as Day, starts[at + 1] ? addDays(starts[at + 1] as Day, -1) : '2026-02-28'];
      return {
        supplier: key,
        path: `agreements/${terms.number}/lists-${slug}/${span.key}.csv`,
        fromOn: first,
        spansOf: (item) => priceSpansWithin(item.priceSteps ?? [], first, last),
      };
    });
  });
}

/**
 * Returns the prices of each supplier after each approved adjustment. Tallgrunn must calculate the same prices itself.
 */
export function adjustedFormsOf({ suppliers }: Scenario, terms: Agreement): PriceFile[] {
  return (terms.adjustments ?? [])
    .filter(({ approved }) => approved)
    .flatMap((one): PriceFile[] => {
      const seller = suppliers.find(({ key }) => key === one.supplier);
      return seller
        ? [
            {
              supplier: one.supplier,
              path: adjustedPath(terms, seller.slug, one),
              fromOn: one.fromOn,
              spansOf: (item) => [{ from: one.fromOn, to: terms.validTo, ore: priceAfter(item, one) }],
            },
          ]
        : [];
    });
}

/**
 * Returns the price after an adjustment. A price without steps is the yearly price, adjusted; price steps already
 * include the adjustment.
 */
const priceAfter = (item: Item, { fromOn, factor }: Adjustment): number =>
  item.priceSteps ? priceOn(item, fromOn) : adjustPrice(priceOn(item, fromOn), factor);

export const adjustedPath = (terms: Agreement, slug: string, { fromOn }: Adjustment): string =>
  `agreements/${terms.number}/adjusted-${slug}-${fromOn}.csv`;
