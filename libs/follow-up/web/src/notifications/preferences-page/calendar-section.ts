import { Component, inject, signal } from '@angular/core';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { calendarFeedsCreate, calendarFeedsList, calendarFeedsRevoke } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Loaded, ProblemMessages, texts, type FormError } from '@tallgrunn/design';
import { followUpTexts } from '../../texts/follow-up-texts.ts';

/** The secret addresses from which the user's calendar program fetches due dates. */
@Component({
  selector: 'tg-calendar-section',
  imports: [ErrorSummary, Loaded],
  template: `
    <section class="tg-stack" aria-labelledby="calendar-heading">
      <h2 id="calendar-heading" class="ds-heading" data-size="xs">{{ t().calendar.title }}</h2>
      <p>{{ t().calendar.lead }}</p>
      <tg-error-summary [faults]="faults()" />
      <p role="status">{{ outcome() }}</p>
      @if (address()) {
        <div class="ds-alert" data-color="success">
          <p>
            <label for="calendar-address">{{ t().calendar.created }}</label>
          </p>
          <input
            id="calendar-address"
            class="ds-input"
            readonly
            [attr.aria-label]="t().calendar.address"
            [value]="address()"
          />
        </div>
      }
      <ng-container *tgLoaded="let rows; from: feeds; shape: 'rows'">
        @if (rows.length === 0) {
          <p class="tg-subtle">{{ t().calendar.none }}</p>
        } @else {
          <ul>
            @for (row of rows; track row.id) {
              <li>
                {{ t().calendar.row({ created: row.createdAt, read: row.lastReadAt }) }}
                <button
                  class="ds-button"
                  data-size="sm"
                  data-variant="secondary"
                  type="button"
                  [attr.aria-label]="t().calendar.revokeNamed({ created: row.createdAt })"
                  (click)="revoke(row.id)"
                >
                  {{ t().calendar.revoke }}
                </button>
              </li>
            }
          </ul>
        }
      </ng-container>
      <p>
        <button class="ds-button" data-variant="secondary" type="button" (click)="create()">
          {{ t().calendar.create }}
        </button>
      </p>
    </section>
  `,
})
export class CalendarSection {
  protected readonly t = texts(followUpTexts);
  protected readonly feeds = read(calendarFeedsList);
  protected readonly address = signal('');
  protected readonly outcome = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected create(): Promise<void> {
    return this.#try(async () => {
      this.address.set((await this.#send(calendarFeedsCreate, {})).address);
    }, '');
  }

  protected revoke(feedId: string): Promise<void> {
    return this.#try(async () => {
      await this.#send(calendarFeedsRevoke, { feedId });
      this.address.set('');
    }, this.t().calendar.revoked);
  }

  async #try(work: () => Promise<void>, done: string): Promise<void> {
    this.faults.set([]);
    try {
      await work();
      this.outcome.set(done);
      this.feeds.reload();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    }
  }
}
