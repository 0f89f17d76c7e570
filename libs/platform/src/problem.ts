import { HttpException } from '@nestjs/common';

/** One mistake in the input: where it is, the value found and the value expected. */
export interface Issue {
  readonly code: string;
  readonly path?: string;
  readonly params?: Record<string, unknown>;
}

/** An RFC 9457 problem. The code is stable; the page translates it into a sentence in the user's language. */
export class Problem extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    readonly params: Record<string, unknown> = {},
    readonly issues: readonly Issue[] = [],
    /** Additional members of the response, besides those every problem has. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(code, status);
  }
}

/**
 * Returns the problem 'not-found' (404), for a resource that does not exist or that the actor may not see. Both look
 * the same.
 */
export const notFound = (kind: string) => new Problem(404, 'not-found', { kind });
