/** One place where the house's rules are broken. */
export interface Breach {
  /** Path below the checked folder. */
  file: string;
  /** 1-based; absent when the whole file is meant. */
  line?: number;
  said: string;
}

/** One line per breach, sorted, for a failing test to show. */
export const told = (breaches: Breach[]): string[] =>
  breaches.map(({ file, line, said }) => `${file}${line ? `:${line}` : ''} ${said}`).sort();
