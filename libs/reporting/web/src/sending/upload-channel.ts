import type { CorrectionMode } from '../correction/correction-store.ts';
import type { CheckOptions } from '../checking/check-messages.ts';

/** Upload channel for reports that are not files (manual entry). A page may provide it to replace the file upload. */
export abstract class UploadChannel {
  abstract submit(
    obligationId: string,
    answers: Omit<CheckOptions, 'customers'>,
    way: CorrectionMode | null,
  ): Promise<{ readonly id: string }>;
}
