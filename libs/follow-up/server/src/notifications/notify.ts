import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import { CollectDaily } from './collect/collect-daily.ts';
import { SendDue } from './send/send-due.ts';

/** Collects what the day makes due and sends what is due, for each cooperative in transactions of their own. */
@Injectable()
export class Notify {
  readonly #log = new Logger('notify');

  constructor(
    private readonly units: UnitOfWork,
    private readonly collect: CollectDaily,
    private readonly send: SendDue,
  ) {}

  /** `systems`: the product itself in every cooperative. Returns how many e-mails were queued. */
  async run(systems: readonly Actor[]): Promise<number> {
    let count = 0;
    for (const actor of systems)
      try {
        await this.units.run({ ...actor }, () => this.collect.run(), 'background');
        count += await this.units.run({ ...actor }, () => this.send.run(), 'background');
      } catch (error) {
        // one cooperative's trouble must not keep the others waiting; its own is tried again at the next look
        this.#log.error({ cooperativeId: actor.cooperativeId, error: String(error) }, 'notifications');
      }
    return count;
  }
}
