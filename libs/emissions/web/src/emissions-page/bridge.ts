import { Component, computed, inject, input } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { publicationsBridgeRuns } from '@tallgrunn/api-client/calls';
import { DataTable, Wording, texts, type Column } from '@tallgrunn/design';
import type { BridgeStepShape } from '@tallgrunn/api-client/shapes';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { tonnes } from '../tonnes.ts';

/** What lies between an earlier run and the newest, step by step in one order: each line's difference stands under one cause, and the steps add up. */
@Component({
  selector: 'tg-bridge',
  imports: [DataTable],
  template: `
    @if (told(); as bridge) {
      <section class="tg-stack">
        <div>
          <h2 class="ds-heading" data-size="xs">{{ t().page.bridge.title({ from: bridge.from, to: bridge.to }) }}</h2>
          <p class="tg-subtle">{{ t().page.bridge.lead({ before: inTonnes(bridge.before), after: inTonnes(bridge.after) }) }}</p>
        </div>
        <tg-data-table narrow="cards" [caption]="t().page.bridge.caption" [rows]="bridge.steps" [columns]="columns()" />
      </section>
    }
  `,
})
export class RunBridge {
  readonly from = input.required<number>();
  readonly to = input.required<number>();
  protected readonly t = texts(emissionsTexts);
  readonly #wording = inject(Wording);
  readonly #bridge = read(publicationsBridgeRuns, () => (this.from() < this.to() ? { from: this.from(), to: this.to() } : undefined));
  protected readonly told = computed(() => arrived(this.#bridge) ?? null);
  protected readonly columns = computed<readonly Column<BridgeStepShape>[]>(() => {
    const { heads, steps } = this.t().page.bridge;
    return [
      { key: 'step', head: heads.step, text: ({ step }) => steps[step] },
      { key: 'lines', head: heads.lines, numeric: true, text: ({ lines }) => this.#wording.count(lines) },
      { key: 'kg', head: heads.tonnes, numeric: true, text: ({ kg }) => (Number(kg) === 0 ? '–' : `${Number(kg) > 0 ? '+' : ''}${this.inTonnes(kg)}`) },
    ];
  });

  protected inTonnes(kg: string): string {
    return this.t().page.tonnes({ value: tonnes(kg) });
  }
}
