import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Finding } from '@tallgrunn/checks';
import {
  FileProblem,
  programPath,
  runInSubprocess,
  spoolPrefix,
  SubprocessStopped,
  type SubprocessLimits,
  type StopReason,
} from '@tallgrunn/platform';
import type {
  CheckRequest,
  CheckOutput,
  CheckResultSummary,
  RedactedCopy,
  OverflowFindings,
  RowOutput,
  SharedFile,
} from './check-request.ts';

export interface CheckOutcome {
  readonly verdict: CheckResultSummary | null;
  /** Division of a file for several reports; null for a file of this report alone. */
  readonly shared: SharedFile | null;
  /** The copy stored instead of a file that holds data that must not be stored. */
  readonly copy: RedactedCopy | null;
  /** The first findings, up to the requested number. */
  readonly findings: readonly Finding[];
  readonly stoppedBy: StopReason | null;
  /** Last output of a subprocess that crashed. */
  readonly said: string;
}

interface CheckOptions {
  readonly limits: SubprocessLimits;
  /** Size of the file in bytes; default: small. */
  readonly sizeBytes?: number;
  /** Lets a subprocess that has read another file with the same reuse key read this one; see `runInSubprocess`. */
  readonly reuseFor?: string | undefined;
  readonly onRows?: (rows: number) => void;
  /**
   * Receives the accepted lines, as COPY text, while the file is read; required when rows are requested. An error
   * thrown by it ends the check. Called again when the lines of the first call were invalid.
   */
  readonly pour?: (lines: Readable) => Promise<unknown>;
  readonly program?: string;
}

const noResult = { verdict: null, shared: null, copy: null, findings: [] } as const;

interface SubprocessResult extends Pick<CheckOutcome, 'verdict' | 'shared' | 'copy' | 'findings'> {
  /** True when everything received and poured must be discarded. */
  readonly again: boolean;
}

/** Reads and checks one file in a supervised subprocess, so that a hostile file ends only that process. */
export async function runCheck(request: CheckRequest, options: CheckOptions): Promise<CheckOutcome> {
  const { limits, sizeBytes, reuseFor, onRows, pour, program = programPath(import.meta.url, 'check-file') } = options;
  try {
    const { again, ...result } = await collectOutput(
      runInSubprocess<CheckOutput>({ program, request, limits, sizeBytes, reuseFor, pour }),
      onRows,
    );
    if (again && !request.lookFirst) return await runCheck({ ...request, lookFirst: true }, options);
    return { ...result, stoppedBy: result.verdict ? null : 'crash', said: '' };
  } catch (error) {
    // Earlier files in a reused subprocess may have caused the failure, so the file is read once more by a new
    // subprocess.
    if (error instanceof SubprocessStopped && error.wasReused && error.stoppedBy !== 'time')
      return runCheck(request, { ...options, reuseFor: undefined });
    if (error instanceof SubprocessStopped) return { ...noResult, stoppedBy: error.stoppedBy, said: error.errorOutput };
    // readers report file problems in the check result; this one escaped
    if (error instanceof FileProblem) return { ...noResult, stoppedBy: 'crash', said: error.code };
    throw error;
  }
}

async function collectOutput(
  output: AsyncIterable<CheckOutput>,
  onRows?: (rows: number) => void,
): Promise<SubprocessResult> {
  let verdict: CheckResultSummary | null = null;
  let shared: SharedFile | null = null;
  let copy: RedactedCopy | null = null;
  let again = false;
  const further: OverflowFindings[] = [];
  const findings: Finding[] = [];
  for await (const each of output) {
    if ('rows' in each) onRows?.(each.rows);
    else if ('further' in each) further.push(each.further);
    else if ('findings' in each) findings.push(...each.findings);
    else if ('shared' in each) shared = each.shared;
    else if ('copy' in each) copy = each.copy;
    else if ('again' in each) again = true;
    else verdict = { ...each.verdict, further };
  }
  return { verdict, shared, copy, findings, again };
}

/** Files of rows that wait until the lines are stored; `clear` deletes them. */
export interface PendingRows extends Pick<RowOutput, 'quarantinedFile' | 'findingsFile' | 'copyFile'> {
  readonly linesFile: string;
  clear(): Promise<void>;
}

export async function createPendingRows(folder: string): Promise<PendingRows> {
  const own = await mkdtemp(path.join(folder, spoolPrefix('checking')));
  return {
    linesFile: path.join(own, 'lines'),
    quarantinedFile: path.join(own, 'quarantined'),
    findingsFile: path.join(own, 'findings'),
    copyFile: path.join(own, 'copy'),
    clear: () => rm(own, { recursive: true, force: true }),
  };
}
