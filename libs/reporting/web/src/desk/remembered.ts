import { Service, inject } from '@angular/core';
import { Session, sender } from '@tallgrunn/api-client';
import { rememberedAnswersRemembered, rememberedAnswersRevokeAnswer } from '@tallgrunn/api-client/calls';
import type { StandingPatch } from '@tallgrunn/checks';

interface Given {
  readonly id: string;
  readonly givenAt: string;
  /** null when the person is not known any more */
  readonly givenBy: string | null;
  readonly reportNumber: string | null;
}

/** An answer that was given about an earlier file and holds for this one until it is taken back. */
export type Remembered = Given &
  (
    | { readonly kind: 'change'; readonly answer: StandingPatch }
    | { readonly kind: 'question'; readonly answer: { readonly code: string; readonly cause: string }; readonly reason: string }
    | { readonly kind: 'customer'; readonly subject: string; readonly answer: { readonly ours: boolean } }
  );

/** What the supplier has answered before, as the server remembers it. */
@Service()
export class RememberedAnswers {
  readonly #send = sender();
  readonly #session = inject(Session);

  /** None for whoever does not report for a supplier, and none when they cannot be fetched: then the questions are put. */
  async of(dutyId: string): Promise<readonly Remembered[]> {
    if (this.#session.person() === null || !this.#session.permissions().has('report.submit')) return [];
    try {
      return (await this.#send(rememberedAnswersRemembered, { dutyId })) as unknown as readonly Remembered[];
    } catch {
      return [];
    }
  }

  revoke(dutyId: string, answerId: string): Promise<void> {
    return this.#send(rememberedAnswersRevokeAnswer, { dutyId, answerId });
  }
}
