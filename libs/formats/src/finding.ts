import type { FormatFinding, Params, DocumentLocation, FindingSeverity } from './reading.ts';

interface DocumentFindingInput {
  readonly place?: DocumentLocation | null;
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly params?: Params;
}

/** Builds a finding. Omitted fields become null, omitted params an empty object. */
export function finding(code: string, severity: FindingSeverity, input: DocumentFindingInput = {}): FormatFinding {
  return {
    code,
    severity,
    place: input.place ?? null,
    found: input.found ?? null,
    expected: input.expected ?? null,
    params: input.params ?? {},
  };
}
