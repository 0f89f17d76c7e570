import { Component, computed, inject, signal } from '@angular/core';
import { AgreementFilter } from '@tallgrunn/agreements-web';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { remindersList, remindersPreview, remindersRemind } from '@tallgrunn/api-client/calls';
import type { EmailPreviewDto, LateObligationDto, ReminderResultDto } from '@tallgrunn/api-client/shapes';
import {
  Denied,
  Empty,
  ErrorSummary,
  Field,
  Loaded,
  PageHeader,
  ProblemMessages,
  Wording,
  queryState,
  texts,
  type FormError,
} from '@tallgrunn/design';
import { isLanguage, limits } from '@tallgrunn/values';
import { followUpTexts } from '../../texts/follow-up-texts.ts';

/** Late reports, of all agreements or one: select, preview the e-mail, send, and see the result of each. */
@Component({
  selector: 'tg-reminders-page',
  imports: [AgreementFilter, Denied, Empty, ErrorSummary, Field, Loaded, PageHeader],
  templateUrl: './reminders-page.html',
  styles: `
    .tg-scroll {
      overflow-x: auto;
    }
    pre {
      white-space: pre-wrap;
    }
  `,
})
export class RemindersPage {
  protected readonly t = texts(followUpTexts);
  protected readonly wording = inject(Wording);
  protected readonly max = limits.invitation.messageCharactersMax;
  readonly #session = inject(Session);
  protected readonly maySend = computed(() => this.#session.permissions().has('message.send'));
  protected readonly agreement = queryState('agreement');
  protected readonly late = read(remindersList, () =>
    this.maySend() ? { agreementId: this.agreement() || undefined } : undefined,
  );
  /** Deselected obligations; all others are selected. */
  readonly #left = signal<ReadonlySet<string>>(new Set());
  readonly #message = signal('');
  protected readonly preview = signal<EmailPreviewDto | null>(null);
  protected readonly results = signal<readonly ReminderResultDto[]>([]);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected readonly summary = computed(() =>
    [...Map.groupBy(this.results(), ({ state }) => state)].map(([state, rows]) => ({ state, count: rows.length })),
  );

  protected isChosen({ obligationId }: LateObligationDto): boolean {
    return !this.#left().has(obligationId);
  }

  protected toggle({ obligationId }: LateObligationDto): void {
    this.#left.update(
      (left) =>
        new Set(left.has(obligationId) ? [...left].filter((id) => id !== obligationId) : [...left, obligationId]),
    );
  }

  protected chosen(rows: readonly LateObligationDto[]): string[] {
    return rows.filter((row) => this.isChosen(row)).map(({ obligationId }) => obligationId);
  }

  protected write(event: Event): void {
    this.#message.set((event.target as HTMLTextAreaElement).value);
  }

  protected show(rows: readonly LateObligationDto[]): Promise<void> {
    return this.#try(rows, async (obligationIds, message) => {
      const own = this.#session.person()?.language ?? '';
      const language = isLanguage(own) ? own : 'nb';
      this.preview.set(await this.#send(remindersPreview, { body: { obligationIds, message, language } }));
    });
  }

  protected send(event: Event, rows: readonly LateObligationDto[]): Promise<void> {
    event.preventDefault();
    return this.#try(rows, async (obligationIds, message) => {
      this.results.set(await this.#send(remindersRemind, { body: { obligationIds, message } }));
      this.preview.set(null);
      this.late.reload();
    });
  }

  async #try(
    rows: readonly LateObligationDto[],
    work: (obligationIds: string[], message: string | null) => Promise<void>,
  ): Promise<void> {
    const obligationIds = this.chosen(rows);
    this.faults.set(obligationIds.length === 0 ? [{ field: '', sentence: this.t().reminders.noneChosen }] : []);
    if (obligationIds.length === 0 || this.sending()) return;
    this.sending.set(true);
    try {
      await work(obligationIds, this.#message().trim() || null);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
