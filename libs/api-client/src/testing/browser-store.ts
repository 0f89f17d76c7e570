interface Row {
  readonly id: string;
  readonly [part: string]: unknown;
}
type Rows = Map<string, Row>;

interface Asked {
  result?: unknown;
  onsuccess?: () => void;
}

/**
 * Stands for the browser's own store, which jsdom has none of: as much of IndexedDB as drafts need. Transactions are done whole, one after the other, and what was on the
 * disk after each of them is there to be looked at.
 */
export class BrowserStore {
  /** What was on the disk after each transaction that wrote. */
  readonly commits: Rows[] = [];
  /** What happens while the store is being opened. */
  whileOpening: () => void = () => undefined;
  readonly #begun: (() => Promise<void>)[] = [];
  #working = false;

  constructor(public rows: Rows = new Map()) {}

  open(): Asked {
    const asked: Asked = {
      result: { transaction: (_name: string, mode: string) => this.#begin(mode), close: () => undefined },
    };
    void turn().then(() => {
      this.whileOpening();
      asked.onsuccess?.();
    });
    return asked;
  }

  #begin(mode: string): Transaction {
    const transaction = new Transaction();
    this.#begun.push(async () => {
      const rows = await transaction.doneOn(new Map(this.rows));
      if (mode === 'readwrite') this.commits.push((this.rows = rows));
      transaction.oncomplete?.();
    });
    if (!this.#working) void this.#work();
    return transaction;
  }

  async #work(): Promise<void> {
    this.#working = true;
    await turn();
    for (let next = this.#begun.shift(); next; next = this.#begun.shift()) await next();
    this.#working = false;
  }
}

class Transaction {
  oncomplete?: () => void;
  readonly #requests: ((rows: Rows) => void)[] = [];

  objectStore(): object {
    return {
      get: (id: string) => this.#request((rows) => rows.get(id)),
      put: (row: Row) => this.#request((rows) => rows.set(row.id, row)),
      delete: (id: string) => this.#request((rows) => rows.delete(id)),
      clear: () => this.#request((rows) => rows.clear()),
      openCursor: () => this.#cursor(),
    };
  }

  async doneOn(rows: Rows): Promise<Rows> {
    for (let next = this.#requests.shift(); next; next = this.#requests.shift()) {
      next(rows);
      await turn();
    }
    return rows;
  }

  #request(act: (rows: Rows) => unknown): Asked {
    const asked: Asked = {};
    this.#requests.push((rows) => {
      asked.result = act(rows);
      asked.onsuccess?.();
    });
    return asked;
  }

  #cursor(): Asked {
    const asked: Asked = {};
    const at = (ids: readonly string[]) => (rows: Rows) => {
      const [id, ...rest] = ids;
      asked.result =
        id === undefined
          ? null
          : { value: rows.get(id), delete: () => rows.delete(id), continue: () => this.#requests.push(at(rest)) };
      asked.onsuccess?.();
    };
    this.#requests.push((rows) => at([...rows.keys()])(rows));
    return asked;
  }
}

const turn = () => new Promise<void>((done) => setTimeout(done, 0));
