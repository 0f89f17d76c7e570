import { each, type JsonSchema, maybeText, object, oneOf, orNull, schemaDocument, text } from './parts.ts';

const place = object(
  { ...each(text, 'path', 'sheet', 'column'), ...each({ type: 'integer', minimum: 1 }, 'line', 'row') },
  ['path', 'sheet', 'column', 'line', 'row'],
);

/** A finding of the readers, as `read` prints it. `message` is the sentence in the requested language. */
export const formatFindingSchema: JsonSchema = schemaDocument(
  'format-finding',
  'Finding of a reader',
  object(
    {
      code: text,
      severity: oneOf('blocksFile', 'blocksRow', 'confirm', 'info'),
      place: orNull(place),
      ...each(maybeText, 'found', 'expected'),
      params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
      message: text,
    },
    ['message'],
  ),
);
