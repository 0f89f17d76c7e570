import { Service, signal } from '@angular/core';

/** Holds back requests that need a recent sign-in until the person has confirmed who they are, or has cancelled. One question for all of them. */
@Service()
export class RecentSignIn {
  readonly #isRequested = signal(false);
  /** True while the dialog should be open. */
  readonly isRequested = this.#isRequested.asReadonly();
  #answer: Promise<boolean> | undefined;
  #resolve: ((isConfirmed: boolean) => void) | undefined;

  /** Resolves true once the person has confirmed, false when they cancelled. */
  request(): Promise<boolean> {
    this.#answer ??= new Promise((resolve) => (this.#resolve = resolve));
    this.#isRequested.set(true);
    return this.#answer;
  }

  /** Answers the requests that wait. */
  answer(isConfirmed: boolean): void {
    this.#isRequested.set(false);
    this.#resolve?.(isConfirmed);
    this.#answer = this.#resolve = undefined;
  }
}
