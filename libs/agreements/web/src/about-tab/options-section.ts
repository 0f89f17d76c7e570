import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, sender } from '@tallgrunn/api-client';
import { agreementDetailsSetOptions } from '@tallgrunn/api-client/calls';
import type { AgreementDto, OptionDto } from '@tallgrunn/api-client/shapes';
import { Field, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changeForm, valuesOf } from './change-form.ts';
import { OptionEffect } from './option-effect.ts';

/** The options to extend an agreement, with the deadline for notice and the decision. */
@Component({
  selector: 'tg-options-section',
  imports: [Field, OptionEffect],
  template: `
    <section>
      <h2 class="ds-heading" data-size="xs">{{ t().change.options }}</h2>
      @if (agreement().options.length === 0) {
        <p class="tg-subtle">{{ t().change.noOptions }}</p>
      }
      <dl class="tg-facts">
        @for (option of agreement().options; track option.number) {
          <div>
            <dt>{{ option.number }}. {{ t().change.option({ until: option.extendsTo, notice: option.noticeBy }) }}</dt>
            <dd class="tg-row">
              {{ t().change.decided[option.decided ?? 'open'] }}
              @if (mayWrite()) {
                @for (decision of decisionsFor(option); track decision) {
                  <button
                    class="ds-button"
                    data-variant="tertiary"
                    data-size="sm"
                    type="button"
                    [attr.aria-label]="
                      t().option.decide({ number: option.number, decision: t().option.acts[decision] })
                    "
                    (click)="decide(option, decision)"
                  >
                    {{ t().option.acts[decision] }}
                  </button>
                }
                @if (option.decided !== null) {
                  <button
                    class="ds-button"
                    data-variant="tertiary"
                    data-size="sm"
                    type="button"
                    [attr.aria-label]="t().option.reopenOf({ number: option.number })"
                    (click)="reopen(option)"
                  >
                    {{ t().option.reopen }}
                  </button>
                }
                @if (option.decided !== 'taken') {
                  <button
                    class="ds-button"
                    data-variant="tertiary"
                    data-size="sm"
                    type="button"
                    (click)="remove(option)"
                  >
                    {{ t().option.remove({ number: option.number }) }}
                  </button>
                }
              }
            </dd>
          </div>
        }
      </dl>
      @if (shown(); as effect) {
        <tg-option-effect
          [agreement]="agreement()"
          [number]="effect.number"
          [mode]="effect.mode"
          (closed)="close($event)"
        />
      }
      @if (adding()) {
        <form class="tg-panel tg-form" novalidate (submit)="add($event)">
          <div class="pair">
            <tg-field for="option-until" [label]="t().change.extendsTo"
              ><input id="option-until" name="extendsTo" class="ds-input" type="date"
            /></tg-field>
            <tg-field for="option-notice" [label]="t().change.noticeBy" [optional]="true"
              ><input id="option-notice" name="noticeBy" class="ds-input" type="date"
            /></tg-field>
          </div>
          <div class="tg-row">
            <button class="ds-button" type="submit" [attr.aria-busy]="change.busy()">{{ t().change.save }}</button>
            <button class="ds-button" data-variant="tertiary" type="button" (click)="adding.set(false)">
              {{ t().change.cancel }}
            </button>
          </div>
        </form>
      } @else if (mayWrite()) {
        <p>
          <button class="ds-button" data-variant="secondary" data-size="sm" type="button" (click)="adding.set(true)">
            {{ t().change.addOption }}
          </button>
        </p>
      }
      @if (change.fault()) {
        <p class="ds-validation-message" role="alert">{{ change.fault() }}</p>
      }
    </section>
  `,
  styleUrl: './section.css',
})
export class OptionsSection {
  readonly agreement = input.required<AgreementDto>();
  readonly changed = output();
  protected readonly t = texts(registerTexts);
  protected readonly adding = signal(false);
  protected readonly shown = signal<{ readonly number: number; readonly mode: 'exercise' | 'revoke' } | null>(null);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly change = changeForm();
  readonly #session = inject(Session);
  readonly #send = sender();

  protected decisionsFor({ decided }: OptionDto): readonly ('taken' | 'left')[] {
    return decided === null ? ['taken', 'left'] : [];
  }

  /** Exercising an option changes dates, so its effect is shown first; deciding not to exercise it changes none. */
  protected decide(option: OptionDto, decided: 'taken' | 'left'): void {
    if (decided === 'taken') this.shown.set({ number: option.number, mode: 'exercise' });
    else void this.#decide(option, 'left');
  }

  protected reopen(option: OptionDto): void {
    if (option.decided === 'taken') this.shown.set({ number: option.number, mode: 'revoke' });
    else void this.#decide(option, null);
  }

  protected close(isDone: boolean): void {
    this.shown.set(null);
    if (isDone) this.changed.emit();
  }

  #decide(option: OptionDto, decided: 'left' | null): Promise<void> {
    return this.#write(
      this.agreement().options.map((each) => (each.number === option.number ? { ...each, decided } : each)),
    );
  }

  protected remove(option: OptionDto): Promise<void> {
    return this.#write(this.agreement().options.filter(({ number }) => number !== option.number));
  }

  protected add(event: Event): Promise<void> {
    const { extendsTo = '', noticeBy = '' } = valuesOf(event);
    const number = Math.max(0, ...this.agreement().options.map((each) => each.number)) + 1;
    return this.#write([...this.agreement().options, { number, extendsTo, noticeBy: noticeBy || null, decided: null }]);
  }

  async #write(options: readonly OptionDto[]): Promise<void> {
    if (
      !(await this.change.run(() =>
        this.#send(agreementDetailsSetOptions, { agreementId: this.agreement().id, body: { options: [...options] } }),
      ))
    )
      return;
    this.adding.set(false);
    this.changed.emit();
  }
}
