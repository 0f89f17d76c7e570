import { Service, inject } from '@angular/core';
import type { Problem } from '@tallgrunn/api-client';
import { designTexts } from '../texts/design-texts.ts';
import { TextLibrary } from '../texts/text-library.ts';

type Sentence = (params: Readonly<Record<string, unknown>>) => string;

/**
 * Converts problem codes to sentences in the current language. A code without a sentence gets that of its HTTP status.
 */
@Service()
export class ProblemMessages {
  readonly #t = inject(TextLibrary).read(designTexts);

  sentence(problem: Problem): string {
    const sentences = this.#t().problems as unknown as Readonly<Record<string, Sentence>>;
    const message = sentences[problem.code] ?? sentences[this.#kind(problem.status)];
    return message ? message(problem.params) : this.#t().problems.unexpected();
  }

  #kind(status: number): string {
    if (status === 404) return 'not-found';
    if (status === 403) return 'permission-denied';
    if (status === 409) return 'conflict';
    return status >= 400 && status < 500 ? 'body-invalid' : 'unexpected';
  }
}
