import type { DocumentKind, Params, DocumentLocation, Refused } from './reading.ts';

/** Thrown inside the readers when a document cannot be read at all. The exported functions convert it to `Refused`. */
export class FormatProblem extends Error {
  readonly code: string;
  readonly params: Params;
  readonly place: DocumentLocation | null;

  constructor(code: string, params: Params = {}, place: DocumentLocation | null = null) {
    super(code);
    this.name = 'FormatProblem';
    this.code = code;
    this.params = params;
    this.place = place;
  }
}

/** Converts a problem to a refused reading with one finding that blocks the file. */
export function refused(
  kind: DocumentKind,
  name: string,
  problem: { code: string; params: Params; place?: DocumentLocation | null },
): Refused {
  const { code, place = null } = problem;
  const params =
    code === 'document-type-not-supported'
      ? { root: problem.params['found'] ?? kind, ...problem.params }
      : problem.params;
  const found = 'found' in params ? String(params['found']) : null;
  return {
    ok: false,
    kind,
    name,
    code,
    document: null,
    findings: [{ code, severity: 'blocksFile', place, found, expected: null, params }],
  };
}
