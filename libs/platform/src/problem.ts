import { HttpException } from '@nestjs/common';

/** One thing wrong with what was sent: where, what was found, what was expected. */
export interface Issue {
  readonly code: string;
  readonly path?: string;
  readonly params?: Record<string, unknown>;
}

/** An RFC 9457 problem. The code is stable and becomes a sentence in the reader's language on the page. */
export class Problem extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    readonly params: Record<string, unknown> = {},
    readonly issues: readonly Issue[] = [],
    /** What else the answer holds, beside the members every problem has. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(code, status);
  }
}

/** The thing asked for is not there, or not for you: both answer alike. */
export const notFound = (kind: string) => new Problem(404, 'not-found', { kind });
