import { Component, computed, inject, input } from '@angular/core';
import type { CombinedTotalsDto } from '@tallgrunn/api-client/shapes';
import { WhyPanel, Wording, texts } from '@tallgrunn/design';
import type { Explanation } from '@tallgrunn/design';
import { TotalExplanation, significantDigits, tonnes } from '@tallgrunn/emissions-web';
import type { SumFilter } from '@tallgrunn/emissions-web';
import { subtract } from '@tallgrunn/values';
import { classNote } from '../figures/class-note.ts';
import { hasEmissions } from '../figures/has-emissions.ts';
import { insightTexts } from '../texts/insight-texts.ts';

/** Totals of the filtered rows, with the amounts that are not included. */
@Component({
  selector: 'tg-totals',
  imports: [WhyPanel, TotalExplanation],
  templateUrl: './totals.html',
  styleUrl: './totals.css',
})
export class Totals {
  readonly totals = input.required<CombinedTotalsDto>();
  /** Filter for the explanation of emissions; null if emissions cannot explain exactly these lines. */
  readonly filter = input<SumFilter | null>(null);
  /** Account class of the filter; '' = all. */
  readonly filterClass = input('');
  protected readonly t = texts(insightTexts);
  protected readonly wording = inject(Wording);

  protected readonly reckoned = computed(() => hasEmissions(this.totals()));
  protected readonly emissions = computed(() => {
    if (!this.reckoned()) return this.t().bought.notReckoned;
    const { booked, bookedWithoutFactor, kg, kgFromKroner } = this.totals();
    return Number(booked) !== 0 && Number(booked) === Number(bookedWithoutFactor)
      ? this.t().combined.noEmissions
      : this.t().tonnes({ value: tonnes(kg, significantDigits(kg, kgFromKroner)) });
  });
  /** Shares of the booked amount without and with emissions; null without an amount. */
  protected readonly shares = computed(() => {
    const { booked, bookedWithoutFactor } = this.totals();
    if (Number(booked) <= 0) return null;
    const without = Number(bookedWithoutFactor) / Number(booked);
    return { without: String(without), with: subtract('1', without.toFixed(6)) };
  });
  /** The account classes of the spend; if only some are shown, the unclassified spend. */
  protected readonly classNote = computed(() => classNote(this.totals().classes, this.filterClass(), this.t()));
  protected readonly whyBooked = computed<Explanation>(() => {
    const { spend, spendSteps } = this.t().why;
    return {
      formula: spend({ lines: this.totals().bookedLines, amount: this.totals().booked }),
      steps: spendSteps,
      sources: [],
      versions: [],
    };
  });
  protected readonly whyReported = computed<Explanation>(() => {
    const { reported, reportedSteps } = this.t().why;
    return { formula: reported({ amount: this.totals().reported }), steps: reportedSteps, sources: [], versions: [] };
  });
  protected readonly whySome = computed<Explanation>(() => ({
    formula: this.t().combined.whySome({ lines: this.totals().lines }),
    sources: [],
    versions: [],
  }));
}
