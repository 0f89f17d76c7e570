/** An item number that was replaced: from that day on, `old` is `new`. */
export interface ItemChange {
  readonly old: string;
  readonly new: string;
  readonly on: string;
}

/** Returns the current number after any number of changes; a cycle ends where it began. */
export function numberNow(changes: ReadonlyMap<string, string>, number: string): string {
  const seen = new Set<string>();
  let now = number;
  while (!seen.has(now)) {
    seen.add(now);
    now = changes.get(now) ?? now;
  }
  return now;
}
