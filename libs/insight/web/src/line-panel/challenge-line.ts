import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Session, sender } from '@tallgrunn/api-client';
import { caseOpeningsChallengeLine } from '@tallgrunn/api-client/calls';
import type { SideLineDto } from '@tallgrunn/api-client/shapes';
import { Field, ReasonForm, texts, type ReasonInput } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';

const reasons = ['not-received', 'price', 'quantity', 'other'] as const;
type Reason = (typeof reasons)[number];

/** Challenges a report line or its price; opens a case for the supplier to answer. */
@Component({
  selector: 'tg-challenge-line',
  imports: [Field, ReasonForm],
  template: `
    @if (mayChallenge()) {
      @if (isOpen()) {
        <tg-field for="challenge-about" [label]="t().challenge.about">
          <select id="challenge-about" class="ds-input" (change)="choose($event)">
            @for (each of reasons; track each) {
              <option [value]="each" [selected]="about() === each">{{ t().challenge.reasons[each] }}</option>
            }
          </select>
        </tg-field>
        <tg-reason-form
          name="challenge"
          [heading]="t().challenge.title"
          [lead]="t().challenge.lead"
          [label]="t().challenge.body"
          [act]="t().challenge.act"
          [charactersMax]="5000"
          [save]="save"
          (cancelled)="isOpen.set(false)"
        />
      } @else {
        <button class="ds-button" data-variant="tertiary" data-size="sm" type="button" (click)="isOpen.set(true)">
          {{ t().challenge.title }}
        </button>
      }
    }
  `,
})
export class ChallengeLine {
  readonly line = input.required<SideLineDto>();
  protected readonly t = texts(insightTexts);
  protected readonly isOpen = signal(false);
  protected readonly about = signal<Reason>('not-received');
  protected readonly reasons = reasons;
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #send = sender();
  protected readonly mayChallenge = computed(() => this.#session.permissions().has('case.challenge'));

  protected choose(event: Event): void {
    this.about.set((event.target as HTMLSelectElement).value as Reason);
  }

  protected readonly save = async ({ text: body }: ReasonInput): Promise<void> => {
    const { documentId: versionId, lineNo } = this.line();
    const { id } = await this.#send(caseOpeningsChallengeLine, {
      body: { versionId, lineNo, about: this.about(), body },
    });
    await this.#router.navigate(['/cases', id]);
  };
}
