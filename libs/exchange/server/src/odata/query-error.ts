/** A query error: the option, the position in its value, and the reason. */
export class QueryError extends Error {
  constructor(
    /**
     * `invalid`: breaks the syntax or names something unknown. `unsupported`: allowed by OData but not by this feed.
     */
    readonly kind: 'invalid' | 'unsupported',
    message: string,
    readonly at: number,
    /** The option with the error, once known. */
    readonly option: string | null = null,
  ) {
    super(message);
  }

  /** Returns the same error with its option. */
  within(option: string): QueryError {
    return this.option === null ? new QueryError(this.kind, this.message, this.at, option) : this;
  }
}

export const invalid = (message: string, at: number): QueryError => new QueryError('invalid', message, at);

export const unsupported = (what: string, at: number): QueryError =>
  new QueryError('unsupported', `${what} is not supported by this feed.`, at);
