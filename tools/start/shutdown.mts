const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Steps to run, in reverse order of starting, when the operator or a failure ends the programs. */
export class Shutdown {
  readonly #steps: (() => void | Promise<void>)[] = [];
  readonly #aborter = new AbortController();

  /** Aborted at the first signal, so that a step in progress gives up. */
  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  /** Registers the step that ends a part just started. */
  later(step: () => void | Promise<void>): void {
    this.#steps.push(step);
  }

  /** Ends everything, last started first. A failing step does not prevent the others from running. */
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

  /**
   * Ends everything in order at the first signal. Ctrl-C arrives twice, from the terminal and through npm: later
   * signals are ignored.
   */
  onSignals(print: (text: string) => void): void {
    let isStopping = false;
    const end = async () => {
      if (isStopping) return;
      isStopping = true;
      print('Stopping ...');
      await this.now();
      process.exit(0);
    };
    for (const signal of signals) process.on(signal, () => void end());
  }
}
