import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { MulterError } from 'multer';
import { FileStoreUnavailable } from './files/file-storage.ts';
import { DISK_RETRY_SECONDS, DiskSpace, isDiskFull } from './operations/disk-space.ts';
import { currentTrace } from './operations/trace-context.ts';
import { Problem, type Issue } from './problem.ts';
import { rejectionEvent } from './security/refusal.ts';
import { SecurityLog } from './security/security-log.ts';
import { isCommitUncertain } from './uncertain-commit.ts';

interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly issues: readonly Issue[];
  readonly traceId: string;
}

const codes: Record<number, string> = {
  400: 'bad-request',
  401: 'not-authenticated',
  403: 'permission-denied',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'file-too-large',
  429: 'too-many-requests',
};

/** Time that a client still uploading gets to read the error response before the connection is closed. */
const LINGER_MS = 2000;

/**
 * Turns every error into an RFC 9457 problem. An unexpected error is logged in full, and the client gets only its trace
 * id.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('problem');

  constructor(
    private readonly securityLog: SecurityLog,
    private readonly disk: DiskSpace,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const traceId = currentTrace()?.traceId ?? randomUUID();
    if (isDiskFull(error)) this.disk.recordFull();
    const body = problemBody(error, traceId);
    if (body.status >= 500 || isInvalidValue(error))
      this.#log.error({
        traceId,
        url: redactUrl(request.originalUrl),
        error: error instanceof Error ? error.stack : String(error),
      });
    const securityEvent = rejectionEvent(body, request);
    if (securityEvent) this.securityLog.recordInBackground(securityEvent);
    if (!isCommitUncertain(error)) discardUpload(request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (!request.complete) response.once('finish', () => closeAfterLinger(request));
    if (typeof body.params['retryAfterSeconds'] === 'number')
      response.setHeader('Retry-After', String(body.params['retryAfterSeconds']));
    response.status(body.status).type('application/problem+json').send(body);
  }
}

/**
 * Returns a URL that may be logged. Removes the tokens of invitations, passwords and calendars. Retains only the
 * parameter names of a query, because values may be passwords or e-mail addresses.
 */
export function redactUrl(url: string): string {
  const [path = '', query] = url.split(/[?#]/, 2);
  const names = (query ?? '')
    .split('&')
    .flatMap((parameter) => /^[A-Za-z][A-Za-z-]{0,30}(?==|$)/.exec(parameter)?.[0] ?? []);
  return (
    path.replace(/\/(invitations?|password-resets|passwords|new-password|calendar)\/[^/]+/gi, '/$1/…') +
    (names.length > 0 ? `?${names.join('&')}` : '')
  );
}

/** Deletes the spooled upload of a failed request, also when validation failed before any use case ran. */
function discardUpload({ file }: Request): void {
  if (file?.path) void rm(file.path, { force: true }).catch(() => undefined);
}

/**
 * Ends an upload that continues after it was rejected. Its bytes are read and discarded for a moment, so that the
 * client receives the response. The socket may be gone by then.
 */
export function closeAfterLinger(
  request: Pick<Request, 'complete'> & { readonly socket: Pick<Request['socket'], 'destroy'> | null },
): void {
  setTimeout(() => request.complete || request.socket?.destroy(), LINGER_MS).unref();
}

function problemBody(error: unknown, traceId: string): ProblemBody {
  const buildBody = (
    status: number,
    code: string,
    params: Record<string, unknown> = {},
    issues: readonly Issue[] = [],
  ): ProblemBody => ({
    type: `urn:tallgrunn:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    code,
    params,
    issues,
    traceId,
  });
  if (error instanceof Problem)
    return { ...error.members, ...buildBody(error.getStatus(), error.code, error.params, error.issues) };
  if (error instanceof MulterError)
    return buildBody(
      error.code === 'LIMIT_FILE_SIZE' ? 413 : 400,
      error.code === 'LIMIT_FILE_SIZE' ? 'file-too-large' : 'upload-malformed',
      { reason: error.code },
    );
  if (error instanceof HttpException) return buildBody(error.getStatus(), codes[error.getStatus()] ?? 'refused');
  if (isHttpError(error)) return buildBody(error.status, codes[error.status] ?? 'bad-request');
  if (isInvalidValue(error)) return buildBody(400, 'value-unreadable');
  if (isDiskFull(error)) return buildBody(507, 'disk-full', { retryAfterSeconds: DISK_RETRY_SECONDS });
  if (error instanceof FileStoreUnavailable) return buildBody(503, 'file-store-unavailable', { retryAfterSeconds: 30 });
  if (codeOf(error) === MOVING) return buildBody(503, 'cooperative-moving', { retryAfterSeconds: 60 });
  if (codeOf(error) === MOVED)
    return buildBody(410, 'cooperative-moved', { address: String((error as { detail?: unknown }).detail ?? '') });
  if (isDatabaseUnreachable(error)) return buildBody(503, 'database-unavailable', { retryAfterSeconds: 5 });
  if (isBusy(error)) return buildBody(503, 'server-busy', { retryAfterSeconds: 10 });
  return buildBody(500, 'unexpected');
}

/** PostgreSQL error codes for a value that is malformed or out of range for its type. */
const INVALID_VALUE_CODES = new Set(['22P02', '22P05', '22003', '22007', '22008', '22021']);

/** Returns whether the database rejected a value that passed validation: a zero byte, or a number out of range. */
function isInvalidValue(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && INVALID_VALUE_CODES.has(error.code)
  );
}

/** Error codes for a database that is unreachable, starting, stopping or disconnected. PgBouncer has 08P01 for that. */
const UNREACHABLE_CODES = new Set([
  ...['57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', '08P01'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
]);
/** Error codes of our own guard: writes of a cooperative that is being moved, or has been. */
export const MOVING = 'TGM01';
export const MOVED = 'TGM02';
/** PostgreSQL error codes for a statement or lock timeout, or for too many connections. */
const BUSY_CODES = new Set(['57014', '25P03', '53300', '55P03']);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');
const messageOf = (error: unknown): string => String((error as { message?: unknown } | null)?.message ?? '');

/**
 * Returns whether the database is unreachable. Network errors of other systems are handled where they occur, so those
 * that arrive here are the database's.
 */
function isDatabaseUnreachable(error: unknown): boolean {
  return (
    UNREACHABLE_CODES.has(codeOf(error)) ||
    /^Connection terminated|Client has encountered a connection error|^timeout expired$|^Client was closed|connection is closed/i.test(
      messageOf(error),
    )
  );
}

function isBusy(error: unknown): boolean {
  return BUSY_CODES.has(codeOf(error)) || messageOf(error).startsWith('timeout exceeded when trying to connect');
}

/**
 * Returns whether Express rejected the request itself (malformed body or URL escape). Such an error carries a status.
 */
function isHttpError(error: unknown): error is { status: number } {
  return (
    error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  );
}
