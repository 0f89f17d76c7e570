import type { Response } from 'express';
import { Problem } from '@tallgrunn/platform';
import type { Begun } from './begin-sending.ts';
import type { CheckSendingShape, SubmissionSendingShape } from './sending.shape.ts';

const ASK_AGAIN_SECONDS = 2;

/** Responds 200 with the check result, or 202 with Location. */
export function answerCheck(response: Response, begun: Begun, said: CheckSendingShape): CheckSendingShape {
  return head(response, begun, said, 'checks', 200);
}

/**
 * Responds 201 with the receipt, or 202 with Location.
 * @throws Problem 'submission-refused' (422) with the reasons and the whole submission
 */
export function answerSubmission(
  response: Response,
  begun: Begun,
  said: SubmissionSendingShape,
): SubmissionSendingShape {
  const answer = head(response, begun, said, 'submissions', 201);
  if (answer.state === 'done' && !answer.submitted) {
    throw new Problem(
      422,
      'submission-refused',
      { submissionId: answer.id, versionId: answer.versionId },
      answer.refusals,
      { submission: answer },
    );
  }
  return answer;
}

function head<S extends CheckSendingShape>(
  response: Response,
  { id, again }: Begun,
  said: S,
  place: string,
  done: number,
): S {
  response.setHeader('Location', `/api/v1/${place}/${id}`);
  if (again) response.setHeader('Idempotent-Replayed', 'true');
  if (said.state !== 'done') response.setHeader('Retry-After', String(ASK_AGAIN_SECONDS));
  response.status(said.state === 'done' ? done : 202);
  return said;
}
