/** Values available to the message of a problem; empty when the problem lacks one. */
export interface ProblemMessageValues {
  kind: string;
  found: string;
  expected: string;
  foundMb: string;
  expectedMb: string;
  place: string;
  part: string;
  /** Row number and field name of a problem in JSON lines. */
  row: string;
  field: string;
}

/** Values available to the message of a note. */
export interface NoteMessageValues {
  sheet: string;
  row: string;
  count: string;
  ending: string;
  found: string;
  many(forms: { one: string; other: string }): string;
}
