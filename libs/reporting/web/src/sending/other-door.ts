import type { CorrectionWay } from '../correction/correction-desk.ts';
import type { CheckAnswers } from '../checking/check-messages.ts';

/** Upload channel for reports that are not files (manual entry). A page may provide it to replace the file upload. */
export abstract class OtherDoor {
  abstract hand(
    dutyId: string,
    answers: Omit<CheckAnswers, 'customers'>,
    way: CorrectionWay | null,
  ): Promise<{ readonly id: string }>;
}
