import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { TrialParties } from '../../trial/cast.mts';
import { largeReport } from '../../trial/large-report.mts';
import { HttpUser } from '../../trial/visitor.mts';

interface RoundTrip {
  readonly id: string;
  readonly sha256: string;
  /** The server that did not receive the file. */
  readonly other: string;
}

const FIRST_INVOICE = 50_000_000;
const PATIENCE_MS = 180_000;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reports that one server receives, a worker checks, and another server hands out. Each has its own data folder. */
export class RoundTrips {
  readonly done: RoundTrip[] = [];
  readonly wrong: string[] = [];
  readonly #cast: TrialParties;
  readonly #addresses: readonly [string, string];
  readonly #draw: () => number;
  #isOver = false;

  constructor(cast: TrialParties, addresses: readonly [string, string], draw: () => number) {
    this.#cast = cast;
    this.#addresses = addresses;
    this.#draw = draw;
  }

  end(): void {
    this.#isOver = true;
  }

  async run(): Promise<void> {
    const { headers } = await HttpUser.signIn(this.#addresses[0], this.#cast, this.#cast.supplier);
    for (let at = 0; !this.#isOver; at += 1) {
      const sent = await this.#send(headers, at);
      if (!sent) continue;
      await this.#verify(headers, sent);
      this.done.push(sent);
      await pause(200 + this.#draw() * 600);
    }
  }

  /** Downloads everything once more, from both servers. */
  async verifyAll(): Promise<void> {
    const { headers } = await HttpUser.signIn(this.#addresses[1], this.#cast, this.#cast.supplier);
    for (const trip of this.done) for (const other of this.#addresses) await this.#verify(headers, { ...trip, other });
  }

  /** Returns null when there was no answer: then the file may have been received or not. */
  async #send(headers: Record<string, string>, at: number): Promise<RoundTrip | null> {
    const { file } = largeReport(1 + Math.floor(this.#draw() * 3000), FIRST_INVOICE + at * 10_000);
    const form = new FormData();
    form.append('file', file, 'rapport.csv');
    const receiver = this.#draw() < 0.5 ? 0 : 1;
    const url = `${this.#addresses[receiver]}/api/v1/obligations/${this.#cast.obligations['2026-02']}/versions`;
    const { 'content-type': _json, ...own } = headers;
    const init = { method: 'POST', headers: own, body: form, signal: AbortSignal.timeout(60_000) };
    try {
      const response = await fetch(url, init);
      const body = (await response.json()) as { id?: string };
      if (response.status === 202 && body.id) {
        const sha256 = sha256Of(new Uint8Array(await file.arrayBuffer()));
        return { id: body.id, sha256, other: this.#addresses[1 - receiver]! };
      }
      if (response.status < 500 && response.status !== 429) this.wrong.push(`round trip: ${response.status}`);
    } catch {
      // cut by a kill
    }
    await pause(300);
    return null;
  }

  /** Waits until the report is checked, and compares the bytes that the other server hands out. */
  async #verify(headers: Record<string, string>, { id, sha256, other }: RoundTrip): Promise<void> {
    for (const last = performance.now() + PATIENCE_MS; performance.now() < last; await pause(300)) {
      const url = `${other}/api/v1/report-versions/${id}`;
      try {
        const shown = await fetch(url, { headers, signal: AbortSignal.timeout(60_000) });
        const { state } = (await shown.json()) as { state?: string };
        if (!shown.ok || state === 'received') continue;
        const file = await fetch(`${url}/file`, { headers, signal: AbortSignal.timeout(60_000) });
        if (file.status >= 500) continue;
        const received = sha256Of(new Uint8Array(await file.arrayBuffer()));
        if (file.status !== 200 || received !== sha256)
          this.wrong.push(`download of ${id}: ${file.status}, ${received === sha256 ? 'same' : 'other'} bytes`);
        return;
      } catch {
        // cut by a kill
      }
    }
    this.wrong.push(`download of ${id}: not possible within ${PATIENCE_MS / 1000} s`);
  }
}
