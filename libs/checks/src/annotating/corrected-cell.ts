/** A cell that was corrected beside the file. `column` counts from 0. */
export interface CorrectedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** what it is corrected to */
  readonly value: string;
  /** what stands in the file; left out where only the file tells */
  readonly was?: string;
}
