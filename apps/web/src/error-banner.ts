import { ErrorHandler, Service, inject, signal } from '@angular/core';

/** State of the error banner: shown at the top of the page after an unexpected error, until hidden. */
@Service()
export class ErrorBanner {
  readonly #shown = signal(false);
  readonly #cause = signal<unknown>(null);
  readonly shown = this.#shown.asReadonly();
  /** The error that prevented the last navigation. */
  readonly cause = this.#cause.asReadonly();

  remember(cause: unknown): void {
    this.#cause.set(cause);
  }

  show(): void {
    this.#shown.set(true);
  }

  hide(): void {
    this.#shown.set(false);
  }
}

/** Logs errors as Angular does, and shows the error banner. */
export class ErrorBannerHandler extends ErrorHandler {
  readonly #trouble = inject(ErrorBanner);

  override handleError(error: unknown): void {
    super.handleError(error);
    this.#trouble.show();
  }
}
