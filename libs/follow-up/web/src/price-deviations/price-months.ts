import { Component, computed, inject, input } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { priceDeviationsMonths } from '@tallgrunn/api-client/calls';
import type { PriceMonthDto } from '@tallgrunn/api-client/shapes';
import { BarChart, Wording, texts, type Bar } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';

/** One supplier of one agreement, with a range of months. */
export interface PriceScope {
  readonly agreementId: string;
  readonly supplierId: string;
  readonly from?: string;
  readonly to?: string;
}

const EQUAL_SHARE = 0.0005;

/** Charged prices relative to agreed prices, month by month. */
@Component({
  selector: 'tg-price-months',
  imports: [BarChart],
  template: `
    @if (bars().length > 0) {
      <section>
        <h2 class="ds-heading" data-size="xs">{{ t().pair.months.title }}</h2>
        <tg-bar-chart
          [finding]="finding()"
          [basis]="t().pair.months.basis"
          [heads]="t().pair.months.heads"
          [bars]="bars()"
          unit="%"
        />
      </section>
    }
  `,
})
export class PriceMonths {
  readonly scope = input.required<PriceScope>();
  readonly basis = input.required<'reported' | 'invoiced'>();
  protected readonly t = texts(claimsTexts);
  readonly #wording = inject(Wording);
  readonly #months = read(priceDeviationsMonths, () => ({ ...this.scope(), basis: this.basis() }));
  /** Months of one currency, because amounts in different currencies are never added. */
  readonly #shown = computed((): readonly PriceMonthDto[] => {
    const months = arrived(this.#months) ?? [];
    return months.filter(({ currency }) => currency === months[0]?.currency);
  });

  protected readonly bars = computed((): readonly Bar[] =>
    this.#shown().map(({ month, chargedAmount, agreedAmount, currency }) => {
      const percent = Number(agreedAmount) === 0 ? 0 : (100 * Number(chargedAmount)) / Number(agreedAmount);
      return {
        label: this.#wording.period(month),
        shown: `${this.#wording.amount(percent.toFixed(1), 1)}\u00a0%`,
        stretches: [{ value: percent, pattern: 'solid' as const }],
        cells: [
          this.t().money({ amount: chargedAmount, currency }),
          this.t().money({ amount: agreedAmount, currency }),
        ],
      };
    }),
  );

  protected readonly finding = computed(() => {
    const { finding, findingEqual, findingLess } = this.t().pair.months;
    const sum = (of: (month: PriceMonthDto) => string) =>
      this.#shown().reduce((total, month) => total + Number(of(month)), 0);
    const agreed = sum(({ agreedAmount }) => agreedAmount);
    const share = agreed === 0 ? 0 : sum(({ chargedAmount }) => chargedAmount) / agreed - 1;
    const percent = this.#wording.share(Math.abs(share).toFixed(6));
    if (Math.abs(share) < EQUAL_SHARE) return findingEqual;
    return share > 0 ? finding({ percent }) : findingLess({ percent });
  });
}
