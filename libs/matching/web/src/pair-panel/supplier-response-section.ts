import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { supplierResponsesAccept } from '@tallgrunn/api-client/calls';
import type { SupplierResponseDto } from '@tallgrunn/api-client/shapes';
import { Field, ProblemMessages, StatusTag, Wording, texts } from '@tallgrunn/design';
import { matchingTexts } from '../texts/matching-texts.ts';

/** Cause for each kind of response when it is accepted; kinds without a cause are missing. */
const causes: Readonly<Partial<Record<SupplierResponseDto['kind'], string>>> = {
  'next-report': 'timing',
  'left-out': 'not-reported',
  'other-agreement': 'off-agreement',
  'other-seller': 'other-seller',
};

/** A supplier's response to a booked line, and its review. */
@Component({
  selector: 'tg-supplier-response-section',
  imports: [Field, StatusTag],
  template: `
    @let said = statement();
    <section class="tg-panel" [attr.aria-label]="t().statement.title">
      <h3 class="ds-heading" data-size="2xs">{{ t().statement.title }}</h3>
      <p class="tg-row">
        <tg-status [tone]="said.accepted ? 'good' : 'waiting'">{{ t().statement.kinds[said.kind] }}</tg-status>
        <span class="tg-subtle"
          >{{ t().statement.by({ who: said.saidBy ?? '', at: wording.instant(said.saidAt) })
          }}{{ said.accepted ? ', ' + t().statement.accepted : '' }}</span
        >
      </p>
      @if (said.reason) {
        <p>{{ said.reason }}</p>
      }
      @if (mayDecide() && !said.accepted) {
        @if (cause(); as cause) {
          <p class="tg-subtle">{{ t().statement.help }}</p>
          <form class="tg-form" novalidate (submit)="accept($event)">
            <tg-field
              for="statement-reason"
              [label]="t().statement.reason"
              [help]="t().panel.reasonHelp"
              [error]="fault()"
            >
              <textarea
                id="statement-reason"
                class="ds-input"
                rows="2"
                maxlength="1000"
                [value]="reason()"
                (input)="write($event)"
              ></textarea>
            </tg-field>
            <button
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              type="submit"
              [attr.aria-busy]="working()"
            >
              {{ t().statement.accept({ cause }) }}
            </button>
          </form>
        } @else {
          <p class="tg-subtle">{{ t().statement.noCause }}</p>
        }
      }
      <p role="status">{{ second() ? t().panel.second : '' }}</p>
    </section>
  `,
})
export class SupplierResponseSection {
  readonly statement = input.required<SupplierResponseDto>();
  readonly mayDecide = input(false);
  readonly accepted = output();
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  protected readonly reason = signal('');
  protected readonly fault = signal('');
  protected readonly working = signal(false);
  protected readonly second = signal(false);
  protected readonly cause = computed(() => {
    const cause = causes[this.statement().kind];
    return cause === undefined ? '' : ((this.t().causes as Readonly<Record<string, string>>)[cause] ?? cause);
  });

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected async accept(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.fault.set(reason === '' ? this.t().panel.reasonMissing : '');
    if (reason === '' || this.working()) return;
    this.working.set(true);
    try {
      this.second.set(
        (await this.#send(supplierResponsesAccept, { responseId: this.statement().id, body: { reason } })).needsSecond,
      );
      this.reason.set('');
      this.accepted.emit();
    } catch (error) {
      this.fault.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.working.set(false);
    }
  }
}
