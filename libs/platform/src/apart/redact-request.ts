import type { WrittenCopy } from './write-copy.ts';

/** What a program that redacts is asked: to go through the file at `path`, and to write its copy to `copyPath` where it holds persons. */
export interface RedactRequest {
  readonly path: string;
  readonly name: string;
  readonly copyPath: string;
}

/** What such a program answers. */
export interface RedactReply {
  /** Null where no person was found: the file is kept as it is. */
  readonly copy: ({ readonly name: string } & WrittenCopy) | null;
}
