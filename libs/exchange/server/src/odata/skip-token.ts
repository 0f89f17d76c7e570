import { createHash } from 'node:crypto';
import { QueryError } from './query-error.ts';

/** End of a page: the sort values of its last row, as PostgreSQL formats them. */
export type Position = readonly (string | null)[];

/** Returns a short hash of a query's table, filter and order, because a token is valid for one query only. */
const queryHash = (shape: string): string => createHash('sha256').update(shape).digest('base64url').slice(0, 12);

/** Writes a position as `$skiptoken`, bound to its query. */
export function writeSkipToken(position: Position, shape: string): string {
  return Buffer.from(JSON.stringify([queryHash(shape), ...position])).toString('base64url');
}

/** Reads a position. @throws QueryError when the token is malformed or belongs to another query */
export function readSkipToken(token: string, shape: string, length: number): Position {
  const invalidToken = new QueryError(
    'invalid',
    'It does not belong to this query. Begin without it.',
    0,
    '$skiptoken',
  );
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw invalidToken;
  }
  if (!Array.isArray(values) || values.length !== length + 1 || values[0] !== queryHash(shape)) throw invalidToken;
  const position: unknown[] = values.slice(1);
  if (!position.every((value) => value === null || typeof value === 'string')) throw invalidToken;
  return position as Position;
}
