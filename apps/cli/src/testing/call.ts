import { tallgrunn } from '../tallgrunn.ts';

export interface Called {
  code: number;
  stdout: string;
  log: string;
  /** The JSON objects printed, one per line. */
  lines: Record<string, unknown>[];
}

/** Calls a command as another program would, and parses its output line by line. */
export async function call(...words: string[]): Promise<Called> {
  const said = { stdout: '', log: '' };
  const text = async (piece: string) => void (said.stdout += piece);
  const code = await tallgrunn(words, {
    text,
    line: (result) => text(`${JSON.stringify(result)}\n`),
    log: (message) => void (said.log += message),
  });
  const lines = said.stdout
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, ...said, lines };
}
