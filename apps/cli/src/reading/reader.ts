import { messageOf, type FormatFinding } from '@tallgrunn/formats';
import type { Language } from '@tallgrunn/values';
import type { PrintedFinding } from '../finding.ts';
import type { OpenFile } from '../open-file.ts';
import type { Output } from '../output.ts';

/** Input of a reader: an open file, its name, and the output. */
export interface Reading {
  readonly file: string;
  readonly source: OpenFile;
  readonly language: Language;
  readonly output: Output;
  /** Value of --profile. */
  readonly profile: string | undefined;
}

/** The line that `read` prints for a file. */
export interface ReadResult {
  file: string;
  ok: boolean;
  kind: string;
  /** Reason code of a rejection. */
  code?: string;
  document: unknown;
  findings: PrintedFinding[];
}

/** Reads one file and prints its line. Returns whether nothing was rejected or set aside. */
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
