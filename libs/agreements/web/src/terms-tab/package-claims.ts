import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { Terms } from '@tallgrunn/checks';
import { StatusTag, texts } from '@tallgrunn/design';
import { currentLanguage } from '../current-language.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { commitmentRuleOf, confirmedValue } from './agreed-claims.ts';
import { TermsEditorStore } from './editor/terms-editor-store.ts';
import { describeTerms } from './describe-terms.ts';

/**
 * Consequences and commitments suggested by a clause package; each is omitted until the user confirms that it is
 * agreed.
 */
@Component({
  selector: 'tg-package-claims',
  imports: [StatusTag],
  template: `
    @if (claims().length > 0) {
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{{ t().claims.title }}</legend>
        <p class="tg-subtle">{{ t().claims.help }}</p>
        @for (claim of claims(); track claim.rule) {
          <label class="tg-row">
            <input
              class="ds-input"
              type="checkbox"
              [checked]="confirmed().has(claim.rule)"
              (change)="toggle(claim.rule)"
            />
            <span>{{ claim.head }}: {{ claim.says }}</span>
            <tg-status [tone]="confirmed().has(claim.rule) ? 'good' : 'waiting'">
              {{ confirmed().has(claim.rule) ? t().claims.agreed : t().claims.notAgreed }}
            </tg-status>
          </label>
        }
      </fieldset>
    }
  `,
})
export class PackageCommitments {
  /** The package with all its suggestions. */
  readonly terms = input.required<Terms>();
  protected readonly t = texts(agreementsTexts);
  protected readonly confirmed = linkedSignal<Terms, ReadonlySet<string>>({
    source: this.terms,
    computation: () => new Set(),
  });
  readonly #language = currentLanguage();
  readonly #desk = inject(TermsEditorStore);
  protected readonly claims = computed(() =>
    describeTerms(this.terms(), this.t().terms, this.#language()).filter(
      ({ rule }) => commitmentRuleOf(rule) !== null && (rule !== 'sanction' || this.terms().sanction !== undefined),
    ),
  );

  protected toggle(rule: string): void {
    const next = new Set(this.confirmed());
    if (!next.delete(rule)) next.add(rule);
    this.confirmed.set(next);
    const changed = commitmentRuleOf(rule);
    if (changed) this.#desk.write(`/${changed}`, confirmedValue(this.terms(), changed, next));
  }
}
