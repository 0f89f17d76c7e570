import type { FormatFinding, Params, Place, Severity } from './reading.ts';

interface Told {
  readonly place?: Place | null;
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly params?: Params;
}

/** A finding with what is not said filled in. */
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
