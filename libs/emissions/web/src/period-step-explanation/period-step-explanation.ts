import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, problemOf, read } from '@tallgrunn/api-client';
import { explanationsPeriodStep } from '@tallgrunn/api-client/calls';
import type { BridgeStepDto, MovedGroupDto, MovedLineDto, PeriodStepDto } from '@tallgrunn/api-client/shapes';
import { ProblemMessages, StatusTag, TextLibrary, WhyPanel, Wording, texts, type Explanation } from '@tallgrunn/design';
import { subtract } from '@tallgrunn/values';
import { toExplanation } from '../to-explanation.ts';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { lineLink } from '../line-link.ts';
import type { SumFilter } from '../sum-explanation/sum-explanation.ts';

/** Months of a run, both inclusive. */
export interface Months {
  readonly run: number;
  readonly from: string;
  readonly to: string;
}

/**
 * Explanation of a step between two periods: whether purchasing changed, the product groups behind it, and their lines
 * with the contribution before and after.
 */
@Component({
  selector: 'tg-period-step-explanation',
  imports: [NgTemplateOutlet, RouterLink, StatusTag, WhyPanel],
  templateUrl: './period-step-explanation.html',
  styleUrls: ['../figures.css', './period-step-explanation.css'],
  host: { class: 'inline' },
})
export class PeriodStepExplanation {
  /** The figure as shown on the page. */
  readonly figure = input.required<string>();
  readonly step = input.required<BridgeStepDto['step']>();
  /** Account class; default: all. */
  readonly accountClass = input<SumFilter['accountClass']>();
  readonly before = input.required<Months>();
  readonly after = input.required<Months>();
  protected readonly t = texts(emissionsTexts);
  protected readonly wording = inject(Wording);
  protected readonly asked = signal(false);
  protected readonly group = signal<MovedGroupDto | null>(null);
  protected readonly panel = viewChild.required(WhyPanel);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  readonly #messages = inject(ProblemMessages);
  readonly #answer = read(explanationsPeriodStep, () => {
    const [before, after, group] = [this.before(), this.after(), this.group()];
    const of =
      group === null
        ? {}
        : { category: group.category ?? 'unsorted', ...(group.product === null ? {} : { product: group.product }) };
    return this.asked()
      ? {
          beforeRun: before.run,
          beforeFrom: before.from,
          beforeTo: before.to,
          run: after.run,
          from: after.from,
          to: after.to,
          accountClass: this.accountClass(),
          step: this.step(),
          ...of,
          language: this.#library.language(),
        }
      : undefined;
  });
  /** The last explanation, shown while the lines of a group are loading. */
  protected readonly told = linkedSignal<PeriodStepDto | undefined, PeriodStepDto | null>({
    source: () => arrived(this.#answer),
    computation: (now, earlier) => now ?? earlier?.value ?? null,
  });
  protected readonly explanation = computed<Explanation | null>(() => {
    const error = this.#answer.error();
    if (error) return { formula: this.#messages.sentence(problemOf(error)), sources: [], versions: [] };
    const told = this.told();
    return told ? toExplanation(told) : null;
  });
  protected readonly heads = computed(() => [this.t().before, this.t().after, this.t().moved]);
  protected readonly linesTitle = computed(() => {
    const group = this.group();
    return group === null ? this.t().mostMoved : this.t().periodStep.linesOf({ group: this.nameOfGroup(group) });
  });

  protected nameOfGroup({ categoryName, category, productName }: MovedGroupDto): string {
    const language = this.#library.language();
    return [categoryName?.[language] ?? category ?? this.t().periodStep.unsorted, productName?.[language]]
      .filter(Boolean)
      .join(': ');
  }

  /** Formats the group's spend and emissions, from which the steps are calculated. */
  protected boughtOf({ kronerBefore, kronerAfter, kgBefore, kgAfter, perKrone }: MovedGroupDto): string {
    const { bought, rate } = this.t().periodStep;
    const amount = (value: string) => this.wording.amount(value, 2);
    const weight = (value: string) => this.wording.amount(value, 1);
    return [
      bought({
        kronerBefore: amount(kronerBefore),
        kronerAfter: amount(kronerAfter),
        kgBefore: weight(kgBefore),
        kgAfter: weight(kgAfter),
      }),
      perKrone === null ? '' : rate({ perKrone: this.wording.exact(perKrone) }),
    ]
      .filter(Boolean)
      .join(' ');
  }

  protected isChosen(group: MovedGroupDto): boolean {
    return this.group()?.category === group.category && this.group()?.product === group.product;
  }

  protected choose(group: MovedGroupDto): void {
    this.group.set(this.isChosen(group) ? null : group);
  }

  protected nameOfLine({ seller, text }: MovedLineDto): string {
    return seller || text || this.t().noText;
  }

  /** Describes the period, the figures and the source location of a line. */
  protected factsOf({ later, amount, kg, file, sheet, row }: MovedLineDto): string {
    const period = this.wording.period((later ? this.after() : this.before()).from.slice(0, 4));
    const place = this.t().place({
      file: file ?? '',
      sheet: sheet ?? '',
      row: row === null ? '' : this.wording.count(row),
    });
    return [
      period,
      this.t().periodStep.weighs({ amount: this.wording.money(amount), kg: this.wording.amount(kg ?? '0', 1) }),
      place,
    ].join(' · ');
  }

  protected movedBy({ before, after }: MovedLineDto): string {
    return subtract(after, before);
  }

  protected wayTo({ run, batchId, lineNo }: MovedLineDto) {
    return lineLink(this.#session.permissions(), run, batchId, lineNo);
  }

  protected close(): void {
    this.panel().close();
  }
}
