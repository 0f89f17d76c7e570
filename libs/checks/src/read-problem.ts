import type { ParamValue, Params } from './finding.ts';

/** The error that `tabular` throws when bytes cannot be read as a table. */
export interface ReadProblemLike {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

export function isReadProblem(problem: unknown): problem is ReadProblemLike & Error {
  return (
    problem instanceof Error &&
    problem.name === 'ReadProblem' &&
    typeof (problem as { code?: unknown }).code === 'string'
  );
}

/** Returns the parameters of a read problem for a finding. */
export function problemParams(problem: ReadProblemLike): Params {
  const kept = Object.entries(problem.params ?? {}).map(([name, value]): [string, ParamValue] => [
    name,
    typeof value === 'number' || typeof value === 'string' ? value : String(value),
  ]);
  // The reader's internal reason ("missing") is not meant for users, so the code replaces it.
  return { ...Object.fromEntries(kept), reason: problem.code };
}
