import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import type { ShownSubjectDto } from '@tallgrunn/api-client/shapes';
import { Wording, texts } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Subjects of a case or message, each with a link and its current state. */
@Component({
  selector: 'tg-case-subject-list',
  imports: [RouterLink],
  template: `
    @if (subjects().length > 0) {
      <ul class="ds-list">
        @for (subject of subjects(); track subject.id) {
          <li>
            @if (linkOf(subject); as link) {
              <a class="ds-link" [routerLink]="link">{{ nameOf(subject) }}</a>
            } @else {
              {{ nameOf(subject) }}
            }
            @for (fact of factsOf(subject); track fact) {
              <span class="tg-subtle"> · {{ fact }}</span>
            }
          </li>
        }
      </ul>
    } @else {
      <p class="tg-subtle">{{ t().page.aboutNothing }}</p>
    }
  `,
})
export class CaseSubjectList {
  readonly subjects = input.required<readonly ShownSubjectDto[]>();
  protected readonly t = texts(casesTexts);
  readonly #wording = inject(Wording);
  readonly #session = inject(Session);
  readonly #mayOpen = computed(() => this.#session.permissions().has('report.read'));

  protected nameOf({ kind, snapshot, dueOn }: ShownSubjectDto): string {
    const { page } = this.t();
    const key = textOf(snapshot['periodKey']);
    const period = key === '' ? '' : this.#wording.period(key);
    const row = textOf(snapshot['row']);
    if (kind === 'obligation')
      return page.obligation({ period, due: this.#wording.date(dueOn ?? textOf(snapshot['dueOn'])) });
    if (kind === 'report') return page.report({ number: textOf(snapshot['number']), period });
    if (kind === 'line') {
      const item = [textOf(snapshot['itemNumber']), textOf(snapshot['itemName'])].filter(Boolean).join(' ');
      return page.line({ item, row });
    }
    return page.finding({ found: textOf(snapshot['found']), row });
  }

  protected factsOf({ kind, snapshot, daysLate, state, resolvedAt }: ShownSubjectDto): readonly string[] {
    const { page } = this.t();
    if (kind === 'obligation') {
      if (resolvedAt !== null) return [page.settled];
      return state === 'overdue' && daysLate ? [page.late({ days: daysLate })] : [];
    }
    if (kind !== 'line') return [];
    const currency = textOf(snapshot['currency']) || 'NOK';
    const [price, amount] = [textOf(snapshot['unitPrice']), textOf(snapshot['amount'])];
    return [
      ...(price ? [page.price({ price, agreed: textOf(snapshot['agreedPrice']), currency })] : []),
      ...(amount ? [page.amount({ amount, currency })] : []),
    ];
  }

  protected linkOf({ obligationId, versionId }: ShownSubjectDto): readonly string[] | null {
    if (!this.#mayOpen()) return null;
    if (obligationId !== null) return ['/reports', obligationId];
    return versionId === null ? null : ['/reports/versions', versionId];
  }
}
