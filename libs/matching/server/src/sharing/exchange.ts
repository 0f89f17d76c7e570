interface Round {
  readonly laid: Map<number, string>;
  readonly full: PromiseWithResolvers<void>;
}

/** A table at which each of several sessions lays down what it has found, and takes up what the others have. */
export class Exchange {
  readonly #rounds = new Map<string, Round>();
  #failure: unknown;

  constructor(private readonly seats: number) {}

  /** Waits until every seat has laid down something of that name; what the others laid. */
  async swap(name: string, seat: number, own: string): Promise<string[]> {
    if (this.#failure !== undefined) throw this.#failure;
    const round = this.#rounds.get(name) ?? { laid: new Map<number, string>(), full: Promise.withResolvers<void>() };
    this.#rounds.set(name, round);
    round.laid.set(seat, own);
    if (round.laid.size === this.seats) round.full.resolve();
    await round.full.promise;
    return [...round.laid].filter(([at]) => at !== seat).map(([, laid]) => laid);
  }

  /** A session will not come: nobody waits for it. */
  breakOff(failure: unknown): void {
    this.#failure ??= failure;
    for (const { full } of this.#rounds.values()) full.reject(failure);
  }
}
