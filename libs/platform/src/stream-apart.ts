import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database } from './database.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** Streams a long answer in a unit of its own, which lives as long as the stream and not as long as the request's. */
@Injectable()
export class StreamApart {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  run(chunks: () => AsyncIterable<Uint8Array | string>): Readable {
    const out = new PassThrough();
    const actor = { ...this.database.actor() };
    const gone = once(out, 'close').catch(() => undefined);
    const pour = async () => {
      for await (const chunk of chunks()) {
        if (out.destroyed) return;
        if (!out.write(chunk)) await Promise.race([once(out, 'drain'), gone]);
      }
      out.end();
    };
    this.units.run(actor, pour).catch((error: Error) => out.destroy(error));
    return out;
  }
}
