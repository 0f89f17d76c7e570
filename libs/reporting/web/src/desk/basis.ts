import { Service, inject, signal } from '@angular/core';
import { Session, problemOf, sender, type Problem } from '@tallgrunn/api-client';
import { dutiesContext, dutiesTerms } from '@tallgrunn/api-client/calls';
import type { CheckContext, Terms } from '@tallgrunn/checks';

/** What reports of one duty are checked against. */
export interface DutyBasis {
  readonly terms: Terms;
  readonly context: CheckContext;
  /** a published template: nobody is signed in, nothing is known of the agreement, and nothing is sent */
  readonly isOpen?: true;
}

/** Fetches terms and check context when they are first needed, and again when another duty or person asks. */
@Service({ autoProvided: false })
export class Basis {
  readonly #send = sender();
  readonly #session = inject(Session);
  readonly #known = signal<DutyBasis | null>(null);
  readonly #problem = signal<Problem | null>(null);
  readonly known = this.#known.asReadonly();
  readonly problem = this.#problem.asReadonly();
  #for = '';

  /** Fetches anew when it is needed next. */
  forget(): void {
    this.#for = '';
  }

  /** Null when it could not be fetched; `problem` says why. */
  async of(dutyId: string): Promise<DutyBasis | null> {
    const wanted = `${dutyId} ${this.#session.person()?.id ?? ''}`;
    if (this.#for === wanted && this.#known()) return this.#known();
    this.#problem.set(null);
    try {
      const [terms, context] = await Promise.all([
        this.#send(dutiesTerms, { dutyId }),
        this.#send(dutiesContext, { dutyId }),
      ]);
      this.#known.set({ terms: terms as unknown as Terms, context: context as unknown as CheckContext });
      this.#for = wanted;
    } catch (error) {
      this.#problem.set(problemOf(error));
      this.#known.set(null);
    }
    return this.#known();
  }
}
