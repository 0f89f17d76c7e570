import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { priceDraftsDiscard, priceDraftsPublish } from '@tallgrunn/api-client/calls';
import type { PriceDraftDto } from '@tallgrunn/api-client/shapes';
import { FindingList, ProblemMessages, Progress, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { PriceDiff } from './price-diff.ts';
import { groupPriceFindings } from './price-findings.ts';

/** The outcome of a draft. */
export type DraftEnd =
  { readonly kind: 'published'; readonly version: number; readonly items: number } | { readonly kind: 'dropped' };

/** A draft of a price form: its changes, with buttons to publish and discard. */
@Component({
  selector: 'tg-price-draft',
  imports: [FindingList, PriceDiff, Progress],
  template: `
    <div class="tg-stack">
      <div class="ds-alert" data-color="info">
        <h3 class="ds-heading" data-size="2xs" tabindex="-1" id="price-draft">
          {{ p().draft.title({ name: draft().fileName }) }}
        </h3>
        <p>{{ p().draft.said({ lines: draft().lines, supplier: supplier() }) }}</p>
      </div>
      @if (groups().length > 0) {
        <p>{{ t().prices.remarks({ count: draft().remarks.length }) }}</p>
        <tg-finding-list [groups]="groups()" />
      }
      <tg-price-diff [agreementId]="agreementId()" [draftId]="draft().id" />
      @if (fault()) {
        <div class="ds-alert" data-color="danger" role="alert">
          <p>{{ fault() }}</p>
        </div>
      }
      @if (sending() === 'publish') {
        <tg-progress [what]="p().draft.publishing({ lines: draft().lines })" />
      }
      <div class="tg-row">
        <button class="ds-button" type="button" [attr.aria-busy]="sending() === 'publish'" (click)="publish()">
          {{ p().draft.publish }}
        </button>
        <button
          class="ds-button"
          data-variant="tertiary"
          type="button"
          [attr.aria-busy]="sending() === 'drop'"
          (click)="drop()"
        >
          {{ p().draft.drop }}
        </button>
      </div>
    </div>
  `,
})
export class PriceDraft {
  readonly agreementId = input.required<string>();
  readonly draft = input.required<PriceDraftDto>();
  readonly supplier = input.required<string>();
  readonly ended = output<DraftEnd>();
  protected readonly t = texts(agreementsTexts);
  protected readonly p = texts(pricesTexts);
  protected readonly sending = signal<'publish' | 'drop' | null>(null);
  protected readonly fault = signal('');
  protected readonly groups = computed(() => {
    const { findings, prices, items } = this.t();
    return groupPriceFindings(this.draft().remarks, 'info', findings, {
      row: prices.row,
      columns: { number: items.heads.number, lot: items.heads.lot },
    });
  });
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected publish(): Promise<void> {
    return this.#during('publish', async () => {
      const { number, items } = await this.#send(priceDraftsPublish, {
        agreementId: this.agreementId(),
        draftId: this.draft().id,
      });
      return { kind: 'published', version: number, items };
    });
  }

  protected drop(): Promise<void> {
    return this.#during('drop', async () => {
      await this.#send(priceDraftsDiscard, { agreementId: this.agreementId(), draftId: this.draft().id });
      return { kind: 'dropped' };
    });
  }

  async #during(what: 'publish' | 'drop', act: () => Promise<DraftEnd>): Promise<void> {
    if (this.sending() !== null) return;
    this.sending.set(what);
    this.fault.set('');
    try {
      this.ended.emit(await act());
    } catch (error) {
      this.fault.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(null);
    }
  }
}
