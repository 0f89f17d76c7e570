import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { FileProblem, programBeside, runApart, StoppedApart, type ApartLimits, type StoppedBy } from '@tallgrunn/platform';
import type { CheckRequest, CheckSaid, CheckSummary, FurtherPlaces, SharedFile } from './check-request.ts';

export interface CheckOutcome {
  readonly verdict: CheckSummary | null;
  /** How a file for several reports was divided; null for a file of this report alone. */
  readonly shared: SharedFile | null;
  readonly stoppedBy: StoppedBy | null;
  /** The last words of a process that fell. */
  readonly said: string;
  readonly out: CheckRequest['out'];
  /** Takes the rows away again. */
  clear(): Promise<void>;
}

interface CheckOptions {
  readonly folder: string;
  readonly limits: ApartLimits;
  readonly onRows?: (rows: number) => void;
  readonly program?: string;
}

/**
 * Reads and checks one file in a process of its own, which is watched from outside: a hostile file ends that process and nothing else.
 * The rows lie in files of `folder` until `clear`.
 */
export async function runCheck(request: Omit<CheckRequest, 'out'>, { folder, limits, onRows, program = programBeside(import.meta.url, 'check-file') }: CheckOptions): Promise<CheckOutcome> {
  const own = await mkdtemp(path.join(folder, 'checking-'));
  const out = { lines: path.join(own, 'lines'), quarantined: path.join(own, 'quarantined'), findings: path.join(own, 'findings') };
  const rest = { out, clear: () => rm(own, { recursive: true, force: true }) };
  try {
    const { verdict, shared } = await hear(runApart<CheckSaid>({ program, request: { ...request, out } satisfies CheckRequest, limits }), onRows);
    return { verdict, shared, stoppedBy: verdict ? null : 'crash', said: '', ...rest };
  } catch (error) {
    if (error instanceof StoppedApart) return { verdict: null, shared: null, stoppedBy: error.stoppedBy, said: error.said, ...rest };
    if (error instanceof FileProblem) return { verdict: null, shared: null, stoppedBy: 'crash', said: error.code, ...rest }; // what a reader finds is a verdict: this one came past it
    await rest.clear();
    throw error;
  }
}

async function hear(said: AsyncIterable<CheckSaid>, onRows?: (rows: number) => void): Promise<{ verdict: CheckSummary | null; shared: SharedFile | null }> {
  let verdict: CheckSummary | null = null;
  let shared: SharedFile | null = null;
  const further: FurtherPlaces[] = [];
  for await (const each of said) {
    if ('rows' in each) onRows?.(each.rows);
    else if ('further' in each) further.push(each.further);
    else if ('shared' in each) shared = each.shared;
    else verdict = { ...each.verdict, further };
  }
  return { verdict, shared };
}
