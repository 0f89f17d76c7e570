import type { WrittenCopy } from './write-copy.ts';

/**
 * Request to a redacting program: read the file at `path`. If it contains personal data, write the redacted copy to
 * `copyPath`.
 */
export interface RedactRequest {
  readonly path: string;
  readonly name: string;
  readonly copyPath: string;
}

/** Response of a redacting program. */
export interface RedactResponse {
  /** Null when no personal data was found: the file is stored unchanged. */
  readonly copy: ({ readonly name: string } & WrittenCopy) | null;
}
