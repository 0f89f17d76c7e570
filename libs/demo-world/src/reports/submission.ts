/** `refused` was checked and could not be handed in; `waiting` is not handed in yet. */
export type Outcome = 'accepted' | 'returned' | 'refused' | 'waiting';

export interface Submission {
  supplier: string;
  agreement: string;
  /** Key of the branch, where a chain reports branch by branch. */
  branch: string | null;
  period: string;
  /** Counts what is handed in; null for what never was. */
  version: number | null;
  /** 'YYYY-MM-DD HH:MM' in Europe/Oslo, or null while it waits. */
  at: string | null;
  by: string;
  outcome: Outcome;
  /** Accepted only after the world ends: at `asOf` it waits for the contract manager, and whoever tries the demo decides. */
  decidedLater: boolean;
  /** What is planted in the file, with how many rows ('' for a file without plants). */
  plants: { kind: string; count: number }[];
  nil: boolean;
  reason: string;
}
