import { HttpErrorResponse } from '@angular/common/http';

export interface ProblemIssue {
  readonly code: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** An RFC 9457 problem as the server sends it. `status` 0 means that no answer came. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly issues: readonly ProblemIssue[];
  readonly traceId: string | null;
}

const byStatus: Readonly<Record<number, string>> = {
  0: 'no-connection',
  401: 'not-authenticated',
  403: 'permission-denied',
  404: 'not-found',
  413: 'file-too-large',
  502: 'no-connection',
  503: 'no-connection',
  504: 'no-connection',
};

/** What went wrong, whatever was thrown: a problem of ours, a proxy's bare answer, no answer, or an error of the page itself. */
export function problemOf(error: unknown): Problem {
  const answer = httpErrorIn(error);
  if (!answer) return { status: -1, code: 'unexpected', params: {}, issues: [], traceId: null };
  const body = bodyOf(answer.error);
  return {
    status: answer.status,
    code: body.code ?? byStatus[answer.status] ?? 'unexpected',
    params: body.params ?? {},
    issues: body.issues ?? [],
    traceId: body.traceId ?? null,
  };
}

/** Resources wrap what they could not load: the answer may be the cause of the error. */
function httpErrorIn(error: unknown): HttpErrorResponse | null {
  if (error instanceof HttpErrorResponse) return error;
  return error instanceof Error && error.cause !== undefined ? httpErrorIn(error.cause) : null;
}

/** Blobs and texts arrive unparsed when the request asked for no JSON. */
function bodyOf(body: unknown): Partial<Problem> {
  if (typeof body === 'string') {
    try {
      return bodyOf(JSON.parse(body));
    } catch {
      return {};
    }
  }
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? (body as Partial<Problem>)
    : {};
}
