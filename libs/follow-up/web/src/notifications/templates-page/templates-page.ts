import { Component, computed, inject, signal } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  emailTemplatesList,
  emailTemplatesPreview,
  emailTemplatesReset,
  emailTemplatesSave,
} from '@tallgrunn/api-client/calls';
import type { EmailPreviewDto, EmailTemplateDto } from '@tallgrunn/api-client/shapes';
import {
  Denied,
  ErrorSummary,
  Field,
  Loaded,
  PageHeader,
  ProblemMessages,
  queryState,
  texts,
  type FormError,
} from '@tallgrunn/design';
import { languages, limits } from '@tallgrunn/values';
import { followUpTexts } from '../../texts/follow-up-texts.ts';

/** Templates of the cooperative's e-mails: edit, preview, save, or restore the default. */
@Component({
  selector: 'tg-templates-page',
  imports: [Denied, ErrorSummary, Field, Loaded, PageHeader],
  templateUrl: './templates-page.html',
})
export class TemplatesPage {
  protected readonly t = texts(followUpTexts);
  protected readonly limits = limits.notifications;
  protected readonly languages = languages;
  protected readonly kind = queryState('kind');
  protected readonly language = queryState('of');
  readonly #session = inject(Session);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('email-template.write'));
  protected readonly templates = read(emailTemplatesList, () => (this.mayWrite() ? {} : undefined));
  protected readonly kinds = computed(() => [...new Set((arrived(this.templates) ?? []).map(({ kind }) => kind))]);
  protected readonly current = computed<EmailTemplateDto | undefined>(() => {
    const rows = arrived(this.templates) ?? [];
    const kind = this.kind() || rows[0]?.kind;
    return rows.find((row) => row.kind === kind && row.language === (this.language() || 'nb'));
  });
  protected readonly lead = computed(() =>
    this.current()?.kind.startsWith('invitation-') ? this.t().templates.leadInvitation : this.t().templates.lead,
  );
  protected readonly preview = signal<EmailPreviewDto | null>(null);
  protected readonly outcome = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected choose(field: 'kind' | 'language', event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (field === 'kind') this.kind.set(value);
    else this.language.set(value);
    this.#clear();
  }

  protected save(event: Event, { kind, language }: EmailTemplateDto): Promise<void> {
    event.preventDefault();
    const body = readForm(event.target as HTMLFormElement);
    return this.#try(async () => {
      await this.#send(emailTemplatesSave, { kind, language, body });
      this.templates.reload();
    }, this.t().templates.saved);
  }

  protected show(form: HTMLFormElement, { kind, language }: EmailTemplateDto): Promise<void> {
    return this.#try(async () => {
      this.preview.set(await this.#send(emailTemplatesPreview, { kind, language, body: { template: readForm(form) } }));
    }, '');
  }

  protected reset({ kind, language }: EmailTemplateDto): Promise<void> {
    return this.#try(async () => {
      await this.#send(emailTemplatesReset, { kind, language });
      this.templates.reload();
    }, this.t().templates.wasReset);
  }

  #clear(): void {
    this.preview.set(null);
    this.outcome.set('');
    this.faults.set([]);
  }

  async #try(work: () => Promise<void>, done: string): Promise<void> {
    this.#clear();
    try {
      await work();
      this.outcome.set(done);
    } catch (error) {
      this.faults.set([{ field: 'template-body', sentence: this.#messages.sentence(problemOf(error)) }]);
    }
  }
}

function readForm(form: HTMLFormElement): { subject: string; body: string } {
  const data = new FormData(form);
  return { subject: String(data.get('subject') ?? '').trim(), body: String(data.get('body') ?? '').trim() };
}
