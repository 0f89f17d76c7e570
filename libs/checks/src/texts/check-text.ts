/** What is said about one kind of finding. */
export interface CheckText {
  /** over a group of findings: what they have in common */
  readonly title: string;
  /** one finding: place, found, expected */
  readonly message: string;
  /** what a person can do */
  readonly todo: string;
}
