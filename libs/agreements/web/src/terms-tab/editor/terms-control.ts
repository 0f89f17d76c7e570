import { Component, computed, inject, input } from '@angular/core';
import { choiceLabel, partLabel } from '@tallgrunn/checks';
import { Field, texts } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { TermsClause } from './terms-clause.ts';
import { TermsEditorStore, controlId } from './terms-editor-store.ts';
import { parseValue, formatValue } from './written-values.ts';
import type { ControlKind } from './written-values.ts';

/** Control for one value of the terms: its label, fault and input; with `clause`, also its contract clause. */
@Component({
  selector: 'tg-terms-control',
  imports: [Field, TermsClause],
  templateUrl: './terms-control.html',
  styles: `
    .number {
      max-width: 10rem;
    }

    .flag {
      align-items: center;
      display: flex;
      gap: var(--tg-gap-sm);
      min-height: 2.5rem;
    }
  `,
})
export class TermsControl {
  readonly pointer = input.required<string>();
  readonly kind = input<ControlKind | 'choice' | 'flag'>('text');
  readonly options = input<readonly string[]>([]);
  /** label of the empty option; without it a value is required */
  readonly none = input('');
  readonly label = input('');
  readonly help = input('');
  readonly clause = input(false);
  protected readonly t = texts(agreementsTexts);
  protected readonly desk = inject(TermsEditorStore);
  readonly #language = currentLanguage();
  protected readonly id = computed(() => controlId(this.pointer()));
  protected readonly words = computed(
    () => this.label() || partLabel(this.pointer().split('/').at(-1) ?? '', this.#language()),
  );
  protected readonly now = computed(() => this.desk.value(this.pointer()));
  protected readonly text = computed(() => formatValue(this.now(), this.#written()));
  protected readonly error = computed(() => this.desk.says(this.pointer()));

  protected word(choice: string): string {
    return choiceLabel(choice, this.#language()) ?? choice;
  }

  protected write(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.desk.write(this.pointer(), parseValue(text, this.#written()));
  }

  protected flag(event: Event): void {
    this.desk.write(this.pointer(), (event.target as HTMLInputElement).checked || undefined);
  }

  #written(): ControlKind {
    const kind = this.kind();
    return kind === 'choice' || kind === 'flag' ? 'text' : kind;
  }
}
