import { inject, signal } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { ProblemMessages } from '@tallgrunn/design';

/** Runs one action at a time and stores its outcome as text: `said` on success, `failed` on an error. */
export class ActionState {
  readonly #messages = inject(ProblemMessages);
  readonly sending = signal(false);
  readonly said = signal('');
  readonly failed = signal('');

  /** Returns whether the action succeeded. `refused` may handle the issue codes of an error and then returns true. */
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
      if (!refused((problem.issues ?? []).map(({ code }) => code))) this.failed.set(this.#messages.sentence(problem));
      return false;
    } finally {
      this.sending.set(false);
    }
  }
}

export const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
