import { Service, inject, signal } from '@angular/core';
import { Session, problemOf, sender, type Problem } from '@tallgrunn/api-client';
import { obligationsContext, obligationsTerms } from '@tallgrunn/api-client/calls';
import type { CheckContext, Terms } from '@tallgrunn/checks';

/** The terms and context that reports of one obligation are checked against. */
export interface ObligationBasis {
  readonly terms: Terms;
  readonly context: CheckContext;
  /** true for a published template: no user, an empty context, and no upload */
  readonly isOpen?: true;
}

/** Fetches terms and check context when first needed, and again for another obligation or user. */
@Service({ autoProvided: false })
export class CheckBasis {
  readonly #send = sender();
  readonly #session = inject(Session);
  readonly #basis = signal<ObligationBasis | null>(null);
  readonly #problem = signal<Problem | null>(null);
  readonly known = this.#basis.asReadonly();
  readonly problem = this.#problem.asReadonly();
  #for = '';

  /** Discards the cache, so that the next request fetches. */
  forget(): void {
    this.#for = '';
  }

  /** Returns the basis; null when it could not be fetched (`problem` has the reason). */
  async of(obligationId: string): Promise<ObligationBasis | null> {
    const cacheKey = `${obligationId} ${this.#session.person()?.id ?? ''}`;
    if (this.#for === cacheKey && this.#basis()) return this.#basis();
    this.#problem.set(null);
    try {
      const [terms, context] = await Promise.all([
        this.#send(obligationsTerms, { obligationId }),
        this.#send(obligationsContext, { obligationId }),
      ]);
      this.#basis.set({ terms: terms as unknown as Terms, context: context as unknown as CheckContext });
      this.#for = cacheKey;
    } catch (error) {
      this.#problem.set(problemOf(error));
      this.#basis.set(null);
    }
    return this.#basis();
  }
}
