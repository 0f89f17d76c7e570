import { Component, type WritableSignal, computed, inject, input, output, signal } from '@angular/core';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { combinedFilterOptions, figureProposalsProposePublication } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, ProblemMessages, Wording, fieldError, texts, type FormError } from '@tallgrunn/design';
import { publishedTexts } from '../texts/published-texts.ts';

/** Form that proposes to publish the run shown, with a case number. */
@Component({
  selector: 'tg-publish-run',
  imports: [ErrorSummary, Field],
  template: `
    <details class="ds-details" (toggle)="opened.set(true)">
      <summary>{{ t().publish.title }}</summary>
      <form class="tg-form" novalidate (submit)="publish($event)">
        <p class="tg-subtle">{{ t().publish.help }}</p>
        <tg-error-summary [faults]="faults()" />
        <tg-field for="publish-case" [label]="t().publish.caseNumber" [error]="faultAt(faults(), 'publish-case')"
          ><input
            id="publish-case"
            class="ds-input"
            maxlength="60"
            [value]="caseNumber()"
            (input)="caseNumber.set(valueOf($event))"
        /></tg-field>
        <tg-field
          for="publish-scope"
          [label]="t().publish.scope"
          [help]="t().publish.scopeHelp"
          [error]="faultAt(faults(), 'publish-scope')"
        >
          <textarea
            id="publish-scope"
            class="ds-input"
            rows="2"
            maxlength="1000"
            [value]="scope()"
            (input)="scope.set(valueOf($event))"
          ></textarea>
        </tg-field>
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{{ t().scopes.title }}</legend>
          <p class="tg-subtle">{{ t().scopes.help }}</p>
          <div class="months">
            @for (end of ends(); track end.id) {
              <p>
                <label class="ds-label" [for]="end.id">{{ end.label }}</label>
                <select class="ds-input" [id]="end.id" (change)="end.month.set(valueOf($event))">
                  <option value="" [selected]="end.month() === ''">{{ t().scopes.allMonths }}</option>
                  @for (month of months(); track month) {
                    <option [value]="month" [selected]="end.month() === month">{{ wording.period(month) }}</option>
                  }
                </select>
              </p>
            }
          </div>
        </fieldset>
        @for (list of lists(); track list.label) {
          <details>
            <summary>
              {{ list.label }}: {{ list.chosen().length === 0 ? t().scopes.none : wording.count(list.chosen().length) }}
            </summary>
            <div class="chosen" role="group" [attr.aria-label]="list.label">
              @for (one of list.choices; track one.value) {
                <label
                  ><input
                    class="ds-input"
                    type="checkbox"
                    [checked]="list.chosen().includes(one.value)"
                    (change)="toggle(list.chosen, one.value)"
                  />
                  {{ one.label }}</label
                >
              }
            </div>
          </details>
        }
        <p>
          <button class="ds-button" type="submit" [attr.aria-busy]="sending()">
            {{ t().publish.act({ run: run() }) }}
          </button>
        </p>
      </form>
    </details>
    <p role="status">{{ said() }}</p>
  `,
  styles: `
    .months,
    .chosen {
      display: grid;
      gap: var(--tg-gap-sm) var(--tg-gap);
      grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    }

    .chosen {
      padding-block: var(--tg-gap-sm);
    }

    .months p {
      margin: 0;
    }
  `,
})
export class PublishRunPanel {
  readonly run = input.required<number>();
  readonly proposed = output();
  /** Category names by code in the language of the screen. */
  readonly names = input.required<ReadonlyMap<string, string>>();
  protected readonly t = texts(publishedTexts);
  protected readonly faultAt = fieldError;
  protected readonly caseNumber = signal('');
  protected readonly scope = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly said = signal('');
  protected readonly wording = inject(Wording);
  protected readonly opened = signal(false);
  readonly #from = signal('');
  readonly #to = signal('');
  readonly #buyers = signal<readonly string[]>([]);
  readonly #categories = signal<readonly string[]>([]);
  readonly #choices = read(combinedFilterOptions, () => (this.opened() ? {} : undefined));
  protected readonly months = computed(() => arrived(this.#choices)?.months ?? []);
  protected readonly ends = computed(() => [
    { id: 'publish-from', label: this.t().scopes.from, month: this.#from },
    { id: 'publish-to', label: this.t().scopes.to, month: this.#to },
  ]);
  protected readonly lists = computed(() => [
    { label: this.t().scopes.buyers, chosen: this.#buyers, choices: arrived(this.#choices)?.buyers ?? [] },
    {
      label: this.t().scopes.categories,
      chosen: this.#categories,
      choices: [...this.names()].map(([value, label]) => ({ value, label })),
    },
  ]);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected toggle(chosen: WritableSignal<readonly string[]>, value: string): void {
    chosen.update((all) => (all.includes(value) ? all.filter((one) => one !== value) : [...all, value]));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  /** Returns the scope of the publication; unlimited fields are left out. */
  #scope(): { from?: string; to?: string; buyerIds?: string[]; categories?: string[] } {
    const [from, to, buyerIds, categories] = [this.#from(), this.#to(), [...this.#buyers()], [...this.#categories()]];
    return {
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(buyerIds.length > 0 ? { buyerIds } : {}),
      ...(categories.length > 0 ? { categories } : {}),
    };
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const [caseNumber, scope] = [this.caseNumber().trim(), this.scope().trim()];
    const { missing, missingScope, done } = this.t().publish;
    this.faults.set([
      ...(caseNumber === '' ? [{ field: 'publish-case', sentence: missing }] : []),
      ...(scope === '' ? [{ field: 'publish-scope', sentence: missingScope }] : []),
    ]);
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      await this.#send(figureProposalsProposePublication, {
        number: this.run(),
        body: { caseNumber, scope, ...this.#scope() },
      });
      this.said.set(done({ caseNumber }));
      this.caseNumber.set('');
      this.scope.set('');
      for (const month of [this.#from, this.#to]) month.set('');
      for (const list of [this.#buyers, this.#categories]) list.set([]);
      this.proposed.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
