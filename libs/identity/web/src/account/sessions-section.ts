import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { accountEndOtherSessions, accountEndSession } from '@tallgrunn/api-client/calls';
import type { OwnSessionDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, ErrorSummary, ProblemMessages, texts, type Column, type FormError } from '@tallgrunn/design';
import { accountTexts } from './texts/account-texts.ts';

/** The user's sessions, each with a button to end it. */
@Component({
  selector: 'tg-sessions-section',
  imports: [Cell, DataTable, ErrorSummary],
  template: `
    <section class="tg-stack" aria-labelledby="sessions-heading">
      <h2 id="sessions-heading" class="ds-heading" data-size="xs">{{ t().sessions.title }}</h2>
      <p>{{ t().sessions.lead }}</p>
      <tg-error-summary [faults]="faults()" />
      <tg-data-table
        [caption]="t().sessions.caption"
        [rows]="sessions()"
        [columns]="columns()"
        [trackRow]="trackRow"
        narrow="cards"
      >
        <ng-template tgCell="end" let-row>
          @if (row.isCurrent) {
            {{ t().sessions.current }}
          } @else {
            <button
              class="ds-button"
              data-size="sm"
              data-variant="secondary"
              type="button"
              [attr.aria-label]="t().sessions.endNamed({ device: t().sessions.device(row.device), at: row.startedAt })"
              (click)="end(row.id)"
            >
              {{ t().sessions.end }}
            </button>
          }
        </ng-template>
      </tg-data-table>
      @if (sessions().length > 1) {
        <p>
          <button class="ds-button" data-variant="secondary" type="button" (click)="endOthers()">
            {{ t().sessions.endOthers }}
          </button>
        </p>
      }
    </section>
  `,
})
export class SessionsSection {
  readonly sessions = input.required<readonly OwnSessionDto[]>();
  /** Emits a sentence that describes the result. */
  readonly ended = output<string>();
  protected readonly t = texts(accountTexts);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly trackRow = ({ id }: OwnSessionDto) => id;
  protected readonly columns = computed<readonly Column<OwnSessionDto>[]>(() => {
    const { heads, device, at } = this.t().sessions;
    return [
      { key: 'device', head: heads.device, text: (row) => device(row.device) },
      { key: 'network', head: heads.network, text: (row) => row.network },
      { key: 'started', head: heads.started, text: (row) => at({ at: row.startedAt }) },
      { key: 'seen', head: heads.seen, text: (row) => at({ at: row.lastSeenAt }) },
      { key: 'end', head: heads.end },
    ];
  });
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected end(sessionId: string): Promise<void> {
    return this.#try(() => this.#send(accountEndSession, { sessionId }), this.t().done.sessionEnded);
  }

  protected endOthers(): Promise<void> {
    return this.#try(() => this.#send(accountEndOtherSessions, {}), this.t().done.othersEnded);
  }

  async #try(work: () => Promise<void>, done: string): Promise<void> {
    this.faults.set([]);
    try {
      await work();
      this.ended.emit(done);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    }
  }
}
