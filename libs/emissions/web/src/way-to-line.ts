export interface WayToLine {
  readonly link: readonly unknown[];
  readonly query: Readonly<Record<string, string>>;
}

/** To a line itself: as a run had it, down to the cells, for those who look into runs; else in the combined table. Null for those who may see neither. */
export function wayToLine(
  permissions: ReadonlySet<string>,
  run: number | undefined,
  batchId: string,
  lineNo: number,
): WayToLine | null {
  if (run !== undefined && permissions.has('emissions.audit'))
    return { link: ['/published', run, 'lines', batchId, lineNo], query: {} };
  return permissions.has('combined.read') ? { link: ['/combined'], query: { line: `s${batchId}:${lineNo}` } } : null;
}
