/** An item that got another number: what `old` named is `new` from that day. */
export interface ItemChange {
  readonly old: string;
  readonly new: string;
  readonly on: string;
}

/** What a number is called now, through any number of changes; a circle ends where it began. */
export function numberNow(changes: ReadonlyMap<string, string>, number: string): string {
  const seen = new Set<string>();
  let now = number;
  while (!seen.has(now)) {
    seen.add(now);
    now = changes.get(now) ?? now;
  }
  return now;
}
