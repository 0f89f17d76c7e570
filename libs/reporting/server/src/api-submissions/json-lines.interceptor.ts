import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { FileStore, Problem, SpoolUpload, spoolBody } from '@tallgrunn/platform';
import type { Request } from 'express';
import { limits } from '@tallgrunn/values';
import { from, switchMap, type Observable } from 'rxjs';

export const JSON_LINES = 'application/x-ndjson';
const expected = ['multipart/form-data', JSON_LINES];

/**
 * Receives a body of JSON lines as the file; runs after multer, which receives forms.
 * @throws Problem 'content-type-not-supported' (415) for any other content type
 */
@Injectable()
export class JsonLinesInterceptor implements NestInterceptor {
  readonly #storage: SpoolUpload;

  constructor(files: FileStore) {
    this.#storage = new SpoolUpload(files.spoolFolder, limits.report.sizeBytesMax);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.is('multipart')) return next.handle();
    if (!request.is(JSON_LINES))
      throw new Problem(415, 'content-type-not-supported', {
        found: request.headers['content-type'] ?? null,
        expected,
      });
    return from(spoolBody(this.#storage, request, 'lines.ndjson')).pipe(switchMap(() => next.handle()));
  }
}
