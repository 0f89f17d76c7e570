/** A violation of an architecture rule. */
export interface Violation {
  /** Path relative to the checked folder. */
  file: string;
  /** 1-based; absent for the whole file. */
  line?: number;
  said: string;
}

/** Returns one line per violation, sorted, for the output of a failing test. */
export const formatViolations = (breaches: Violation[]): string[] =>
  breaches.map(({ file, line, said }) => `${file}${line ? `:${line}` : ''} ${said}`).sort();
