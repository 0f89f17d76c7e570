import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { municipalitiesSetPopulation } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';
import { parsePopulation } from './read-population.ts';

/** Form to state the population of municipalities in a year, with its source. */
@Component({
  selector: 'tg-population-form',
  imports: [ErrorSummary, Field],
  template: `
    <details class="ds-details">
      <summary>{{ t().form.title }}</summary>
      <form class="tg-form" novalidate (submit)="save($event)">
        <p>{{ t().form.lead }}</p>
        <tg-error-summary [faults]="faults()" />
        <tg-field for="population-year" [label]="t().form.year" [error]="faultAt(faults(), 'population-year')"
          ><input
            id="population-year"
            class="ds-input"
            inputmode="numeric"
            maxlength="4"
            [value]="year()"
            (input)="year.set(valueOf($event))"
        /></tg-field>
        <tg-field
          for="population-source"
          [label]="t().form.source"
          [help]="t().form.sourceHelp"
          [error]="faultAt(faults(), 'population-source')"
          ><input
            id="population-source"
            class="ds-input"
            maxlength="500"
            [value]="source()"
            (input)="source.set(valueOf($event))"
        /></tg-field>
        <tg-field
          for="population-rows"
          [label]="t().form.rows"
          [help]="t().form.rowsHelp"
          [error]="faultAt(faults(), 'population-rows')"
        >
          <textarea
            id="population-rows"
            class="ds-input"
            rows="7"
            [value]="rows()"
            (input)="rows.set(valueOf($event))"
          ></textarea>
        </tg-field>
        <p>
          <button class="ds-button" type="submit" [attr.aria-busy]="isSending()">{{ t().form.act }}</button>
        </p>
      </form>
    </details>
    <p role="status">{{ said() }}</p>
  `,
})
export class PopulationForm {
  /** Municipality names by id. */
  readonly buyers = input.required<ReadonlyMap<string, string>>();
  readonly saved = output();
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().municipalities);
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  protected readonly said = signal('');
  protected readonly year = signal('');
  protected readonly source = signal('');
  protected readonly rows = signal('');
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const { missing, yearOdd, rowOdd, buyerOdd, twice, done } = this.t().form;
    const { figures, odd } = parsePopulation(this.rows(), this.buyers());
    const words = { row: rowOdd, buyer: buyerOdd, twice };
    this.faults.set([
      ...(/^(19|20)\d{2}$/.test(this.year().trim()) ? [] : [{ field: 'population-year', sentence: yearOdd }]),
      ...(this.source().trim() === '' ? [{ field: 'population-source', sentence: missing }] : []),
      ...odd.map(({ row, what, found }) => ({ field: 'population-rows', sentence: words[what]({ row, found }) })),
      ...(odd.length === 0 && figures.length === 0 ? [{ field: 'population-rows', sentence: missing }] : []),
    ]);
    if (this.faults().length > 0) return;
    this.isSending.set(true);
    try {
      await this.#send(municipalitiesSetPopulation, {
        body: { year: Number(this.year().trim()), source: this.source().trim(), figures: [...figures] },
      });
      this.said.set(done({ count: figures.length }));
      this.rows.set('');
      this.saved.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.isSending.set(false);
    }
  }
}
