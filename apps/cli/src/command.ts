import type { Output } from './output.ts';

/** Exit codes: success; blocking findings; wrong usage; internal error. */
export const exit = { fine: 0, blocked: 1, usage: 2, fault: 3 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

export interface Command {
  /** Output of `--help`, in English. */
  readonly help: string;
  run(argv: string[], output: Output): Promise<ExitCode>;
}

/** Thrown for unknown or missing arguments: exit code 2 with this message. */
export class WrongUsage extends Error {}
