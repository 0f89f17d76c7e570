import { Component, computed, inject, input } from '@angular/core';
import { Session } from '@tallgrunn/api-client';
import { StatusTag, Wording, texts } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { todaySignal } from '../today.ts';
import { statusOn } from './build-tree.ts';

/** Returns the days from and until, "1. mars 2026 – "; empty when there is none. */
export const validityText = (wording: Wording, from: string | null, until: string | null): string =>
  from || until ? `${from ? wording.date(from) : ''} – ${until ? wording.date(until) : ''}`.trim() : '';

/** The validity of something, and whether it is current; empty when it has no dates. */
@Component({
  selector: 'tg-span-text',
  imports: [StatusTag],
  template: `
    @if (span()) {
      <span class="tg-subtle">{{ span() }}</span>
    }
    @switch (standing()) {
      @case ('ended') {
        <tg-status tone="quiet">{{ t().ended }}</tg-status>
      }
      @case ('coming') {
        <tg-status tone="waiting">{{ t().coming }}</tg-status>
      }
    }
  `,
})
export class ValidityText {
  readonly from = input.required<string | null>();
  readonly until = input.required<string | null>();
  protected readonly t = texts(partyTexts);
  readonly #wording = inject(Wording);
  readonly #today = todaySignal(inject(Session));
  protected readonly standing = computed(() => statusOn({ fromOn: this.from(), untilOn: this.until() }, this.#today()));
  protected readonly span = computed(() => validityText(this.#wording, this.from(), this.until()));
}
