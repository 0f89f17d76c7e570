import { Service, computed, inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';
import type { Language } from '@tallgrunn/values';

/** A room's catalogue, one lazily loaded file per language. The type comes from bokmål; a missing sentence does not compile. */
export interface LazyCatalogue<T extends object> {
  readonly nb: () => Promise<T>;
  readonly nn: () => Promise<T>;
  readonly en: () => Promise<T>;
}

export function lazyCatalogue<T extends object>(catalogue: LazyCatalogue<T>): LazyCatalogue<T> {
  return catalogue;
}

/**
 * The sentences on the screen and the language they are in. The language changes only when every catalogue in use
 * has arrived in the new one, so that a page is never half in one language and half in another.
 */
@Service()
export class TextLibrary {
  readonly #language = signal<Language>('nb');
  readonly #arrived = signal(0);
  readonly #sentences = new Map<LazyCatalogue<object>, Map<Language, object>>();
  readonly language = this.#language.asReadonly();
  /** The language being fetched: guards run side by side, and a catalogue may be opened in the middle of a switch. */
  #wanted: Language = 'nb';

  /** Makes a catalogue ready in the present language; pages below may then read it. Rejects when it cannot be fetched. */
  async open(catalogue: LazyCatalogue<object>): Promise<void> {
    if (!this.#sentences.has(catalogue)) this.#sentences.set(catalogue, new Map());
    await Promise.all([this.#fetch(catalogue, this.#language()), this.#fetch(catalogue, this.#wanted)]);
  }

  /** Rejects, and stays in the present language, when the sentences cannot be fetched. */
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
    const held = this.#sentences.get(catalogue);
    if (!held || held.has(language)) return;
    held.set(language, await catalogue[language]());
    this.#arrived.update((count) => count + 1);
  }
}

/** The sentences of a room in the language of the screen: `protected readonly t = texts(reportingTexts)`, then `{{ t().title }}`. */
export function texts<T extends object>(catalogue: LazyCatalogue<T>): Signal<T> {
  return inject(TextLibrary).read(catalogue);
}
