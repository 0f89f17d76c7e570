import { Service, inject } from '@angular/core';
import { Session, sender } from '@tallgrunn/api-client';
import { rememberedAnswersList, rememberedAnswersRevoke } from '@tallgrunn/api-client/calls';
import type { LastingPatch } from '@tallgrunn/checks';
import { limits } from '@tallgrunn/values';

interface AnswerDetails {
  readonly id: string;
  readonly givenAt: string;
  /** null when the person has been removed */
  readonly givenBy: string | null;
  readonly reportNumber: string | null;
}

/** An answer about an earlier file that applies to this one until revoked. */
export type RememberedAnswer = AnswerDetails &
  (
    | { readonly kind: 'change'; readonly answer: LastingPatch }
    | {
        readonly kind: 'question';
        readonly answer: { readonly code: string; readonly cause: string };
        readonly reason: string;
      }
    | { readonly kind: 'customer'; readonly subject: string; readonly answer: { readonly ours: boolean } }
  );

/** The supplier's remembered answers on the server. */
@Service()
export class RememberedAnswers {
  readonly #send = sender();
  readonly #session = inject(Session);

  /**
   * Returns the remembered answers. Empty for users who do not report for a supplier, and when they cannot be fetched;
   * the questions are then asked.
   */
  async of(obligationId: string): Promise<readonly RememberedAnswer[]> {
    if (this.#session.person() === null || !this.#session.permissions().has('report.submit')) return [];
    try {
      const all: RememberedAnswer[] = [];
      for (let page = await this.#page(obligationId); ; page = await this.#page(obligationId, all.at(-1)!.id)) {
        all.push(...page);
        if (page.length < limits.rememberedAnswers.pageMax) return all;
      }
    } catch {
      return [];
    }
  }

  async #page(obligationId: string, after?: string): Promise<readonly RememberedAnswer[]> {
    return (await this.#send(rememberedAnswersList, {
      obligationId,
      ...(after && { after }),
    })) as unknown as readonly RememberedAnswer[];
  }

  revoke(obligationId: string, answerId: string): Promise<void> {
    return this.#send(rememberedAnswersRevoke, { obligationId, answerId });
  }
}
