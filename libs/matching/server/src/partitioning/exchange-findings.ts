interface Round {
  readonly laid: Map<number, string>;
  readonly full: PromiseWithResolvers<void>;
}

/** Exchange of results between the sessions of a run. */
export class Exchange {
  readonly #rounds = new Map<string, Round>();
  #failure: unknown;

  constructor(private readonly seats: number) {}

  /**
   * Waits until every session has provided a value under the name. Returns the values of the others.
   * @throws the failure of another session
   */
  async swap(name: string, index: number, own: string): Promise<string[]> {
    if (this.#failure !== undefined) throw this.#failure;
    const round = this.#rounds.get(name) ?? { laid: new Map<number, string>(), full: Promise.withResolvers<void>() };
    this.#rounds.set(name, round);
    round.laid.set(index, own);
    if (round.laid.size === this.seats) round.full.resolve();
    await round.full.promise;
    return [...round.laid].filter(([at]) => at !== index).map(([, laid]) => laid);
  }

  /** Reports a failed session: the others stop waiting. */
  fail(failure: unknown): void {
    this.#failure ??= failure;
    for (const { full } of this.#rounds.values()) full.reject(failure);
  }
}
