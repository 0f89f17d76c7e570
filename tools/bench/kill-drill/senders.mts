import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TrialParties, CrowdMember } from '../../trial/cast.mts';
import { largeLedger, largeReport } from '../../trial/large-report.mts';
import type { Product } from '../../trial/start-product.mts';
import { HttpUser } from '../../trial/visitor.mts';

export interface Acknowledged {
  readonly id: string;
  readonly lines: number;
  readonly sumOre: bigint;
}

/** Everything acknowledged while programs were killed. All of it must exist afterwards, complete and exactly once. */
export class DrillSenders {
  /** Reports uploaded on the page, by version. */
  readonly versions: Acknowledged[] = [];
  /** Reports submitted by programs, by obligation. */
  readonly submissions: (Acknowledged & { readonly obligationId: string })[] = [];
  readonly batches: Acknowledged[] = [];
  /** Files placed in the inbox: each becomes one batch. */
  readonly inboxFiles: Omit<Acknowledged, 'id'>[] = [];
  /** Number of cut connections and of responses that ask the client to retry later. */
  retries = 0;
  readonly unexpected: string[] = [];

  readonly #product: Product;
  readonly #cast: TrialParties;
  readonly #buyerNumber: string;
  readonly #draw: () => number;
  #number = 1;
  #isOver = false;

  /** @param buyerNumber organisation number of the buyer whose spend the inbox imports */
  constructor(product: Product, cast: TrialParties, buyerNumber: string, draw: () => number) {
    this.#buyerNumber = buyerNumber;
    this.#product = product;
    this.#cast = cast;
    this.#draw = draw;
  }

  /** Number of everything that was acknowledged. */
  get acknowledged(): number {
    return this.versions.length + this.submissions.length + this.batches.length + this.inboxFiles.length;
  }

  /** Sends until `end` is called, then completes what is in progress. */
  async run(): Promise<void> {
    const supplier = await HttpUser.signIn(this.#product.address, this.#cast, this.#cast.supplier);
    const buyer = await HttpUser.signIn(this.#product.address, this.#cast, this.#cast.buyer);
    await Promise.all([
      this.#hand(supplier),
      this.#hand(supplier),
      this.#submit(),
      this.#import(buyer),
      this.#writeToInbox(),
    ]);
  }

  end(): void {
    this.#isOver = true;
  }

  /** Uploads reports on the page. A report without a response is not repeated, because it may have been received. */
  async #hand({ headers }: HttpUser): Promise<void> {
    while (!this.#isOver) {
      const { file, lines, sumOre } = this.#report(300 + Math.floor(this.#draw() * 4000));
      const form = new FormData();
      form.append('file', file, 'rapport.csv');
      const url = `${this.#address()}/api/v1/obligations/${this.#cast.obligations['2026-03']}/versions`;
      const answer = await this.#request(url, { method: 'POST', headers, body: form });
      if (answer?.status === 202) this.versions.push({ id: String(answer.body['id']), lines, sumOre });
      else if (answer) this.#note('version', answer.status);
      await pause(200 + this.#draw() * 600);
    }
  }

  /** Submits each report once per program, with an idempotency key, and repeats it until there is a response. */
  async #submit(): Promise<void> {
    for (const [at, member] of this.#cast.crowd.entries()) {
      if (this.#isOver) return;
      await this.#submitOne(member, at);
      await pause(this.#draw() * 800);
    }
  }

  async #submitOne({ key, obligationId }: CrowdMember, at: number): Promise<void> {
    const { file, lines, sumOre } = this.#report(300 + Math.floor(this.#draw() * 2000));
    const headers = { authorization: `Bearer ${key}`, 'idempotency-key': `drill-${at}` };
    for (;;) {
      const form = new FormData();
      form.append('file', file, 'rapport.csv');
      const url = `${this.#address()}/api/v1/obligations/${obligationId}/submissions?wait=0`;
      const answer = await this.#request(url, { method: 'POST', headers, body: form });
      if (answer?.status === 202 || answer?.status === 201)
        return void this.submissions.push({ id: String(answer.body['id']), obligationId, lines, sumOre });
      if (answer && answer.status < 500 && answer.status !== 429) return this.#note('submission', answer.status);
      await pause(300);
    }
  }

  async #import({ headers }: HttpUser): Promise<void> {
    for (let at = 0; !this.#isOver; at += 1) {
      const { file, lines, sumOre } = this.#ledger(300 + Math.floor(this.#draw() * 3000));
      for (;;) {
        const form = new FormData();
        form.append('file', file, 'hovedbok.csv');
        const url = `${this.#address()}/api/v1/spend/batches`;
        const own = { ...headers, 'idempotency-key': `drill-batch-${at}` };
        const answer = await this.#request(url, { method: 'POST', headers: own, body: form });
        if (answer?.status === 201) this.batches.push({ id: String(answer.body['id']), lines, sumOre });
        else if (!answer || answer.status >= 500 || answer.status === 429) {
          await pause(300);
          continue;
        } else this.#note('batch', answer.status);
        break;
      }
      await pause(500 + this.#draw() * 1500);
    }
  }

  /** Writes files under a temporary name and renames them when they are complete, as an accounting system does. */
  async #writeToInbox(): Promise<void> {
    const folder = path.join(this.#product.folder, 'inbox', 'buyer');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'inbox.json'),
      JSON.stringify({ buyer: this.#buyerNumber, kind: 'ledger', language: 'nb' }),
    );
    for (let at = 0; !this.#isOver; at += 1) {
      const { file, lines, sumOre } = this.#ledger(200 + Math.floor(this.#draw() * 2000));
      const place = path.join(folder, `${at}.csv`);
      writeFileSync(`${place}.tmp`, Buffer.from(await file.arrayBuffer()));
      renameSync(`${place}.tmp`, place);
      this.inboxFiles.push({ lines, sumOre });
      await pause(2000 + this.#draw() * 3000);
    }
  }

  #report(lines: number) {
    return largeReport(lines, this.#next(lines));
  }

  #ledger(lines: number) {
    return largeLedger(lines, this.#next(lines));
  }

  #next(lines: number): number {
    const first = this.#number;
    this.#number += lines;
    return first;
  }

  /** Returns the address of one of the two servers, at random. */
  #address(): string {
    return this.#draw() < 0.5 ? this.#product.address : this.#product.secondAddress;
  }

  /** Returns null when the connection was cut. */
  async #request(url: string, init: RequestInit): Promise<{ status: number; body: Record<string, unknown> } | null> {
    const { 'content-type': _json, ...headers } = init.headers as Record<string, string>;
    try {
      const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(60_000) });
      const body = (await response.json()) as Record<string, unknown>;
      if (response.status >= 500 || response.status === 429) this.retries += 1;
      return { status: response.status, body };
    } catch {
      this.retries += 1;
      return null;
    }
  }

  #note(request: string, status: number): void {
    if (status < 500 && status !== 429) this.unexpected.push(`${request} ${status}`);
  }
}
