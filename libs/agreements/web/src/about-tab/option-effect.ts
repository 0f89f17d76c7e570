import { Component, computed, input, output } from '@angular/core';
import { read, sender } from '@tallgrunn/api-client';
import {
  agreementOptionsExercise,
  agreementOptionsPreviewExercise,
  agreementOptionsPreviewRevoke,
  agreementOptionsRevokeExercise,
} from '@tallgrunn/api-client/calls';
import type { AgreementDto, DatedPartyDto, OptionEffectDto } from '@tallgrunn/api-client/shapes';
import { Loaded, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changeForm } from './change-form.ts';

/**
 * The effect of exercising an option or revoking its exercise, shown before confirmation, with a draft of the notice.
 */
@Component({
  selector: 'tg-option-effect',
  imports: [Loaded],
  template: `
    <section class="tg-panel" aria-labelledby="option-effect">
      <h3 class="ds-heading" data-size="2xs" id="option-effect" tabindex="-1">
        {{
          mode() === 'exercise'
            ? t().option.exerciseTitle({ number: number() })
            : t().option.revokeTitle({ number: number() })
        }}
      </h3>
      <ng-container *tgLoaded="let effect; from: preview(); shape: 'rows'">
        @if (mode() === 'exercise' && effect.isNoticePassed) {
          <div class="ds-alert" data-color="warning">
            <p>{{ t().option.noticePassed({ day: effect.noticeBy ?? '' }) }}</p>
          </div>
        }
        <p>{{ t().option.lastDay({ before: effect.lastDayBefore, after: effect.lastDayAfter }) }}</p>
        @for (list of listsOf(effect); track list.heading) {
          <details class="ds-details" [open]="list.parties.length <= 12">
            <summary>{{ list.heading }}</summary>
            <ul>
              @for (party of list.parties; track $index) {
                <li>{{ t().option.party(party) }}</li>
              }
            </ul>
          </details>
        }
        <p class="tg-subtle">{{ t().option.reversible }}</p>
        @if (mode() === 'exercise') {
          <details class="ds-details">
            <summary>{{ t().option.letterTitle }}</summary>
            <label class="ds-label" for="option-letter">{{ t().option.letterHelp }}</label>
            <textarea id="option-letter" class="ds-input" rows="14" readonly [value]="letter(effect)"></textarea>
          </details>
        }
        <div class="tg-row">
          <button class="ds-button" type="button" [attr.aria-busy]="change.busy()" (click)="confirm(effect)">
            {{ mode() === 'exercise' ? t().option.exercise : t().option.revoke }}
          </button>
          <button class="ds-button" data-variant="tertiary" type="button" (click)="closed.emit(false)">
            {{ t().change.cancel }}
          </button>
        </div>
      </ng-container>
      @if (change.fault()) {
        <p class="ds-validation-message" role="alert">{{ change.fault() }}</p>
      }
    </section>
  `,
})
export class OptionEffect {
  readonly agreement = input.required<AgreementDto>();
  readonly number = input.required<number>();
  readonly mode = input.required<'exercise' | 'revoke'>();
  /** True when the change was made. */
  readonly closed = output<boolean>();
  protected readonly t = texts(registerTexts);
  protected readonly change = changeForm();
  readonly #send = sender();
  readonly #at = computed(() => ({ agreementId: this.agreement().id, number: this.number() }));
  readonly #exercise = read(agreementOptionsPreviewExercise, () =>
    this.mode() === 'exercise' ? this.#at() : undefined,
  );
  readonly #revoke = read(agreementOptionsPreviewRevoke, () => (this.mode() === 'revoke' ? this.#at() : undefined));
  protected readonly preview = computed(() => (this.mode() === 'exercise' ? this.#exercise : this.#revoke));

  protected listsOf(
    effect: OptionEffectDto,
  ): readonly { readonly heading: string; readonly parties: readonly DatedPartyDto[] }[] {
    const { option } = this.t();
    return [
      { heading: option.suppliersMove({ count: effect.suppliers.length }), parties: effect.suppliers },
      { heading: option.participantsMove({ count: effect.participants.length }), parties: effect.participants },
      { heading: option.unchanged({ count: effect.unchanged.length }), parties: effect.unchanged },
      { heading: option.pricesEnd({ count: effect.endingPrices.length }), parties: effect.endingPrices },
    ].filter(({ parties }) => parties.length > 0);
  }

  protected letter({ lastDayAfter, suppliers }: OptionEffectDto): string {
    const { number, title } = this.agreement();
    return this.t().option.letter({
      agreement: `${number} ${title}`,
      option: this.number(),
      until: lastDayAfter ?? '',
      suppliers: [...new Set(suppliers.map(({ name }) => name))],
    });
  }

  protected async confirm({ lastDayAfter }: OptionEffectDto): Promise<void> {
    const call = this.mode() === 'exercise' ? agreementOptionsExercise : agreementOptionsRevokeExercise;
    if (await this.change.run(() => this.#send(call, { ...this.#at(), body: { lastDayAfter } })))
      this.closed.emit(true);
  }
}
