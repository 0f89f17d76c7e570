import { Component, computed, input } from '@angular/core';
import { columnDocs, lineSchema, localText, titleOf, titleOfField } from '@tallgrunn/checks';
import type { Clause, Terms, TermsField } from '@tallgrunn/checks';
import { texts } from '@tallgrunn/design';
import { currentLanguage } from '../current-language.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { describeClause, describeTerms, groupBySeverity } from './describe-terms.ts';

/** Describes a terms document: requirements, columns and severity of checks. The JSON can be expanded. */
@Component({
  selector: 'tg-terms-in-words',
  templateUrl: './terms-in-words.html',
  styleUrl: './terms-in-words.css',
})
export class TermsInWords {
  readonly terms = input.required<Terms>();
  readonly sha256 = input('');
  protected readonly t = texts(agreementsTexts);
  readonly #language = currentLanguage();
  protected readonly facts = computed(() => describeTerms(this.terms(), this.t().terms, this.#language()));
  protected readonly groups = computed(() => groupBySeverity(this.terms()));
  protected readonly checkCount = computed(() =>
    this.groups().reduce((sum, group) => sum + (group.weight === 'off' ? 0 : group.checks.length), 0),
  );
  protected readonly raw = computed(() => JSON.stringify(this.terms(), null, 2));
  protected readonly columns = computed(() => columnDocs(this.terms(), this.#language()));
  protected readonly schema = computed(() => JSON.stringify(lineSchema(this.terms()), null, 2));
  protected readonly title = computed(() => localText(this.terms().title, this.#language()));

  protected tableTitle(table: Terms['tables'][number]): string {
    const { columns, fields } = this.t().terms;
    return this.terms().tables.length === 1
      ? columns
      : fields({ table: localText(table.title, this.#language(), table.name) });
  }

  protected fieldTitle(field: TermsField): string {
    return titleOfField(field, this.#language());
  }

  protected clauseWords(clause: Clause): readonly string[] {
    return describeClause(clause, this.#language());
  }

  /** Returns headings other than the column's own title. */
  protected synonyms(field: TermsField): string {
    const title = this.fieldTitle(field).toLowerCase();
    return (field.synonyms ?? []).filter((name) => name.toLowerCase() !== title).join(', ');
  }

  protected checkTitle(id: string): string {
    return titleOf(id, this.#language());
  }
}
