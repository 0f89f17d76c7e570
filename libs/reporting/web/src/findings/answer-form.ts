import { Component, ElementRef, afterNextRender, input, output, signal, viewChild } from '@angular/core';
import { Field, texts } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

let made = 0;

/** Form for the reason why a finding is correct as reported; the reason is stored with the report. */
@Component({
  selector: 'tg-answer-form',
  imports: [Field],
  template: `
    <form class="tg-stack" novalidate (submit)="keep($event)">
      <tg-field
        [for]="id"
        [label]="t().check.reason"
        [help]="t().check.reasonHelp"
        [error]="missing() ? t().check.reasonMissing : ''"
      >
        <textarea #text class="ds-input" rows="2" maxlength="2000" [id]="id" [value]="reason()"></textarea>
      </tg-field>
      <p class="tg-row">
        <button class="ds-button" data-size="sm" type="submit">{{ t().check.keepAnswer }}</button>
        <button class="ds-button" data-variant="tertiary" data-size="sm" type="button" (click)="cancelled.emit()">
          {{ t().check.cancel }}
        </button>
      </p>
    </form>
  `,
  styles: `
    .tg-stack {
      gap: var(--tg-gap-sm);
      max-width: var(--tg-field-width);
    }
  `,
})
export class AnswerForm {
  readonly reason = input('');
  readonly answered = output<string>();
  readonly cancelled = output();
  protected readonly t = texts(reportingTexts);
  protected readonly id = `answer-${(made += 1)}`;
  protected readonly missing = signal(false);
  protected readonly text = viewChild.required<ElementRef<HTMLTextAreaElement>>('text');

  constructor() {
    afterNextRender(() => this.text().nativeElement.focus());
  }

  protected keep(event: Event): void {
    event.preventDefault();
    const { value } = this.text().nativeElement;
    this.missing.set(value.trim() === '');
    if (this.missing()) this.text().nativeElement.focus();
    else this.answered.emit(value);
  }
}
