import type { Response } from 'express';
import { Problem } from '@tallgrunn/platform';
import type { StartedSubmission } from './start-api-submission.ts';
import type { CheckSubmissionDto, ApiSubmissionDto } from './api-submission.dto.ts';

const RETRY_AFTER_SECONDS = 2;

/** Responds 200 with the check result, or 202 with Location. */
export function respondWithCheck(
  response: Response,
  submission: StartedSubmission,
  result: CheckSubmissionDto,
): CheckSubmissionDto {
  return respond(response, submission, result, 'checks', 200);
}

/**
 * Responds 201 with the receipt, or 202 with Location.
 * @throws Problem 'submission-incomplete' (422) with the reasons and the whole submission
 */
export function respondWithSubmission(
  response: Response,
  submission: StartedSubmission,
  result: ApiSubmissionDto,
): ApiSubmissionDto {
  const answer = respond(response, submission, result, 'submissions', 201);
  if (answer.state === 'done' && !answer.submitted) {
    throw new Problem(
      422,
      'submission-incomplete',
      { submissionId: answer.id, versionId: answer.versionId },
      answer.refusals,
      { submission: answer },
    );
  }
  return answer;
}

function respond<S extends CheckSubmissionDto>(
  response: Response,
  { id, again }: StartedSubmission,
  result: S,
  place: string,
  done: number,
): S {
  response.setHeader('Location', `/api/v1/${place}/${id}`);
  if (again) response.setHeader('Idempotent-Replayed', 'true');
  if (result.state !== 'done') response.setHeader('Retry-After', String(RETRY_AFTER_SECONDS));
  response.status(result.state === 'done' ? done : 202);
  return result;
}
