import { Component, inject, signal } from '@angular/core';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { agreementOwnersContractManagers, caseOpeningsHandOver } from '@tallgrunn/api-client/calls';
import type { HandedOverDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, PageHeader, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';

/** Form that hands over all responsibilities of one contract manager to another. */
@Component({
  selector: 'tg-hand-over-page',
  imports: [ErrorSummary, Field, Loaded, PageHeader],
  template: `
    <tg-page-header
      [heading]="t().hand.title"
      [lead]="t().hand.lead"
      [crumbs]="[{ label: t().title, link: '/cases' }]"
    />
    <ng-container *tgLoaded="let people; from: people; shape: 'text'">
      <div class="tg-stack">
        <tg-error-summary [faults]="faults()" />
        <form class="tg-form" novalidate (submit)="save($event, from.value, to.value)">
          <tg-field for="hand-from" [label]="t().hand.from" [error]="faultAt(faults(), 'hand-from')">
            <select #from id="hand-from" class="ds-input">
              <option value="">{{ t().hand.choose }}</option>
              @for (person of people; track person.id) {
                <option [value]="person.id">{{ person.name }}</option>
              }
            </select>
          </tg-field>
          <tg-field for="hand-to" [label]="t().hand.to">
            <select #to id="hand-to" class="ds-input">
              <option value="">{{ t().hand.choose }}</option>
              @for (person of people; track person.id) {
                <option [value]="person.id">{{ person.name }}</option>
              }
            </select>
          </tg-field>
          <button class="ds-button" type="submit" [attr.aria-busy]="sending()">{{ t().hand.act }}</button>
        </form>
        <div role="status">
          @if (done(); as result) {
            <p class="ds-alert" data-color="success">{{ t().hand.done(result) }}</p>
            <p>{{ t().hand.delegates[result.delegate] }}</p>
          }
        </div>
      </div>
    </ng-container>
  `,
})
export class HandOverPage {
  protected readonly t = texts(casesTexts);
  protected readonly people = read(agreementOwnersContractManagers);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly done = signal<HandedOverDto | null>(null);
  protected readonly faultAt = fieldError;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async save(event: Event, fromPersonId: string, toPersonId: string): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const isRight = fromPersonId !== '' && toPersonId !== '' && fromPersonId !== toPersonId;
    this.faults.set(isRight ? [] : [{ field: 'hand-from', sentence: this.t().hand.missing }]);
    if (!isRight) return;
    this.sending.set(true);
    try {
      this.done.set(await this.#send(caseOpeningsHandOver, { body: { fromPersonId, toPersonId } }));
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
