import { tallgrunn } from '../tallgrunn.ts';

export interface CommandOutput {
  code: number;
  stdout: string;
  log: string;
  /** The JSON objects printed, one per line. */
  lines: Record<string, unknown>[];
}

/** Calls a command as another program would, and parses its output line by line. */
export async function runCommand(...argv: string[]): Promise<CommandOutput> {
  const printed = { stdout: '', log: '' };
  const text = async (piece: string) => void (printed.stdout += piece);
  const code = await tallgrunn(argv, {
    text,
    line: (result) => text(`${JSON.stringify(result)}\n`),
    log: (message) => void (printed.log += message),
  });
  const lines = printed.stdout
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, ...printed, lines };
}
