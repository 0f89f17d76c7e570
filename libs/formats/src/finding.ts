import type { FormatFinding, Params, Place, Severity } from './reading.ts';

interface Told {
  readonly place?: Place | null;
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly params?: Params;
}

/** Builds a finding. Omitted fields become null, omitted params an empty object. */
export function finding(code: string, severity: Severity, told: Told = {}): FormatFinding {
  return {
    code,
    severity,
    place: told.place ?? null,
    found: told.found ?? null,
    expected: told.expected ?? null,
    params: told.params ?? {},
  };
}
