import { Component, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { publicationsPublishRun } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, ProblemWords, faultAt, texts, type FormFault } from '@tallgrunn/design';
import { publishedTexts } from '../texts/published-texts.ts';

/** Publishes the run that is shown, under the number of its case. */
@Component({
  selector: 'tg-publish-run',
  imports: [ErrorSummary, Field],
  template: `
    <details class="ds-details">
      <summary>{{ t().publish.title }}</summary>
      <form class="tg-form" novalidate (submit)="publish($event)">
        <p class="tg-subtle">{{ t().publish.help }}</p>
        <tg-error-summary [faults]="faults()" />
        <tg-field for="publish-case" [label]="t().publish.caseNumber" [error]="faultAt(faults(), 'publish-case')"><input id="publish-case" class="ds-input" maxlength="60" [value]="caseNumber()" (input)="caseNumber.set(valueOf($event))" /></tg-field>
        <tg-field for="publish-scope" [label]="t().publish.scope" [help]="t().publish.scopeHelp" [error]="faultAt(faults(), 'publish-scope')"><textarea id="publish-scope" class="ds-input" rows="2" maxlength="1000" [value]="scope()" (input)="scope.set(valueOf($event))"></textarea></tg-field>
        <p><button class="ds-button" type="submit" [attr.aria-busy]="sending()">{{ t().publish.act({ run: run() }) }}</button></p>
      </form>
    </details>
    <p role="status">{{ said() }}</p>
  `,
})
export class PublishRun {
  readonly run = input.required<number>();
  readonly published = output();
  protected readonly t = texts(publishedTexts);
  protected readonly faultAt = faultAt;
  protected readonly caseNumber = signal('');
  protected readonly scope = signal('');
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly sending = signal(false);
  protected readonly said = signal('');
  readonly #send = sender();
  readonly #words = inject(ProblemWords);

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const [caseNumber, scope] = [this.caseNumber().trim(), this.scope().trim()];
    const { missing, missingScope, done } = this.t().publish;
    this.faults.set([...(caseNumber === '' ? [{ field: 'publish-case', sentence: missing }] : []), ...(scope === '' ? [{ field: 'publish-scope', sentence: missingScope }] : [])]);
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      await this.#send(publicationsPublishRun, { number: this.run(), body: { caseNumber, scope } });
      this.said.set(done({ caseNumber }));
      this.caseNumber.set('');
      this.scope.set('');
      this.published.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#words.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
