import type { CorrectionWay } from '../correction/correction-desk.ts';
import type { CheckAnswers } from '../checking/check-messages.ts';

/** Hands in what is no file on this machine. A page that provides one sends by it instead of uploading. */
export abstract class OtherDoor {
  abstract hand(
    dutyId: string,
    answers: Omit<CheckAnswers, 'customers'>,
    way: CorrectionWay | null,
  ): Promise<{ readonly id: string }>;
}
