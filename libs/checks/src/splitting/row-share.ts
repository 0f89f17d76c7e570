/** Rows of one sheet as ordered ranges of first and last row, 1-based. */
export interface SheetRows {
  readonly sheet: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** Columns of one sheet, 0-based, in order. */
export interface SheetColumns {
  readonly sheet: string;
  readonly columns: readonly number[];
}

/**
 * Division of a file between one report and others: the rows of the others, and all columns used for the division by
 * any of them.
 */
export interface Division {
  readonly elsewhere: readonly SheetRows[];
  readonly columns: readonly SheetColumns[];
}

/** The rows of a sheet that belong to a report. */
export interface RowShare {
  holds(row: number): boolean;
}

/** Collects rows in file order. */
export class RowCollector {
  private readonly sheets = new Map<string, [number, number][]>();

  add(sheet: string, row: number): void {
    let ranges = this.sheets.get(sheet);
    if (!ranges) this.sheets.set(sheet, (ranges = []));
    const last = ranges.at(-1);
    if (last && row <= last[1] + 1) last[1] = Math.max(last[1], row);
    else ranges.push([row, row]);
  }

  list(): SheetRows[] {
    return [...this.sheets].map(([sheet, ranges]) => ({ sheet, ranges }));
  }
}

const emptyShare: RowShare = { holds: () => false };

/** Returns a lookup of each sheet's rows by binary search; null for a sheet that is not listed. */
export function shareLookup(share: readonly SheetRows[]): (sheet: string) => RowShare | null {
  const bySheet = new Map(share.map(({ sheet, ranges }) => [sheet, ranges]));
  return (sheet) => {
    const ranges = bySheet.get(sheet);
    if (!ranges || ranges.length === 0) return null;
    return {
      holds: (row) => {
        let [low, high] = [0, ranges.length - 1];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (row > ranges[middle]![1]) low = middle + 1;
          else high = middle;
        }
        return row >= ranges[low]![0] && row <= ranges[low]![1];
      },
    };
  };
}

/** The share of a sheet without any line of the report. */
export const noRows = emptyShare;
