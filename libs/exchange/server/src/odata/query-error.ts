/** A query that cannot be answered: which option, at which character of its value, and why. */
export class QueryError extends Error {
  constructor(
    /** `invalid`: it breaks the syntax or names what is not there. `unsupported`: OData allows it and this feed does not. */
    readonly kind: 'invalid' | 'unsupported',
    message: string,
    readonly at: number,
    /** The option that it stands in, once that is clear. */
    readonly option: string | null = null,
  ) {
    super(message);
  }

  /** The same error, in an option. */
  within(option: string): QueryError {
    return this.option === null ? new QueryError(this.kind, this.message, this.at, option) : this;
  }
}

export const invalid = (message: string, at: number): QueryError => new QueryError('invalid', message, at);

export const unsupported = (what: string, at: number): QueryError =>
  new QueryError('unsupported', `${what} is not supported by this feed.`, at);
