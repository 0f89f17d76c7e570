import { parseBoundedJson, Problem } from '@tallgrunn/platform';
import type { FindingResponse } from '../versions/submission.ts';

const ANSWERS_MAX = 2000;

/**
 * Parses finding responses from the form field next to the file.
 * @throws Problem 'finding-responses-malformed' (400)
 */
export function parseFindingResponses(text: string | undefined): FindingResponse[] {
  if (!text) return [];
  const parsed = parse(text);
  if (!Array.isArray(parsed) || parsed.length > ANSWERS_MAX || !parsed.every(isAnswer))
    throw new Problem(400, 'finding-responses-malformed', {
      expected: '[{"code": "…", "cause": "…", "reason": "…"}]',
      answersMax: ANSWERS_MAX,
    });
  return parsed.map(({ code, cause, reason }) => ({ code, ...(cause !== undefined && { cause }), reason }));
}

const parse = (text: string): unknown => parseBoundedJson(text) ?? null;

const isText = (value: unknown, min: number, max: number): value is string =>
  typeof value === 'string' && value.length >= min && value.length <= max;

function isAnswer(value: unknown): value is FindingResponse {
  if (typeof value !== 'object' || value === null) return false;
  const { code, cause, reason } = value as Record<string, unknown>;
  return isText(code, 1, 100) && (cause === undefined || isText(cause, 0, 500)) && isText(reason, 1, 2000);
}
