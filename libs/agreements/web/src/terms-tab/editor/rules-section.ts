import { Component, computed, inject } from '@angular/core';
import { partLabel } from '@tallgrunn/checks';
import { texts } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { TermsControl } from './terms-control.ts';
import { TermsEditorStore } from './terms-editor-store.ts';

/** Report type, due date and scope: one control per rule, with its contract clause. */
@Component({
  selector: 'tg-rules-section',
  imports: [TermsControl],
  templateUrl: './rules-section.html',
  styleUrl: './editor-sections.css',
})
export class RulesSection {
  protected readonly t = texts(agreementsTexts);
  protected readonly desk = inject(TermsEditorStore);
  readonly #language = currentLanguage();
  protected readonly frequencies = ['month', 'quarter', 'tertial', 'half-year', 'year'];
  protected readonly dueKinds = ['working-days', 'calendar-days', 'fixed-dates'] as const;
  protected readonly bases = ['delivered', 'ordered', 'invoiced'];
  protected readonly dueKind = computed(() => String(this.desk.value('/due/kind') ?? ''));
  /** a title per language if there are several, else one for all */
  protected readonly titles = computed(() =>
    typeof this.desk.value('/title') === 'object'
      ? ['nb', 'nn', 'en'].map((language) => ({ pointer: `/title/${language}`, label: this.#inLanguage(language) }))
      : [{ pointer: '/title', label: '' }],
  );

  #inLanguage(language: string): string {
    return this.t().editor.titleIn({ language: partLabel(language, this.#language()) });
  }

  /** Another kind of due date has other fields. */
  protected changeDue(event: Event): void {
    const kind = (event.target as HTMLSelectElement).value;
    this.desk.write('/due', kind === 'fixed-dates' ? { kind, dates: ['01-31'] } : { kind, days: 10 });
  }
}
