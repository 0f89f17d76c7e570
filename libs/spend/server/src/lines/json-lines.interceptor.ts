import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { elementsOfArray, elementsOfLines, ElementsUnreadable, Problem } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import type { Request } from 'express';
import { from, switchMap, type Observable } from 'rxjs';

export const JSON_LINES = 'application/x-ndjson';
const expected = ['application/json', JSON_LINES];
const { sizeBytesMax, linesMax, lineBytesMax } = limits.spendLines;
/**
 * Maximum nesting of a line. A line is an object of texts and numbers; deeper nesting is reported per line, with a
 * margin for values sent by mistake.
 */
const DEPTH_MAX = 8;

/** A request with the unvalidated lines of its body. */
export interface LinesRequest extends Request {
  lines?: unknown[];
}

/**
 * Reads the lines of a body: a JSON array, or one JSON object per line (NDJSON).
 * @throws Problem 'too-many-lines' | 'line-too-large' | 'file-too-large' (413) · 'content-type-not-supported' (415) ·
 * 'lines-not-json' (400) with the line · 'json-too-deep' (400)
 */
@Injectable()
export class JsonLinesInterceptor implements NestInterceptor {
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
  if (!asLines && !request.is('application/json'))
    throw new Problem(415, 'content-type-not-supported', { found: request.headers['content-type'] ?? null, expected });
  if (!asLines && request.body !== undefined && request.readableEnded) return validated(request.body as unknown);
  const lines: unknown[] = [];
  try {
    for await (const line of (asLines ? elementsOfLines : elementsOfArray)(limitSize(request), {
      elementBytesMax: lineBytesMax,
      depthMax: DEPTH_MAX,
    })) {
      lines.push(line);
      if (lines.length > linesMax) throw new Problem(413, 'too-many-lines', { found: lines.length, linesMax });
    }
  } catch (error) {
    request.resume(); // the remaining bytes are skipped, so that the client receives the response
    throw error instanceof ElementsUnreadable ? problemOf(error, asLines) : error;
  }
  return lines;
}

/** Validates a body that the test server's parser has already parsed. */
function validated(body: unknown): unknown[] {
  if (!Array.isArray(body)) throw new Problem(400, 'lines-not-json', { line: null, expected: 'an array of objects' });
  if (body.length > linesMax) throw new Problem(413, 'too-many-lines', { found: body.length, linesMax });
  return body;
}

/** Yields the bytes of a body up to the limit, without destroying the request when reading stops early. */
async function* limitSize(request: LinesRequest): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    sizeBytes += piece.length;
    if (sizeBytes > sizeBytesMax) throw new Problem(413, 'file-too-large', { sizeBytesMax, name: 'lines' });
    yield piece;
  }
}

function problemOf({ reason, position }: ElementsUnreadable, asLines: boolean): Problem {
  const line = asLines ? position : null;
  if (reason === 'not-utf-8') return new Problem(400, 'lines-not-json', { line: null, expected: 'UTF-8' });
  if (reason === 'element-too-large') return new Problem(413, 'line-too-large', { line: position, lineBytesMax });
  if (reason === 'element-too-deep') return new Problem(400, 'json-too-deep', { line: position, depthMax: DEPTH_MAX });
  return new Problem(400, 'lines-not-json', { line, expected: asLines ? 'one object a line' : 'an array of objects' });
}
