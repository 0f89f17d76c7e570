import { Component, computed, input } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { publicationsBridge } from '@tallgrunn/api-client/calls';
import { texts } from '@tallgrunn/design';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import type { SumFilter } from '../sum-explanation/sum-explanation.ts';
import { BridgeChart } from './bridge-chart.ts';

/** Bridge from an earlier run, published or not, to a later one. */
@Component({
  selector: 'tg-bridge',
  imports: [BridgeChart],
  template: `
    @if (told(); as bridge) {
      <section class="tg-stack">
        <div>
          <h2 class="ds-heading" data-size="xs">{{ t().page.bridge.title({ from: bridge.from, to: bridge.to }) }}</h2>
          @if (scope()) {
            <p class="tg-subtle">{{ words().scopes.of({ scope: scope() }) }}</p>
          }
        </div>
        <tg-bridge-chart
          [before]="{
            label: published()
              ? words().bridge.published({ run: bridge.from })
              : words().bridge.run({ run: bridge.from }),
            kg: bridge.before,
          }"
          [after]="{ label: words().bridge.now, kg: bridge.after }"
          [steps]="bridge.steps"
          [runs]="{ from: bridge.from, to: bridge.to }"
          [ends]="{ before: { ...filter(), run: bridge.from }, after: { ...filter(), run: bridge.to } }"
        />
      </section>
    }
  `,
})
export class RunBridge {
  readonly from = input.required<number>();
  readonly to = input.required<number>();
  readonly published = input(false);
  /** Filter of the lines; default: the whole runs. The months are those of the filter. */
  readonly filter = input<SumFilter>({});
  /** Description of the filter. */
  readonly scope = input('');
  protected readonly t = texts(emissionsTexts);
  protected readonly words = texts(publishedTexts);
  readonly #bridge = read(publicationsBridge, () => {
    const { publication, buyerId, category, from: fromMonth, to: toMonth } = this.filter();
    return this.from() < this.to()
      ? { from: this.from(), to: this.to(), publication, buyerId, category, fromMonth, toMonth }
      : undefined;
  });
  protected readonly told = computed(() => arrived(this.#bridge) ?? null);
}
