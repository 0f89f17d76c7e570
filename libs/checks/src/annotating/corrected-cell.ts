/** A cell that was corrected outside the file. `column` is 0-based. */
export interface CorrectedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** corrected value */
  readonly value: string;
  /** original value; undefined when only the file contains it */
  readonly was?: string;
}
