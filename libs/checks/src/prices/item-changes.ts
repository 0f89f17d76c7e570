/** An item number that was replaced: from that day on, `old` is `new`. */
export interface ItemChange {
  readonly old: string;
  readonly new: string;
  readonly on: string;
}

/** Returns the current number after any number of changes; a cycle ends where it began. */
export function currentItemNumber(changes: ReadonlyMap<string, string>, number: string): string {
  const visited = new Set<string>();
  let current = number;
  while (!visited.has(current)) {
    visited.add(current);
    current = changes.get(current) ?? current;
  }
  return current;
}
