/** Reasons why a file cannot be read. The messages are in texts.ts. */
export type ReadProblemCode =
  | 'file-empty'
  | 'not-a-table'
  | 'document-type-not-supported'
  | 'password-protected'
  | 'workbook-damaged'
  | 'zip-damaged'
  | 'zip-bomb'
  | 'xml-doctype'
  | 'active-content'
  | 'too-large'
  | 'too-many-sheets'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-texts'
  | 'cell-too-long'
  | 'line-not-json'
  | 'line-value-nested';

export type ReadProblemParams = Readonly<Record<string, string | number>>;

/** The only error that reading throws deliberately: the file is at fault, and the params state where and why. */
export class ReadProblem extends Error {
  readonly code: ReadProblemCode;
  readonly params: ReadProblemParams;

  constructor(code: ReadProblemCode, params: ReadProblemParams = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'ReadProblem';
    this.code = code;
    this.params = params;
  }
}
