import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Finding } from '@tallgrunn/checks';
import {
  FileProblem,
  programBeside,
  runApart,
  spoolPrefix,
  StoppedApart,
  type ApartLimits,
  type StoppedBy,
} from '@tallgrunn/platform';
import type {
  CheckRequest,
  CheckSaid,
  CheckSummary,
  CopyMade,
  FurtherPlaces,
  RowsWanted,
  SharedFile,
} from './check-request.ts';

export interface CheckOutcome {
  readonly verdict: CheckSummary | null;
  /** Division of a file for several reports; null for a file of this report alone. */
  readonly shared: SharedFile | null;
  /** The copy stored instead of a file that holds data that must not be stored. */
  readonly copy: CopyMade | null;
  /** The first findings, up to the requested number. */
  readonly findings: readonly Finding[];
  readonly stoppedBy: StoppedBy | null;
  /** Last output of a subprocess that crashed. */
  readonly said: string;
}

interface CheckOptions {
  readonly limits: ApartLimits;
  /** Size of the file in bytes; default: small. */
  readonly sizeBytes?: number;
  /** Lets a subprocess that has read another file with the same reuse key read this one; see `runApart`. */
  readonly reuseFor?: string | undefined;
  readonly onRows?: (rows: number) => void;
  /**
   * Receives the accepted lines, as COPY text, while the file is read; required when rows are requested. An error
   * thrown by it ends the check. Called again when the lines of the first call were invalid.
   */
  readonly pour?: (lines: Readable) => Promise<unknown>;
  readonly program?: string;
}

const nothing = { verdict: null, shared: null, copy: null, findings: [] } as const;

interface Heard extends Pick<CheckOutcome, 'verdict' | 'shared' | 'copy' | 'findings'> {
  /** True when everything received and poured must be discarded. */
  readonly again: boolean;
}

/** Reads and checks one file in a supervised subprocess, so that a hostile file ends only that process. */
export async function runCheck(request: CheckRequest, options: CheckOptions): Promise<CheckOutcome> {
  const { limits, sizeBytes, reuseFor, onRows, pour, program = programBeside(import.meta.url, 'check-file') } = options;
  try {
    const { again, ...heard } = await hear(
      runApart<CheckSaid>({ program, request, limits, sizeBytes, reuseFor, pour }),
      onRows,
    );
    if (again && !request.lookFirst) return await runCheck({ ...request, lookFirst: true }, options);
    return { ...heard, stoppedBy: heard.verdict ? null : 'crash', said: '' };
  } catch (error) {
    // Earlier files in a reused subprocess may have caused the failure, so the file is read once more by a new
    // subprocess.
    if (error instanceof StoppedApart && error.wasReused && error.stoppedBy !== 'time')
      return runCheck(request, { ...options, reuseFor: undefined });
    if (error instanceof StoppedApart) return { ...nothing, stoppedBy: error.stoppedBy, said: error.said };
    // readers report file problems in the check result; this one escaped
    if (error instanceof FileProblem) return { ...nothing, stoppedBy: 'crash', said: error.code };
    throw error;
  }
}

async function hear(said: AsyncIterable<CheckSaid>, onRows?: (rows: number) => void): Promise<Heard> {
  let verdict: CheckSummary | null = null;
  let shared: SharedFile | null = null;
  let copy: CopyMade | null = null;
  let again = false;
  const further: FurtherPlaces[] = [];
  const findings: Finding[] = [];
  for await (const each of said) {
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
export interface WaitingRows extends Pick<RowsWanted, 'quarantinedFile' | 'findingsFile' | 'copyFile'> {
  readonly linesFile: string;
  clear(): Promise<void>;
}

export async function waitingRows(folder: string): Promise<WaitingRows> {
  const own = await mkdtemp(path.join(folder, spoolPrefix('checking')));
  return {
    linesFile: path.join(own, 'lines'),
    quarantinedFile: path.join(own, 'quarantined'),
    findingsFile: path.join(own, 'findings'),
    copyFile: path.join(own, 'copy'),
    clear: () => rm(own, { recursive: true, force: true }),
  };
}
