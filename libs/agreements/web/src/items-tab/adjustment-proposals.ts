import { Component, computed, input, output } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { priceAdjustmentsProposals } from '@tallgrunn/api-client/calls';
import type { AdjustmentProposalDto } from '@tallgrunn/api-client/shapes';
import { texts } from '@tallgrunn/design';
import type { SupplierRow } from '../parties-tab/suppliers-of.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { describeAdjustment } from './describe-adjustment.ts';

/** The price adjustments that the clauses allow today, each calculated and ready to begin. */
@Component({
  selector: 'tg-adjustment-proposals',
  template: `
    @if (shown().length > 0) {
      <section class="tg-panel">
        <h3 class="ds-heading" data-size="2xs">{{ t().adjustments.ready }}</h3>
        <p class="tg-subtle">{{ t().adjustments.readyHelp }}</p>
        <ul class="plain">
          @for (each of shown(); track each.supplierId + each.lot) {
            <li>
              <strong>{{ aboutOf(each) }}</strong>
              @if (each.computed; as calculation) {
                <p>{{ describe(each) }}</p>
                @if (calculation.factor.known) {
                  <p class="tg-subtle">{{ earliest(each) }}</p>
                  @if (each.openNumber) {
                    <p>{{ t().adjustments.isOpen({ number: each.openNumber }) }}</p>
                  } @else {
                    <p>
                      <button
                        class="ds-button"
                        data-variant="secondary"
                        type="button"
                        [attr.aria-label]="t().adjustments.beginOf({ about: aboutOf(each) })"
                        (click)="begun.emit(each)"
                      >
                        {{ t().adjustments.begin }}
                      </button>
                    </p>
                  }
                }
              } @else {
                <p class="tg-subtle">
                  {{ t().adjustments.noFigures({ index: each.clause.index, base: each.clause.basePeriod }) }}
                </p>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './section.css',
})
export class AdjustmentProposals {
  readonly agreementId = input.required<string>();
  readonly suppliers = input.required<readonly SupplierRow[]>();
  readonly begun = output<AdjustmentProposalDto>();
  protected readonly t = texts(pricesTexts);
  readonly #proposals = read(priceAdjustmentsProposals, () => ({ agreementId: this.agreementId() }));
  protected readonly shown = computed(() => arrived(this.#proposals) ?? []);

  reload(): void {
    this.#proposals.reload();
  }

  protected aboutOf({ supplierId, lot }: AdjustmentProposalDto): string {
    const supplier = this.suppliers().find(({ id }) => id === supplierId)?.name ?? '';
    return this.t().adjustments.about({ supplier, lot });
  }

  protected describe(proposal: AdjustmentProposalDto): string {
    return describeAdjustment(proposal, this.t());
  }

  protected earliest({ computed: calculation }: AdjustmentProposalDto): string {
    const { because, earliestBecause } = this.t().adjustments;
    if (calculation === null) return '';
    return earliestBecause({
      on: calculation.earliestOn,
      because: because[calculation.because as keyof typeof because],
    });
  }
}
