import { messageOf, type FormatFinding } from '@tallgrunn/formats';
import type { Language } from '@tallgrunn/values';
import type { PrintedFinding } from '../finding.ts';
import type { OpenFile } from '../open-file.ts';
import type { Output } from '../output.ts';

/** What a reader is given: one open file, how it was called, and where the result goes. */
export interface Reading {
  readonly file: string;
  readonly source: OpenFile;
  readonly language: Language;
  readonly output: Output;
  /** What --profile said. */
  readonly profile: string | undefined;
}

/** The line that `read` prints for a file. */
export interface ReadResult {
  file: string;
  ok: boolean;
  kind: string;
  /** Why it was refused. */
  code?: string;
  document: unknown;
  findings: PrintedFinding[];
}

/** Reads one file and prints its line; answers whether nothing of it was refused or set aside. */
export type Reader = (reading: Reading) => Promise<boolean>;

export async function print(output: Output, result: ReadResult): Promise<boolean> {
  await output.line(result);
  return result.ok;
}

export const printedFinding = (finding: FormatFinding, language: Language): PrintedFinding => ({
  ...finding,
  class: 0,
  message: messageOf(finding, language),
});

export const stops = ({ severity }: { severity: string }): boolean =>
  severity === 'blocksFile' || severity === 'blocksRow';
