import { applyDecorators, type Type } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { RequestBody } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { JSON_LINES } from './json-lines.interceptor.ts';

const { answerDays, waitSecondsMax, idempotencyKeyCharactersMax } = limits.sending;
const { atWorkMax, atWorkBytesMax } = limits.uploads;
const { sizeBytesMax, rowsMax, columnsMax } = limits.report;

const text = (description: string) => ({ type: 'string' as const, description });
const formFields = {
  file: { type: 'string' as const, format: 'binary', description: 'CSV, a workbook, or JSON lines.' },
  answers: text('JSON: columns pointed out and findings answered, {mapping?, patches?, together?}.'),
  confirmations: text('JSON: answers to questions, [{code, cause?, reason}].'),
};

const problems: Readonly<Record<number, string>> = {
  400: 'file-missing, body-invalid, reading-options-malformed, finding-responses-malformed, idempotency-key-malformed.',
  401: 'api-key-rejected: garbled, unknown, expired or revoked, or its maker is no member any more.',
  403: 'api-key-scope-missing, route-not-available-to-api-keys, permission-denied.',
  404: 'The obligation is not there, or not yours.',
  413: `file-too-large: more than ${sizeBytesMax} bytes.`,
  415: 'content-type-not-supported.',
  422: 'idempotency-key-reused, file-infected; for submissions also submission-incomplete, with what stands in the way in issues and the whole submission in submission.',
  429: `too-many-requests: more than ${limits.apiKey.callsPerMinuteMax} calls a minute with one key; uploads-in-progress: more than ${atWorkMax} files of one supplier wait or are being read, or more than ${atWorkBytesMax} bytes of them. Fewer wait their turn and are never refused.`,
};

/** Documents a route that receives a file from a system: both content types, the limits and the errors. */
export function ApiReceivesReport(summary: string, answer: Type, fields: readonly (keyof typeof formFields)[]) {
  const form = {
    type: 'object' as const,
    required: ['file'],
    properties: Object.fromEntries(fields.map((field) => [field, formFields[field]])),
  };
  return applyDecorators(
    ApiOperation({
      summary,
      description: `At most ${sizeBytesMax} bytes, ${rowsMax} rows and ${columnsMax} columns. Answered when it is done, or with 202 and Location after at most ${waitSecondsMax} seconds.`,
    }),
    RequestBody({
      'multipart/form-data': { schema: form },
      [JSON_LINES]: {
        schema: { type: 'string', description: 'One JSON object a line, UTF-8, as the line schema of the duty says.' },
      },
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: `The same key with the same request gives the answer of the first time, for ${answerDays} days; with another request it is refused (422).`,
      schema: { type: 'string', maxLength: idempotencyKeyCharactersMax },
    }),
    ApiAcceptedResponse({ type: answer, description: 'Not done yet: ask at Location.' }),
    ...Object.entries(problems).map(([status, description]) =>
      ApiResponse({ status: Number(status), description, content: { 'application/problem+json': {} } }),
    ),
  );
}
