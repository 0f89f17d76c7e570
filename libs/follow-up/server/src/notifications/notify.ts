import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import { CollectDaily } from './collect/collect-daily.ts';
import { SendDue } from './send/send-due.ts';

/**
 * Collects the notifications of the day and sends those that are due, in separate transactions for each cooperative.
 */
@Injectable()
export class Notify {
  readonly #log = new Logger('notify');

  constructor(
    private readonly units: UnitOfWork,
    private readonly collect: CollectDaily,
    private readonly send: SendDue,
  ) {}

  /**
   * Returns how many e-mails were queued.
   * @param systems system actors of all cooperatives
   */
  async run(systems: readonly Actor[]): Promise<number> {
    let count = 0;
    for (const actor of systems)
      try {
        await this.units.run({ ...actor }, () => this.collect.run(), 'background');
        count += await this.units.run({ ...actor }, () => this.send.run(), 'background');
      } catch (error) {
        // an error in one cooperative must not delay the others; it is retried at the next run
        this.#log.error({ cooperativeId: actor.cooperativeId, error: String(error) }, 'notifications');
      }
    return count;
  }
}
