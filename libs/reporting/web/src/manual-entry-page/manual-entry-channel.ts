import { HttpErrorResponse } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { manualEntrySubmit } from '@tallgrunn/api-client/calls';
import type { CheckOptions } from '../checking/check-messages.ts';
import type { CorrectionMode } from '../correction/correction-store.ts';
import { UploadChannel } from '../sending/upload-channel.ts';
import { ManualEntryCheck } from './manual-entry-check.ts';
import { ManualEntryDraft } from './manual-entry-draft.ts';

/**
 * Submits a manual entry: saves pending edits, and has the server write a file of the revision that was checked here.
 */
@Service({ autoProvided: false })
export class ManualEntryChannel extends UploadChannel {
  readonly #send = sender();
  readonly #draft = inject(ManualEntryDraft);
  readonly #check = inject(ManualEntryCheck);

  async submit(
    obligationId: string,
    { patches, settled }: Omit<CheckOptions, 'customers'>,
    way: CorrectionMode | null,
  ): Promise<{ readonly id: string }> {
    if (!(await this.#draft.flush())) throw this.#draft.fault;
    // The save brought in a colleague's edits, which must be seen and checked first.
    if (!this.#check.isCurrent() || this.#draft.clashes().length > 0)
      throw new HttpErrorResponse({ status: 409, error: { code: 'manual-entry-changed' } });
    const answers = { ...(patches.length > 0 && { patches }), ...(settled && settled.length > 0 && { settled }) };
    return this.#send(manualEntrySubmit, {
      obligationId,
      body: { revision: this.#draft.revision(), answers, ...(way && { way }) },
    });
  }
}
