import { Injectable } from '@nestjs/common';
import { Clock, Database, DomainEvents } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { ENGINE } from './calculation/calculate-emissions.ts';

/**
 * Requests a full recalculation if the last run used another version of the engine, which may have stored other
 * columns. Requires a unit of work of the system actor.
 */
@Injectable()
export class RecalculateAfterUpgrade {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Returns whether a recalculation was requested. Publishes `emissions.engine-replaced` if so. */
  async run(): Promise<boolean> {
    const last = await this.database.one<{ engine: string }>(
      'select engine from emissions.run order by number desc limit 1',
    );
    if (!last || last.engine === ENGINE) return false;
    await this.facts.publish({
      name: 'emissions.engine-replaced',
      subjectId: uuidv7(this.clock.now()),
      payload: { from: last.engine, to: ENGINE },
    });
    return true;
  }
}
