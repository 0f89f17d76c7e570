import type { ParamValue, Params } from './finding.ts';

/** What `tabular` throws when bytes cannot be read as a table. */
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

/** Parameters of a read problem as a finding keeps them. */
export function problemParams(problem: ReadProblemLike): Params {
  const kept = Object.entries(problem.params ?? {}).map(([name, value]): [string, ParamValue] => [
    name,
    typeof value === 'number' || typeof value === 'string' ? value : String(value),
  ]);
  // A reader's own word for what is amiss ("missing") is none for people.
  return { ...Object.fromEntries(kept), reason: problem.code };
}
