import { Component, inject, signal } from '@angular/core';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { caseOpeningsChangeRule, caseOpeningsRule } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, Loaded, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';

/** Form for the rule by which late reports become cases automatically. */
@Component({
  selector: 'tg-case-rule-form',
  imports: [ErrorSummary, Field, Loaded],
  template: `
    <details class="ds-details">
      <summary>{{ t().rule.title }}</summary>
      <div class="tg-stack">
        <p class="tg-text">{{ t().rule.lead }}</p>
        <ng-container *tgLoaded="let rule; from: rule; shape: 'text'">
          <tg-error-summary [faults]="faults()" />
          <form class="tg-form" novalidate (submit)="save($event, enabled.checked, days.value)">
            <label class="tg-row">
              <input #enabled class="ds-input" type="checkbox" [checked]="rule.isEnabled" />
              {{ t().rule.enabled }}
            </label>
            <tg-field for="rule-days" [label]="t().rule.days" [error]="faultAt(faults(), 'rule-days')">
              <input
                #days
                id="rule-days"
                class="ds-input"
                type="number"
                min="1"
                max="60"
                [value]="rule.lateWorkingDays"
              />
            </tg-field>
            <button class="ds-button" data-variant="secondary" type="submit">{{ t().rule.save }}</button>
          </form>
          <p role="status">{{ notice() }}</p>
        </ng-container>
      </div>
    </details>
  `,
})
export class CaseRuleForm {
  protected readonly t = texts(casesTexts);
  protected readonly rule = read(caseOpeningsRule);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly notice = signal('');
  protected readonly faultAt = fieldError;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async save(event: Event, isEnabled: boolean, days: string): Promise<void> {
    event.preventDefault();
    const lateWorkingDays = Number(days);
    const isRight = Number.isInteger(lateWorkingDays) && lateWorkingDays >= 1 && lateWorkingDays <= 60;
    this.faults.set(isRight ? [] : [{ field: 'rule-days', sentence: this.t().rule.daysMissing }]);
    if (!isRight) return;
    try {
      await this.#send(caseOpeningsChangeRule, { body: { isEnabled, lateWorkingDays } });
      this.notice.set(this.t().rule.saved);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    }
  }
}
