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
  /** How a file for several reports was divided; null for a file of this report alone. */
  readonly shared: SharedFile | null;
  /** What is kept instead of the file, when it holds what must not be stored. */
  readonly copy: CopyMade | null;
  /** The first findings, as many as were asked for. */
  readonly findings: readonly Finding[];
  readonly stoppedBy: StoppedBy | null;
  /** The last words of a process that fell. */
  readonly said: string;
}

interface CheckOptions {
  readonly limits: ApartLimits;
  /** Bytes of the file; small when left out. */
  readonly sizeBytes?: number;
  /** Lets a process that has read another file of the same name of reuse read this one; see `runApart`. */
  readonly reuseFor?: string | undefined;
  readonly onRows?: (rows: number) => void;
  /** Takes the accepted lines, as COPY's text, while the file is read; needed when rows are wanted. An error of its own ends the check. Called again when the lines it was given are none. */
  readonly pour?: (lines: Readable) => Promise<unknown>;
  readonly program?: string;
}

const nothing = { verdict: null, shared: null, copy: null, findings: [] } as const;

interface Heard extends Pick<CheckOutcome, 'verdict' | 'shared' | 'copy' | 'findings'> {
  /** All that was heard and poured is to be thrown away. */
  readonly again: boolean;
}

/** Reads and checks one file in a process of its own, which is watched from outside: a hostile file ends that process and nothing else. */
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
    // The file is not blamed for what others before it left in the process: it is read by one of its own.
    if (error instanceof StoppedApart && error.wasReused && error.stoppedBy !== 'time')
      return runCheck(request, { ...options, reuseFor: undefined });
    if (error instanceof StoppedApart) return { ...nothing, stoppedBy: error.stoppedBy, said: error.said };
    if (error instanceof FileProblem) return { ...nothing, stoppedBy: 'crash', said: error.code }; // what a reader finds is a verdict: this one came past it
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

/** Rows that wait in files until the lines are in; `clear` takes them away. */
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
