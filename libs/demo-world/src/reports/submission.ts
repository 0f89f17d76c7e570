/** `refused` was checked and could not be submitted; `waiting` is not submitted yet. */
export type Outcome = 'accepted' | 'returned' | 'refused' | 'waiting';

export interface Submission {
  supplier: string;
  agreement: string;
  /** Key of the branch, where a chain reports per branch. */
  branch: string | null;
  period: string;
  /** Version number of submitted reports; null for a report that was never submitted. */
  version: number | null;
  /** 'YYYY-MM-DD HH:MM' in Europe/Oslo; null while it is not submitted. */
  at: string | null;
  by: string;
  outcome: Outcome;
  /** True if accepted only after the world's end: at `asOf` it is in review, and the user of the demo decides. */
  decidedLater: boolean;
  /** The planted mistakes, with the number of rows of each. */
  plants: { kind: string; count: number }[];
  nil: boolean;
  reason: string;
}
