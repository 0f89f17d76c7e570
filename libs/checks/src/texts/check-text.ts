/** The texts of one kind of finding. */
export interface CheckText {
  /** title of a group of findings */
  readonly title: string;
  /** message of one finding: location, found, expected */
  readonly message: string;
  /** what the user can do */
  readonly todo: string;
}
