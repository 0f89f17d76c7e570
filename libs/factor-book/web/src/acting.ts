import { inject, signal } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { ProblemWords } from '@tallgrunn/design';

/** One act at a time, with what came of it in words: said when it went well, failed when it did not. */
export class Acting {
  readonly #words = inject(ProblemWords);
  readonly sending = signal(false);
  readonly said = signal('');
  readonly failed = signal('');

  /** Answers whether it went well. `refused` may take a refusal over, and says so. */
  async run(
    said: string,
    work: () => Promise<unknown>,
    refused: (codes: readonly string[]) => boolean = () => false,
  ): Promise<boolean> {
    if (this.sending()) return false;
    this.sending.set(true);
    this.failed.set('');
    try {
      await work();
      this.said.set(said);
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (!refused((problem.issues ?? []).map(({ code }) => code))) this.failed.set(this.#words.sentence(problem));
      return false;
    } finally {
      this.sending.set(false);
    }
  }
}

export const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
