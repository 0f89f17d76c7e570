/**
 * A semaphore that is fair between owners. No owner may use more than its share of the slots. A free slot goes to the
 * owner with the fewest in use, then to the longest waiting request.
 */
export class Semaphore {
  readonly #inUse = new Map<string, number>();
  readonly #waiting: { readonly owner: string; readonly go: () => void }[] = [];
  readonly #perOwnerMax: number;
  #free: number;

  constructor(atOnceMax: number, perOwnerMax = atOnceMax) {
    this.#free = atOnceMax;
    this.#perOwnerMax = perOwnerMax;
  }

  async acquire(owner = ''): Promise<void> {
    if (this.#free > 0 && this.#countOf(owner) < this.#perOwnerMax) this.#begin(owner);
    else await new Promise<void>((go) => this.#waiting.push({ owner, go }));
  }

  release(owner = ''): void {
    this.#free += 1;
    const remaining = this.#countOf(owner) - 1;
    if (remaining > 0) this.#inUse.set(owner, remaining);
    else this.#inUse.delete(owner);
    const next = this.#next();
    if (!next) return;
    this.#waiting.splice(this.#waiting.indexOf(next), 1);
    this.#begin(next.owner);
    next.go();
  }

  #next() {
    const able = this.#waiting.filter(({ owner }) => this.#countOf(owner) < this.#perOwnerMax);
    const fewest = Math.min(...able.map(({ owner }) => this.#countOf(owner)));
    return able.find(({ owner }) => this.#countOf(owner) === fewest);
  }

  #begin(owner: string): void {
    this.#free -= 1;
    this.#inUse.set(owner, this.#countOf(owner) + 1);
  }

  #countOf(owner: string): number {
    return this.#inUse.get(owner) ?? 0;
  }
}
