import { Injectable } from '@nestjs/common';
import { Clock, Database, DomainEvents } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { ENGINE } from './match-lines.ts';

/**
 * Requests a full match run if the last one used another engine: results of two engines must not be mixed. Requires a
 * unit of work of the system actor.
 */
@Injectable()
export class MatchAfterUpgrade {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Returns true if such a run was requested. */
  async run(): Promise<boolean> {
    const last = await this.database.one<{ engine: string }>(
      'select engine from matching.run order by number desc limit 1',
    );
    if (!last || last.engine === ENGINE) return false;
    await this.facts.publish({
      name: 'matching.engine-replaced',
      subjectId: uuidv7(this.clock.now()),
      payload: { from: last.engine, to: ENGINE },
    });
    return true;
  }
}
