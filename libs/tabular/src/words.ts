/** What the sentence of a problem may use; empty where the problem does not say. */
export interface ProblemWords {
  kind: string;
  found: string;
  expected: string;
  foundMb: string;
  expectedMb: string;
  place: string;
  part: string;
  /** The number of the row, and the name of a field of JSON lines. */
  row: string;
  field: string;
}

/** What the sentence of a note may use. */
export interface NoteWords {
  sheet: string;
  row: string;
  count: string;
  ending: string;
  found: string;
  many(forms: { one: string; other: string }): string;
}
