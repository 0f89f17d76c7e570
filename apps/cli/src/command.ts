import type { Output } from './output.ts';

/** Fine; findings that block; wrong usage; our fault. */
export const exit = { fine: 0, blocked: 1, usage: 2, fault: 3 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

export interface Command {
  /** What `--help` prints, in English. */
  readonly help: string;
  run(words: string[], output: Output): Promise<ExitCode>;
}

/** The command was called in a way it does not know: exit 2, with this text. */
export class WrongUsage extends Error {}
