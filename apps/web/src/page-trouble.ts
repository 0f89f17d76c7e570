import { ErrorHandler, Service, inject, signal } from '@angular/core';

/** An error that no page foresaw: told once at the top of the page, until it is hidden. */
@Service()
export class PageTrouble {
  readonly #shown = signal(false);
  readonly #cause = signal<unknown>(null);
  readonly shown = this.#shown.asReadonly();
  /** What kept the last page from being shown. */
  readonly cause = this.#cause.asReadonly();

  remember(cause: unknown): void {
    this.#cause.set(cause);
  }

  tell(): void {
    this.#shown.set(true);
  }

  hide(): void {
    this.#shown.set(false);
  }
}

/** Logs as Angular does, for developers, and says in words that something went wrong. */
export class TellTrouble extends ErrorHandler {
  readonly #trouble = inject(PageTrouble);

  override handleError(error: unknown): void {
    super.handleError(error);
    this.#trouble.tell();
  }
}
