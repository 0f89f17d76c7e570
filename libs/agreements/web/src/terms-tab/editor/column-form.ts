import { Component, computed, inject, input } from '@angular/core';
import { fieldRoles, partLabel, titleOfField } from '@tallgrunn/checks';
import { texts } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { TermsControl } from './terms-control.ts';
import { TermsEditorStore, controlId } from './terms-editor-store.ts';

/** Form of one column: its title, role and constraints. */
@Component({
  selector: 'tg-column-form',
  imports: [TermsControl],
  templateUrl: './column-form.html',
  styleUrl: './editor-sections.css',
})
export class ColumnForm {
  /** pointer of the field */
  readonly pointer = input.required<string>();
  protected readonly t = texts(agreementsTexts);
  protected readonly roles = fieldRoles;
  protected readonly types = ['string', 'number', 'integer', 'date', 'yearmonth', 'boolean'];
  readonly #desk = inject(TermsEditorStore);
  readonly #language = currentLanguage();
  protected readonly type = computed(() => String(this.#desk.value(`${this.pointer()}/type`) ?? ''));
  protected readonly isNumber = computed(() => this.type() === 'number' || this.type() === 'integer');
  protected readonly isDate = computed(() => this.type() === 'date' || this.type() === 'yearmonth');
  protected readonly roleId = computed(() => controlId(`${this.pointer()}/role`));
  protected readonly role = computed(() =>
    String(
      this.#desk.value(`${this.pointer()}/role`) ??
        this.roles.find((each) => each === this.#desk.value(`${this.pointer()}/name`)) ??
        '',
    ),
  );
  protected readonly roleLabel = computed(() => partLabel('role', this.#language()));
  protected readonly titles = computed(() => {
    const title = this.#desk.value(`${this.pointer()}/title`);
    return typeof title === 'string'
      ? [{ pointer: `${this.pointer()}/title`, label: '' }]
      : ['nb', 'nn', 'en'].map((language) => ({
          pointer: `${this.pointer()}/title/${language}`,
          label: this.t().editor.headingIn({ language: partLabel(language, this.#language()) }),
        }));
  });

  protected roleTitle(role: string): string {
    const known = this.roles.find((each) => each === role);
    return known ? titleOfField({ name: known, type: 'string' }, this.#language()) : '';
  }

  protected setRole(event: Event): void {
    this.#desk.write(`${this.pointer()}/role`, (event.target as HTMLSelectElement).value || undefined);
  }
}
