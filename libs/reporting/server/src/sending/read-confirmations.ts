import { parseBoundedJson, Problem } from '@tallgrunn/platform';
import type { Answer } from '../versions/submission.ts';

const ANSWERS_MAX = 2000;

/**
 * Parses finding responses from the form field next to the file.
 * @throws Problem 'confirmations-malformed' (400)
 */
export function readConfirmations(text: string | undefined): Answer[] {
  if (!text) return [];
  const found = parse(text);
  if (!Array.isArray(found) || found.length > ANSWERS_MAX || !found.every(isAnswer))
    throw new Problem(400, 'confirmations-malformed', {
      expected: '[{"code": "…", "cause": "…", "reason": "…"}]',
      answersMax: ANSWERS_MAX,
    });
  return found.map(({ code, cause, reason }) => ({ code, ...(cause !== undefined && { cause }), reason }));
}

const parse = (text: string): unknown => parseBoundedJson(text) ?? null;

const isText = (value: unknown, min: number, max: number): value is string =>
  typeof value === 'string' && value.length >= min && value.length <= max;

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { code, cause, reason } = value as Record<string, unknown>;
  return isText(code, 1, 100) && (cause === undefined || isText(cause, 0, 500)) && isText(reason, 1, 2000);
}
