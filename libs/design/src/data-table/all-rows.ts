/** Maximum number of rows in a download of a paged table. */
export const DOWNLOAD_ROWS_MAX = 20_000;

/** All rows of a table that shows some of them. `isCut`: there are more rows than a download may contain. */
export interface AllRows<T> {
  readonly rows: readonly T[];
  readonly isCut: boolean;
}

/** Fetches all rows and reports how many have been fetched. */
export type FetchAllRows<T> = (progress: (count: number) => void) => Promise<AllRows<T>>;

/**
 * Fetches pages until one is empty or the last, or the limit is reached. `next` of a page is passed to the following
 * call.
 */
export async function fetchAllPages<T, N>(
  page: (after: N | null) => Promise<{ readonly rows: readonly T[]; readonly next: N | null }>,
  progress: (count: number) => void,
  rowsMax = DOWNLOAD_ROWS_MAX,
): Promise<AllRows<T>> {
  const rows: T[] = [];
  let after: N | null = null;
  do {
    const fetched: { readonly rows: readonly T[]; readonly next: N | null } = await page(after);
    rows.push(...fetched.rows);
    progress(rows.length);
    after = fetched.rows.length > 0 ? fetched.next : null;
  } while (after !== null && rows.length < rowsMax);
  return { rows: rows.slice(0, rowsMax), isCut: after !== null || rows.length > rowsMax };
}
