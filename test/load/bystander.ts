import { setTimeout as pause } from 'node:timers/promises';

export interface Wait {
  readonly ms: number;
  readonly status: number;
}

/** A user who opens the first page and the health endpoint, ten times a second. */
export class Bystander {
  constructor(private readonly address: string) {}

  /** Sends requests until `other` is over. */
  async watch(other: Promise<unknown>): Promise<Wait[]> {
    const waits: Wait[] = [];
    let isOver = false;
    const ended = other.finally(() => (isOver = true));
    const polling = (async () => {
      while (!isOver) {
        for (const path of ['/api/v1/health', '/']) waits.push(await this.#request(path));
        await pause(100);
      }
    })();
    await Promise.all([ended, polling]);
    return waits;
  }

  async #request(path: string): Promise<Wait> {
    const began = performance.now();
    const response = await fetch(`${this.address}${path}`);
    await response.arrayBuffer();
    return { ms: performance.now() - began, status: response.status };
  }
}

/** Returns the median, the 95th percentile and the longest wait, in ms. */
export function waitsOf(waits: readonly Wait[]): { p50: number; p95: number; longest: number; asked: number } {
  const sorted = waits.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), longest: at(1), asked: sorted.length };
}
