import { Service, signal } from '@angular/core';
import type { Problem } from '@tallgrunn/api-client';
import type { Terms } from '@tallgrunn/checks';
import type { ObligationBasis } from '../report-session/check-basis.ts';

/** Replaces `Basis` when a file is checked against a published template: the terms only, with an empty context. */
@Service({ autoProvided: false })
export class TemplateBasis {
  readonly #basis = signal<ObligationBasis | null>(null);
  readonly known = this.#basis.asReadonly();
  readonly problem = signal<Problem | null>(null).asReadonly();

  take(terms: Terms): void {
    this.#basis.set({ terms, context: {}, isOpen: true });
  }

  of(): Promise<ObligationBasis | null> {
    return Promise.resolve(this.#basis());
  }
}
