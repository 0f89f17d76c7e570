import { Component, computed, inject, input, output, signal } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { measuresEffects } from '@tallgrunn/api-client/calls';
import type { MeasureDto, MeasureEffectDto } from '@tallgrunn/api-client/shapes';
import { Loaded, Wording, texts } from '@tallgrunn/design';
import { tonnes } from '@tallgrunn/emissions-web';
import { insightTexts } from '../texts/insight-texts.ts';
import { MeasureDecisionForm } from './measure-decision-form.ts';

/** A measure: what it shifts, the effect expected, and on request the effect realised with the causes of the change. */
@Component({
  selector: 'tg-measure-card',
  imports: [Loaded, MeasureDecisionForm],
  template: `
    <h3 class="ds-heading" data-size="2xs">{{ measure().title }}: {{ t().states[measure().state] }}</h3>
    <p>{{ shift() }}. {{ among() }}</p>
    <dl>
      <dt>{{ t().owner }}</dt>
      <dd>{{ measure().owner ?? t().noOwner }}</dd>
      <dt>{{ t().starts }}</dt>
      <dd>{{ t().startsIn({ on: measure().startsOn }) }}</dd>
      <dt>{{ t().cost }}</dt>
      <dd>{{ cost() }}</dd>
      <dt>{{ t().expected }}</dt>
      <dd>{{ expected() }}</dd>
    </dl>
    <details class="ds-details" (toggle)="isOpen.set(true)">
      <summary>{{ t().realised }}</summary>
      @if (isOpen()) {
        <ng-container *tgLoaded="let years; from: effects; shape: 'rows'">
          @for (year of shown(); track year.period) {
            <section>
              <h4 class="ds-heading" data-size="2xs">{{ year.title }}</h4>
              <p>{{ year.period }}. {{ year.interval }}</p>
              @if (year.steps.length > 0) {
                <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t().realised + ', ' + year.period">
                  <table class="ds-table" data-size="sm">
                    <thead>
                      <tr>
                        <th scope="col">{{ t().stepHeads.cause }}</th>
                        <th scope="col" class="tg-number">{{ t().stepHeads.emitted }}</th>
                      </tr>
                    </thead>
                    <tbody>
                      @for (step of year.steps; track step.label) {
                        <tr>
                          <th scope="row">{{ step.label }}</th>
                          <td class="tg-number">{{ step.figure }}</td>
                        </tr>
                      }
                    </tbody>
                  </table>
                </div>
              }
              @for (note of year.notes; track note) {
                <p class="tg-subtle">{{ note }}</p>
              }
            </section>
          } @empty {
            <p>{{ t().notYet }}</p>
          }
        </ng-container>
      }
    </details>
    <details class="ds-details">
      <summary>{{ t().history }}</summary>
      <ul>
        @for (decision of measure().decisions; track $index) {
          <li>
            {{ t().decided({ state: t().states[decision.state], by: decision.decidedBy, at: decision.decidedAt }) }}:
            {{ decision.reason }}
          </li>
        }
      </ul>
    </details>
    @if (mayWrite()) {
      <tg-measure-decision-form [measure]="measure()" (saved)="changed.emit()" />
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .scroll {
      overflow-x: auto;
    }

    dl {
      display: grid;
      gap: var(--tg-gap-sm) var(--tg-gap);
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    }

    dd {
      margin: 0;
    }
  `,
})
export class MeasureCard {
  readonly measure = input.required<MeasureDto>();
  /** Names of the kinds of goods by code. */
  readonly kinds = input<ReadonlyMap<string, string>>(new Map());
  readonly mayWrite = input(false);
  readonly changed = output();
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().targets);
  readonly #wording = inject(Wording);
  protected readonly isOpen = signal(false);
  protected readonly effects = read(measuresEffects, () =>
    this.isOpen() ? { measureId: this.measure().id } : undefined,
  );
  protected readonly shift = computed(() => {
    const { share, fromProducts, toProducts } = this.measure();
    const names = (codes: readonly string[]) => codes.map((code) => this.kinds().get(code) ?? code);
    return this.t().shift({ share, from: names(fromProducts), to: names(toProducts) });
  });
  protected readonly among = computed(() => {
    const { buyer, agreement, supplier } = this.measure();
    return this.t().among({ who: buyer ?? this.t().whole, agreement, supplier });
  });
  protected readonly cost = computed(() => {
    const { cost } = this.measure();
    return cost === null ? this.t().noCost : this.#wording.money(cost, 0);
  });
  protected readonly expected = computed(() => {
    const { expectedKg, expectedLow, expectedHigh, expectedReason } = this.measure();
    return expectedKg === null
      ? this.t().expectedReasons[expectedReason ?? 'nothing-bought']
      : this.t().expectedFigure({
          kg: tonnes(expectedKg),
          low: tonnes(expectedLow ?? expectedKg),
          high: tonnes(expectedHigh ?? expectedKg),
        });
  });
  protected readonly shown = computed(() => (arrived(this.effects) ?? []).map((effect) => this.#show(effect)));

  #show({ comparison, reason, before, after, steps, effect, ...data }: MeasureEffectDto) {
    const t = this.t();
    const kg = effect?.kg ?? '0';
    const row = (label: string, value: string) => ({ label, figure: this.#wording.quantity(tonnes(value)) });
    return {
      title: reason
        ? t.effectReasons[reason]
        : t.effectTitle[effect?.direction ?? 'unclear']({ kg: tonnes(kg.replace('-', '')) }),
      period: t.effectPeriod(comparison),
      interval: effect
        ? t.interval({ low: t.wedge.tonne(tonnes(effect.low)), high: t.wedge.tonne(tonnes(effect.high)) })
        : '',
      steps:
        before === null || after === null
          ? []
          : [
              row(t.steps.before, before),
              ...steps
                .filter(({ step, kg: moved }) => step !== 'supplier' && (step !== 'method' || Number(moved) !== 0))
                .map(({ step, kg: moved }) => row(t.steps[step], moved)),
              row(t.steps.after, after),
            ],
      notes: this.#notes(data),
    };
  }

  #notes({
    shareBefore,
    shareAfter,
    massKnownBefore,
    massKnownAfter,
    excludedSuppliers,
  }: Omit<MeasureEffectDto, 'comparison' | 'reason' | 'before' | 'after' | 'steps' | 'effect'>): string[] {
    const t = this.t();
    return [
      ...(shareBefore === null || shareAfter === null
        ? []
        : [t.shares({ before: String(shareBefore), after: String(shareAfter) })]),
      ...(massKnownBefore === null || massKnownAfter === null
        ? []
        : [t.massKnown({ before: String(massKnownBefore), after: String(massKnownAfter) })]),
      ...(excludedSuppliers.length > 0 ? [t.excluded({ names: excludedSuppliers })] : []),
    ];
  }
}
