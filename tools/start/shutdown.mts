const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What must be ended, in reverse order of starting, when the operator or a failure ends the whole. */
export class Shutdown {
  readonly #steps: (() => void | Promise<void>)[] = [];
  readonly #aborter = new AbortController();

  /** Aborted at the first signal: a step still under way gives up. */
  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  /** Registers how to end what was just started. */
  later(step: () => void | Promise<void>): void {
    this.#steps.push(step);
  }

  /** Ends everything, last started first. A step that fails does not keep the others from ending. */
  async now(): Promise<void> {
    this.#aborter.abort();
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        process.stderr.write(`${String(error)}\n`);
      }
    }
  }

  /** The first signal ends everything in order. Ctrl-C arrives twice, from the terminal and through npm: the rest is not heard. */
  onSignals(say: (text: string) => void): void {
    let asked = false;
    const end = async () => {
      if (asked) return;
      asked = true;
      say('Stopping ...');
      await this.now();
      process.exit(0);
    };
    for (const signal of signals) process.on(signal, () => void end());
  }
}
