import { Component, inject, input, output, signal } from '@angular/core';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { agreementOwnersContractManagers, caseChangesChange } from '@tallgrunn/api-client/calls';
import type { CaseDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, ProblemMessages, texts, type FormError } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';

/** Form to change owner, next date and status of a case. */
@Component({
  selector: 'tg-case-change-form',
  imports: [ErrorSummary, Field, Loaded],
  template: `
    <section class="tg-panel">
      <h2 class="ds-heading" data-size="xs">{{ t().page.change }}</h2>
      <tg-error-summary [faults]="faults()" />
      <ng-container *tgLoaded="let people; from: people; shape: 'text'">
        <form class="tg-form" novalidate (submit)="save($event, owner.value, next.value, status.value)">
          <tg-field for="case-owner" [label]="t().page.owner">
            <select #owner id="case-owner" class="ds-input">
              <option value="" [selected]="case().owner === null">{{ t().noOwner }}</option>
              @for (person of people; track person.id) {
                <option [value]="person.id" [selected]="case().owner?.id === person.id">{{ person.name }}</option>
              }
            </select>
          </tg-field>
          <tg-field for="case-next" [label]="t().page.next">
            <input #next id="case-next" class="ds-input" type="date" [value]="case().nextOn ?? ''" />
          </tg-field>
          <tg-field for="case-status" [label]="t().page.status">
            <select #status id="case-status" class="ds-input">
              @for (each of open; track each) {
                <option [value]="each" [selected]="case().status === each">{{ t().statuses[each] }}</option>
              }
            </select>
          </tg-field>
          <button class="ds-button" data-variant="secondary" type="submit">{{ t().page.saveChange }}</button>
        </form>
      </ng-container>
    </section>
  `,
})
export class CaseChangeForm {
  readonly case = input.required<CaseDto>();
  readonly changed = output();
  protected readonly t = texts(casesTexts);
  protected readonly people = read(agreementOwnersContractManagers);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly open = ['open', 'waiting-for-supplier', 'waiting-for-us'] as const;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async save(event: Event, owner: string, next: string, status: string): Promise<void> {
    event.preventDefault();
    try {
      await this.#send(caseChangesChange, {
        caseId: this.case().id,
        body: { ownerId: owner || null, nextOn: next || null, status: status as 'open' },
      });
      this.faults.set([]);
      this.changed.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    }
  }
}
