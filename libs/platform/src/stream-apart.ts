import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from './database.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** Nobody has read for too long: the stream is ended, so that its connection to the database is free. */
export class NobodyReads extends Error {}

/**
 * Streams a long answer in a unit of its own, which lives as long as the stream and not as long as the request's. It ends when whoever asked goes away, and
 * when nobody reads on for a minute.
 */
@Injectable()
export class StreamApart {
  /** How long a piece may wait for somebody to read it, ms. */
  patienceMs = 60_000;

  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  /** `ended` is called once, when the unit is over and its connection given back, whatever way that came about. */
  run(chunks: () => AsyncIterable<Uint8Array | string>, ended: () => void = () => undefined): Readable {
    const out = new PassThrough();
    const actor = { ...this.database.actor() };
    const gone = once(out, 'close').catch(() => undefined);
    const pour = async () => {
      for await (const chunk of chunks()) {
        if (out.destroyed) return;
        if (!out.write(chunk)) await this.#read(out, gone);
      }
      out.end();
    };
    this.units
      .run(actor, pour)
      .catch((error: Error) => out.destroy(error))
      .finally(ended);
    return out;
  }

  /** Waits until what was written has been read, or whoever asked is gone. */
  async #read(out: PassThrough, gone: Promise<unknown>): Promise<void> {
    const over = new AbortController();
    const { signal } = over;
    try {
      const late = setTimeout(this.patienceMs, undefined, { signal, ref: false }).then(() => Promise.reject(new NobodyReads('Nobody reads the stream.')));
      await Promise.race([once(out, 'drain', { signal }), gone, late]);
    } finally {
      over.abort();
    }
  }
}
