/** Rows of one sheet, as first and last row of each stretch, in order. Rows count from 1. */
export interface SheetRows {
  readonly sheet: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** Columns of one sheet, by index from 0, in order. */
export interface SheetColumns {
  readonly sheet: string;
  readonly columns: readonly number[];
}

/** How one report shares a file with others: the rows they answer for, and every column that the division reads, theirs included. */
export interface Division {
  readonly elsewhere: readonly SheetRows[];
  readonly columns: readonly SheetColumns[];
}

/** Whether a row of a sheet is among those that a report answers for. */
export interface RowShare {
  holds(row: number): boolean;
}

/** Gathers rows in the order of the file. */
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

const nothing: RowShare = { holds: () => false };

/** Finds the rows of each sheet by halving; a sheet that is not named has none. */
export function indexShare(share: readonly SheetRows[]): (sheet: string) => RowShare | null {
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

/** The share of a sheet that no line of the report stands on. */
export const noRows = nothing;
