import { HttpErrorResponse } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { typedHand } from '@tallgrunn/api-client/calls';
import type { CheckAnswers } from '../checking/check-messages.ts';
import type { CorrectionWay } from '../correction/correction-desk.ts';
import { OtherDoor } from '../sending/other-door.ts';
import { TypedCheck } from './typed-check.ts';
import { TypedDraft } from './typed-draft.ts';

/**
 * Submits a manual entry: saves pending edits, and has the server write a file of the revision that was checked here.
 */
@Service({ autoProvided: false })
export class TypedDoor extends OtherDoor {
  readonly #send = sender();
  readonly #draft = inject(TypedDraft);
  readonly #check = inject(TypedCheck);

  async hand(
    dutyId: string,
    { patches, settled }: Omit<CheckAnswers, 'customers'>,
    way: CorrectionWay | null,
  ): Promise<{ readonly id: string }> {
    if (!(await this.#draft.flush())) throw this.#draft.fault;
    // The save brought in a colleague's edits, which must be seen and checked first.
    if (!this.#check.isCurrent() || this.#draft.clashes().length > 0)
      throw new HttpErrorResponse({ status: 409, error: { code: 'typed-lines-changed' } });
    const answers = { ...(patches.length > 0 && { patches }), ...(settled && settled.length > 0 && { settled }) };
    return this.#send(typedHand, { dutyId, body: { revision: this.#draft.revision(), answers, ...(way && { way }) } });
  }
}
