/** A download holds at most so many rows of a table that comes in pages. */
export const DOWNLOAD_ROWS_MAX = 20_000;

/** All rows behind a table that shows some of them. `isCut`: there were more than a download holds. */
export interface AllRows<T> {
  readonly rows: readonly T[];
  readonly isCut: boolean;
}

/** Fetches them all, and says how many have come. */
export type FetchAllRows<T> = (progress: (count: number) => void) => Promise<AllRows<T>>;

/** Fetches page after page until one is empty, has no next one or the limit is reached. `next` of a page is what the following one begins at. */
export async function allPages<T, N>(
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
