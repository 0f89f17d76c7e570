import { Service, computed, inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';
import type { Language } from '@tallgrunn/values';

/** A room's texts, one lazily loaded file per language. The type comes from bokmål; a missing text does not compile. */
export interface LazyCatalogue<T extends object> {
  readonly nb: () => Promise<T>;
  readonly nn: () => Promise<T>;
  readonly en: () => Promise<T>;
}

export function lazyCatalogue<T extends object>(catalogue: LazyCatalogue<T>): LazyCatalogue<T> {
  return catalogue;
}

/**
 * The loaded texts and the current language. The language changes only after all used catalogues are loaded in the new
 * one, so that a page never mixes languages.
 */
@Service()
export class TextLibrary {
  readonly #language = signal<Language>('nb');
  readonly #arrived = signal(0);
  readonly #sentences = new Map<LazyCatalogue<object>, Map<Language, object>>();
  readonly language = this.#language.asReadonly();
  /** The requested language. Guards run concurrently, and a catalogue may be opened during a switch. */
  #wanted: Language = 'nb';

  /** Loads a catalogue in the current language, so that pages can read it. Rejects when it cannot be loaded. */
  async open(catalogue: LazyCatalogue<object>): Promise<void> {
    if (!this.#sentences.has(catalogue)) this.#sentences.set(catalogue, new Map());
    await Promise.all([this.#fetch(catalogue, this.#language()), this.#fetch(catalogue, this.#wanted)]);
  }

  /** Switches the language. Rejects, and keeps the current language, when texts cannot be loaded. */
  async switchTo(language: Language): Promise<void> {
    this.#wanted = language;
    await Promise.all([...this.#sentences.keys()].map((catalogue) => this.#fetch(catalogue, language)));
    this.#language.set(language);
  }

  read<T extends object>(catalogue: LazyCatalogue<T>): Signal<T> {
    return computed(() => {
      this.#arrived();
      const sentences = this.#sentences.get(catalogue)?.get(this.#language());
      if (!sentences)
        throw new Error('A page reads sentences that its route did not open: add canActivate: [openTexts(…)].');
      return sentences as T;
    });
  }

  async #fetch(catalogue: LazyCatalogue<object>, language: Language): Promise<void> {
    const loaded = this.#sentences.get(catalogue);
    if (!loaded || loaded.has(language)) return;
    loaded.set(language, await catalogue[language]());
    this.#arrived.update((count) => count + 1);
  }
}

/**
 * Returns the texts of a room in the current language: `protected readonly t = texts(reportingTexts)`, then `{{
 * t().title }}`.
 */
export function texts<T extends object>(catalogue: LazyCatalogue<T>): Signal<T> {
  return inject(TextLibrary).read(catalogue);
}
