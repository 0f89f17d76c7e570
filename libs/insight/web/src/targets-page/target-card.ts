import { Component, computed, input } from '@angular/core';
import type { TargetDto, TargetFigureDto, YearProgressDto } from '@tallgrunn/api-client/shapes';
import { texts } from '@tallgrunn/design';
import { TotalExplanation, type SumFilter } from '@tallgrunn/emissions-web';
import { insightTexts } from '../texts/insight-texts.ts';
import { figureText } from './figure-text.ts';

/** A target with its base figure, and the figure of every year since against the path. */
@Component({
  selector: 'tg-target-card',
  imports: [TotalExplanation],
  template: `
    <h3 class="ds-heading" data-size="2xs">{{ t().kinds[target().kind] }}, {{ who() }}</h3>
    <p>{{ t().goal({ figure: show(target().targetValue), year: target().targetYear }) }}</p>
    @if (target().base.figure; as base) {
      <p>
        {{ t().base({ figure: show(base.value), year: target().baseYear }) }}
        @if (interval(base); as text) {
          <span class="tg-subtle">({{ text }})</span>
        }
        @if (target().kind === 'emissions') {
          <tg-sum-explanation [figure]="show(base.value)" [filter]="filter()" />
        }
      </p>
    } @else {
      <p>{{ t().reasons[target().base.reason ?? 'no-purchases'] }}</p>
    }
    @if (incomplete().length > 0) {
      <p>{{ t().baseIncomplete({ year: target().baseYear, names: incomplete() }) }}</p>
    }
    @if (target().years.length === 0) {
      <p class="tg-subtle">{{ t().notStarted }}</p>
    } @else {
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="caption()">
        <table class="ds-table" data-size="sm">
          <caption>
            {{
              caption()
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t().columns.year }}</th>
              <th scope="col">{{ t().columns.months }}</th>
              <th scope="col">{{ t().columns.base }}</th>
              <th scope="col">{{ t().columns.figure }}</th>
              <th scope="col">{{ t().columns.required }}</th>
              <th scope="col">{{ t().columns.position }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.year) {
              <tr>
                <th scope="row">{{ row.year }}</th>
                <td>{{ row.months }}</td>
                <td>{{ row.base }}</td>
                <td>
                  {{ row.figure }}
                  @if (row.interval) {
                    <br /><span class="tg-subtle">{{ row.interval }}</span>
                  }
                </td>
                <td>{{ row.required }}</td>
                <td>
                  {{ row.position }}
                  @if (row.leftOut) {
                    <br /><span class="tg-subtle">{{ row.leftOut }}</span>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    @if (target().kind === 'emissions-per-krone') {
      <p class="tg-subtle">{{ t().krone }}</p>
    }
    @if (target().note) {
      <p class="tg-subtle">{{ t().note }}: {{ target().note }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .scroll {
      overflow-x: auto;
    }
  `,
})
export class TargetCard {
  readonly target = input.required<TargetDto>();
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().targets);
  protected readonly who = computed(() => this.target().buyer ?? this.t().whole);
  protected readonly caption = computed(() =>
    this.t().progressCaption({ who: this.who(), kind: this.t().kinds[this.target().kind] }),
  );
  protected readonly incomplete = computed(() => this.target().base.incomplete.map(({ name }) => name));
  protected readonly filter = computed<SumFilter>(() => {
    const { baseYear, buyerId } = this.target();
    return { from: `${baseYear}-01`, to: `${baseYear}-12`, ...(buyerId === null ? {} : { buyerId }) };
  });
  protected readonly rows = computed(() => this.target().years.map((year) => this.#row(year)));

  protected show(value: string): string {
    return figureText(this.target().kind, value, this.t());
  }

  protected interval({ low, high }: TargetFigureDto): string {
    return low === null || high === null ? '' : this.t().interval({ low: this.show(low), high: this.show(high) });
  }

  #row({ year, comparison, base, figure, required, position, reason }: YearProgressDto) {
    const missing = comparison.leftOut.map(({ name, missing: months }) =>
      months.length > 0 ? `${name}: ${this.t().spans({ months })}` : name,
    );
    return {
      year,
      months: figure === null ? '' : this.t().months(comparison.after),
      base: base === null ? '' : this.show(base),
      figure: figure === null ? '' : this.show(figure.value),
      interval: figure === null ? '' : this.interval(figure),
      required: required === null ? '' : this.show(required),
      position: position === null ? this.t().reasons[reason ?? 'incomplete'] : this.t().position[position],
      leftOut: missing.length > 0 ? `${this.t().lacking}: ${missing.join('; ')}` : '',
    };
  }
}
