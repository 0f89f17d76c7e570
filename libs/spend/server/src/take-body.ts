import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Problem } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import type { Request } from 'express';
import { from, switchMap, type Observable } from 'rxjs';

export const JSON_LINES = 'application/x-ndjson';
const expected = ['application/json', JSON_LINES];
const { sizeBytesMax, linesMax } = limits.spendLines;

/** A request whose lines have been taken from its body, whatever they are. */
export interface LinesRequest extends Request {
  lines?: unknown[];
}

/** Takes the lines of a body: a JSON array, or one JSON object a line. 413 beyond the limits, 415 for anything else, 400 `lines-not-json` with the line. */
@Injectable()
export class TakeBody implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<LinesRequest>();
    return from(linesOf(request)).pipe(
      switchMap((lines) => {
        request.lines = lines;
        return next.handle();
      }),
    );
  }
}

async function linesOf(request: LinesRequest): Promise<unknown[]> {
  const asLines = Boolean(request.is(JSON_LINES));
  if (!asLines && !request.is('application/json')) throw new Problem(415, 'content-type-not-taken', { found: request.headers['content-type'] ?? null, expected });
  const parsed = !asLines && request.body !== undefined && request.readableEnded ? (request.body as unknown) : parse(await textOf(request), asLines);
  if (!Array.isArray(parsed)) throw new Problem(400, 'lines-not-json', { line: null, expected: 'an array of objects' });
  if (parsed.length > linesMax) throw new Problem(413, 'too-many-lines', { found: parsed.length, linesMax });
  return parsed;
}

async function textOf(request: LinesRequest): Promise<string> {
  const pieces: Buffer[] = [];
  let sizeBytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    sizeBytes += piece.length;
    if (sizeBytes > sizeBytesMax) throw new Problem(413, 'file-too-large', { sizeBytesMax, name: 'lines' });
    pieces.push(piece);
  }
  return decoded(Buffer.concat(pieces));
}

/** UTF-8, with or without its mark; text in another encoding would lose its letters in silence. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, 'lines-not-json', { line: null, expected: 'UTF-8' });
  }
}

function parse(text: string, asLines: boolean): unknown {
  if (!asLines) return parseOne(text, null);
  return text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [parseOne(line, at + 1)]));
}

function parseOne(text: string, line: number | null): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(400, 'lines-not-json', { line, expected: line === null ? 'an array of objects' : 'one object a line' });
  }
}
