import { Component, inject, linkedSignal, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { personalDataCorrect } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, PageHeader, ProblemMessages, fieldError, formErrors, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { identityTexts } from '../texts/identity-texts.ts';

const languages = ['nb', 'nn', 'en'] as const;

/** The user's own name and language, which can be corrected, and a download of all data about them. */
@Component({
  selector: 'tg-personal-data-page',
  imports: [ErrorSummary, Field, FormField, PageHeader],
  templateUrl: './personal-data-page.html',
})
export class PersonalDataPage {
  protected readonly t = texts(identityTexts);
  protected readonly session = inject(Session);
  protected readonly languages = languages;
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly status = signal('');
  protected readonly form = form(
    linkedSignal(() => ({
      name: this.session.person()?.name ?? '',
      language: this.session.person()?.language ?? 'nb',
    })),
    (path) => {
      required(path.name);
      maxLength(path.name, 200);
    },
  );
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.status.set('');
    this.faults.set(formErrors([['name', this.form.name().errors(), { required: this.t().personalData.nameMissing }]]));
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { name, language: chosen } = this.form().value();
      const language = languages.find((each) => each === chosen) ?? 'nb';
      await this.#send(personalDataCorrect, { body: { name, language } });
      await this.session.refresh();
      this.status.set(this.t().personalData.saved);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
