import { applyDecorators } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ledgerFields } from '@tallgrunn/formats';
import { RequestBody } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { BatchDto } from '../spend.dto.ts';
import { JSON_LINES } from './json-lines.interceptor.ts';

const { linesMax, sizeBytesMax } = limits.spendLines;

export const idempotencyHeader = {
  name: 'Idempotency-Key',
  required: false,
  description:
    'The same key with the same request gives the batch of the first time; with another request it is refused (422).',
  schema: { type: 'string', maxLength: limits.sending.idempotencyKeyCharactersMax },
} as const;

const value = { type: ['string', 'number'] };
const line = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(ledgerFields.map((field) => [field, value])),
};

const problems: Readonly<Record<number, string>> = {
  400: 'lines-not-json, with the line; body-invalid; idempotency-key-malformed.',
  409: 'batch-duplicate: the very same lines have been loaded.',
  413: `too-many-lines: more than ${linesMax}; file-too-large: more than ${sizeBytesMax} bytes.`,
  415: 'content-type-not-supported.',
  422: 'lines-invalid: everything that is wrong, line by line, in issues, and nothing loaded; idempotency-key-reused.',
};

/** OpenAPI description of the route that receives postings from a program. */
export const postLinesOpenApi = applyDecorators(
  ApiOperation({
    summary: 'Loads postings that a program sends, all or none.',
    description: `At most ${linesMax} lines and ${sizeBytesMax} bytes. Answered when they have been read, or with 202 and Location.`,
  }),
  RequestBody({
    'application/json': { schema: { type: 'array', maxItems: linesMax, items: line } },
    [JSON_LINES]: { schema: { type: 'string', description: 'One JSON object a line, UTF-8.' } },
  }),
  ApiHeader(idempotencyHeader),
  ApiAcceptedResponse({ type: BatchDto, description: 'Not read yet: ask at Location.' }),
  ...Object.entries(problems).map(([status, description]) =>
    ApiResponse({ status: Number(status), description, content: { 'application/problem+json': {} } }),
  ),
);
