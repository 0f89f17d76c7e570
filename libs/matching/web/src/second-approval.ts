import { computed, inject, signal } from '@angular/core';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { pairDecisionsApprove } from '@tallgrunn/api-client/calls';
import { ProblemMessages } from '@tallgrunn/design';

/** Second approval of a large decision or answer. `after` runs on success; `trouble` is the error, or ''. */
export function secondApproval(after: () => void) {
  const send = sender();
  const words = inject(ProblemMessages);
  const session = inject(Session);
  const trouble = signal('');
  return {
    trouble: trouble.asReadonly(),
    mayDecide: computed(() => session.permissions().has('matching.resolve')),
    async confirm({ id }: { readonly id: string }): Promise<void> {
      trouble.set('');
      try {
        await send(pairDecisionsApprove, { decisionId: id });
        after();
      } catch (error) {
        trouble.set(words.sentence(problemOf(error)));
      }
    },
  };
}
