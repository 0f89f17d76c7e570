import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, problemOf, read } from '@tallgrunn/api-client';
import { explanationsBridgeStep, explanationsTotal } from '@tallgrunn/api-client/calls';
import type { SumLineDto } from '@tallgrunn/api-client/shapes';
import { ProblemMessages, TextLibrary, WhyPanel, Wording, designTexts, texts } from '@tallgrunn/design';
import type { Explanation } from '@tallgrunn/design';
import { toExplanation } from '../to-explanation.ts';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { lineLink, type LineLink } from '../line-link.ts';

type SumQueryMethod = NonNullable<Parameters<typeof explanationsTotal>[2]>['method'];

/** A step between two runs. */
export type BridgedStep = Pick<Parameters<typeof explanationsBridgeStep>[2], 'from' | 'to' | 'step'>;

/** Filter of a total; an absent field does not limit it. Months are '2026-01', both inclusive. */
export interface SumFilter {
  /** Figures of an earlier run; default: the latest. */
  readonly run?: number;
  readonly buyerId?: string;
  readonly supplierId?: string;
  /** `unsorted` = no category. */
  readonly category?: string;
  readonly method?: SumQueryMethod;
  /** Combustion emissions (scope 1) instead of those of the purchase. */
  readonly of?: 'burning';
  /** Operating accounts, investment accounts, or unclassified ones. */
  readonly accountClass?: 'operating' | 'investment' | 'unknown';
  readonly from?: string;
  readonly to?: string;
  /** Months by accounting period (default) or by delivery date. */
  readonly by?: 'books' | 'delivery';
  /** Limits the figure to the scope of this publication. */
  readonly publication?: string;
}

/**
 * Explanation of a total of emissions: the factors behind it, the lines with the largest emissions, and links to them.
 */
@Component({
  selector: 'tg-sum-explanation',
  imports: [RouterLink, WhyPanel],
  templateUrl: './sum-explanation.html',
  styleUrl: '../figures.css',
  host: { class: 'inline' },
})
export class TotalExplanation {
  /** The figure as shown on the page. */
  readonly figure = input.required<string>();
  readonly filter = input<SumFilter>({});
  /** The step, if the figure is a step of the bridge between two runs. */
  readonly step = input<BridgedStep | null>(null);
  /** Link to the lines of the figure. */
  readonly wayDown = input<Explanation['wayDown']>();

  protected readonly t = texts(emissionsTexts);
  protected readonly design = texts(designTexts);
  protected readonly wording = inject(Wording);
  protected readonly asked = signal(false);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  protected readonly panel = viewChild.required(WhyPanel);
  readonly #messages = inject(ProblemMessages);
  readonly #sum = read(explanationsTotal, () =>
    this.asked() && this.step() === null ? { ...this.filter(), language: this.#library.language() } : undefined,
  );
  readonly #step = read(explanationsBridgeStep, () => {
    const step = this.step();
    const { publication, buyerId, category, from: fromMonth, to: toMonth } = this.filter();
    return this.asked() && step
      ? { ...step, publication, buyerId, category, fromMonth, toMonth, language: this.#library.language() }
      : undefined;
  });
  protected readonly answer = computed(() => (this.step() === null ? this.#sum : this.#step));
  protected readonly explanation = computed<Explanation | null>(() => {
    const error = this.answer().error();
    if (error) return { formula: this.#messages.sentence(problemOf(error)), sources: [], versions: [] };
    const told = arrived(this.answer());
    return told ? { ...toExplanation(told), wayDown: this.wayDown() } : null;
  });

  protected lineOf({ batchId, lineNo }: SumLineDto): LineLink | null {
    return lineLink(this.#session.permissions(), this.filter().run, batchId, lineNo);
  }

  protected close(): void {
    this.panel().close();
  }

  protected nameOf({ seller, text }: SumLineDto): string {
    return seller || text || this.t().noText;
  }

  /** Formats kg; a missing line has no figure. */
  protected weightOf(kg: string | null | undefined): string {
    return kg == null ? this.design().notCalculated : this.wording.amount(kg, 1);
  }

  protected placeOf({ file, sheet, row }: SumLineDto): string {
    return this.t().place({ file: file ?? '', sheet: sheet ?? '', row: row === null ? '' : this.wording.count(row) });
  }
}
