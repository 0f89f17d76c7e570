import { isListed } from '../agreements/price-forms.ts';
import type { Chapter } from '../latent/history.ts';
import type { Agreement } from '../setting/agreement.ts';
import type { Scenario } from '../setting/scenario.ts';
import { agreementOn } from '../setting/supplier.ts';
import { monthOf, yearOf } from '../values/calendar.ts';

/** A property of real agreements that everyday trade does not have, with its size. Amounts in øre. */
export interface Feature {
  feature: string;
  of: string;
  lines: number;
  amount: number;
}

/** Counts the lines that show each property. */
export class Features {
  private readonly rows = new Map<string, Feature>();
  private readonly agreements: ReadonlyMap<string, Agreement>;

  constructor(scenario: Scenario) {
    this.agreements = new Map(scenario.agreements.map((one) => [one.number, one]));
  }

  add({ deliveries, scenario }: Chapter): void {
    for (const { supplier, site, item, branch, deliveredOn, amount } of deliveries) {
      if (monthOf(deliveredOn) > scenario.lastMonth) continue;
      const number = agreementOn(supplier, deliveredOn);
      const terms = this.agreements.get(number) as Agreement;
      this.count('lines', String(yearOf(deliveredOn)), amount);
      this.count('agreement', number, amount);
      if (site.municipality.body) this.count(site.municipality.body.kind, site.municipality.number, amount);
      if (branch !== null) this.count('branch', `${supplier.key}/${branch}`, amount);
      if (item.catchWeight) this.count('catch-weight', item.number, amount);
      if (item.onAssortment && isListed(terms, item))
        this.count(terms.priceRules?.find(({ lot }) => lot === item.lot)?.kind ?? '', supplier.key, amount);
      const rank = terms.keys?.[supplier.key]?.rank;
      if (rank !== undefined) this.count('rank', `${number}/${rank}`, amount);
      if (terms.maximumValue !== undefined) this.count('maximum-value', number, amount);
      const adjusted = (terms.adjustments ?? [])
        .filter(
          (one) => one.approved && one.supplier === supplier.key && item.onAssortment && one.fromOn <= deliveredOn,
        )
        .at(-1);
      if (adjusted) this.count('adjusted-price', `${supplier.key}/${adjusted.fromOn}`, amount);
    }
  }

  private count(feature: string, of: string, amount: number): void {
    const row = this.rows.get(`${feature}/${of}`) ?? { feature, of, lines: 0, amount: 0 };
    row.lines += 1;
    row.amount += amount;
    this.rows.set(`${feature}/${of}`, row);
  }

  result(): Feature[] {
    return [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}
