import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  notificationPreferencesList,
  notificationPreferencesSave,
  sessionChangePerson,
} from '@tallgrunn/api-client/calls';
import type { NotificationPreferenceDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Loaded, PageHeader, ProblemMessages, texts, type FormError } from '@tallgrunn/design';
import { languages } from '@tallgrunn/values';
import { followUpTexts } from '../../texts/follow-up-texts.ts';
import { CalendarSection } from './calendar-section.ts';

type Cadence = NotificationPreferenceDto['cadence'];
const cadences: readonly Cadence[] = ['at-once', 'daily', 'weekly', 'never'];

/** Notification preferences, language and calendar feed addresses of the user. */
@Component({
  selector: 'tg-preferences-page',
  imports: [CalendarSection, ErrorSummary, Loaded, PageHeader, RouterLink],
  templateUrl: './preferences-page.html',
  styles: `
    table select {
      inline-size: 100%;
      min-inline-size: 0;
    }
    select {
      max-width: 20rem;
      width: auto;
    }
  `,
})
export class PreferencesPage {
  protected readonly t = texts(followUpTexts);
  protected readonly session = inject(Session);
  protected readonly preferences = read(notificationPreferencesList);
  protected readonly cadences = cadences;
  protected readonly languages = languages;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly outcome = signal('');
  protected readonly mayRead = computed(() => this.session.permissions().has('message.read'));
  protected readonly maySend = computed(() => this.session.permissions().has('message.send'));
  protected readonly mayWrite = computed(() => this.session.permissions().has('email-template.write'));
  readonly #chosen = signal<Readonly<Record<string, Cadence>>>({});
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected cadenceOf({ kind, cadence }: NotificationPreferenceDto): Cadence {
    return this.#chosen()[kind] ?? cadence;
  }

  protected choose({ kind }: NotificationPreferenceDto, event: Event): void {
    const cadence = (event.target as HTMLSelectElement).value as Cadence;
    this.#chosen.update((chosen) => ({ ...chosen, [kind]: cadence }));
  }

  protected async save(event: Event, rows: readonly NotificationPreferenceDto[]): Promise<void> {
    event.preventDefault();
    const preferences = rows
      .filter(({ mayTurnOff }) => mayTurnOff)
      .map((row) => ({ kind: row.kind, cadence: this.cadenceOf(row) }));
    await this.#try(async () => {
      await this.#send(notificationPreferencesSave, { body: { preferences } });
      this.preferences.reload();
    }, this.t().preferences.saved);
  }

  protected async speak(event: Event): Promise<void> {
    const language = (event.target as HTMLSelectElement).value as (typeof languages)[number];
    await this.#try(async () => {
      await this.#send(sessionChangePerson, { body: { language } });
      await this.session.refresh();
    }, this.t().language.saved);
  }

  async #try(work: () => Promise<void>, done: string): Promise<void> {
    this.faults.set([]);
    this.outcome.set('');
    try {
      await work();
      this.outcome.set(done);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    }
  }
}
