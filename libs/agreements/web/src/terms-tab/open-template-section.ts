import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { openTemplatesPreview, openTemplatesPublish, openTemplatesWithdraw } from '@tallgrunn/api-client/calls';
import type { OpenTemplateDto, OpenTemplatePreviewDto } from '@tallgrunn/api-client/shapes';
import { titleOfField, type Terms } from '@tallgrunn/checks';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { currentLanguage } from '../current-language.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { TermsInWords } from './terms-in-words.ts';

const slugForm = /^(?=.{3,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Publishes the terms of a report as a template, after a preview of what becomes public, and withdraws it. */
@Component({
  selector: 'tg-open-template-section',
  imports: [ErrorSummary, Field, TermsInWords],
  templateUrl: './open-template-section.html',
})
export class OpenTemplateSection {
  readonly agreementId = input.required<string>();
  readonly report = input.required<string>();
  /** The template of this report; null when never published. */
  readonly template = input<OpenTemplateDto | null>(null);
  readonly changed = output();
  protected readonly t = texts(agreementsTexts);
  protected readonly faultAt = fieldError;
  protected readonly sending = signal(false);
  protected readonly faults = linkedSignal<string, readonly FormError[]>({
    source: this.report,
    computation: () => [],
  });
  protected readonly preview = linkedSignal<string, OpenTemplatePreviewDto | null>({
    source: this.report,
    computation: () => null,
  });
  protected readonly slug = linkedSignal(() => this.preview()?.slug ?? '');
  readonly #language = currentLanguage();
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected addressOf(slug: string): string {
    return `${location.origin}/sjekk/${slug}`;
  }

  protected termsOf({ document }: OpenTemplatePreviewDto): Terms {
    return document as unknown as Terms;
  }

  protected withheldTitles(preview: OpenTemplatePreviewDto): readonly string[] {
    const fields = this.termsOf(preview).tables.flatMap((table) => table.fields);
    return preview.withheld.map((name) =>
      titleOfField(fields.find((field) => field.name === name) ?? { name, type: 'string' }, this.#language()),
    );
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async look(): Promise<void> {
    await this.#act('', async () =>
      this.preview.set(
        await this.#send(openTemplatesPreview, { agreementId: this.agreementId(), report: this.report() }),
      ),
    );
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    if (!slugForm.test(this.slug()))
      return this.faults.set([{ field: 'open-slug', sentence: this.t().openTemplate.slugWrong }]);
    await this.#act('open-slug', async () => {
      await this.#send(openTemplatesPublish, {
        agreementId: this.agreementId(),
        body: { report: this.report(), slug: this.slug() },
      });
      this.preview.set(null);
    });
  }

  protected async withdraw(templateId: string): Promise<void> {
    await this.#act('', () => this.#send(openTemplatesWithdraw, { agreementId: this.agreementId(), templateId }));
  }

  /** Runs one action at a time; the parent reloads the templates afterwards. */
  async #act(field: string, act: () => Promise<unknown>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.faults.set([]);
    try {
      await act();
      this.changed.emit();
    } catch (error) {
      const problem = problemOf(error);
      this.faults.set([
        { field: problem.code === 'slug-already-taken' ? field : '', sentence: this.#messages.sentence(problem) },
      ]);
    } finally {
      this.sending.set(false);
    }
  }
}
