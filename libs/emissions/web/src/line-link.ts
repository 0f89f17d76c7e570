export interface LineLink {
  readonly link: readonly unknown[];
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Returns the link to a line. With permission to audit runs: the line of that run, with its source cells; otherwise the
 * line in the combined table. Null if the user may see neither.
 */
export function lineLink(
  permissions: ReadonlySet<string>,
  run: number | undefined,
  batchId: string,
  lineNo: number,
): LineLink | null {
  if (run !== undefined && permissions.has('emissions.audit'))
    return { link: ['/published', run, 'lines', batchId, lineNo], query: {} };
  return permissions.has('combined.read') ? { link: ['/combined'], query: { line: `s${batchId}:${lineNo}` } } : null;
}
