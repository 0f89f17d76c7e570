import { Injectable } from '@nestjs/common';
import { Clock, Database, Facts } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { ENGINE } from './match-lines.ts';

/** Has everything matched anew where the last run is of another release's engine: what two engines say must not stand side by side. Stands in a unit of the system. */
@Injectable()
export class MatchAfterUpgrade {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Answers whether there was such a run. */
  async run(): Promise<boolean> {
    const last = await this.database.one<{ engine: string }>(
      'select engine from matching.run order by number desc limit 1',
    );
    if (!last || last.engine === ENGINE) return false;
    await this.facts.announce({
      name: 'matching.engine-replaced',
      subjectId: uuidv7(this.clock.now()),
      payload: { from: last.engine, to: ENGINE },
    });
    return true;
  }
}
