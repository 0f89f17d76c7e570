import { Injectable } from '@nestjs/common';
import { Clock, Database, Facts } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { ENGINE } from './calculate-emissions.ts';

/** Has everything weighed anew where the last run is of another release's engine, which may have kept other things of a line. Stands in a unit of the system. */
@Injectable()
export class CalculateAfterUpgrade {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Answers whether there was such a run. */
  async run(): Promise<boolean> {
    const last = await this.database.one<{ engine: string }>(
      'select engine from emissions.run order by number desc limit 1',
    );
    if (!last || last.engine === ENGINE) return false;
    await this.facts.announce({
      name: 'emissions.engine-replaced',
      subjectId: uuidv7(this.clock.now()),
      payload: { from: last.engine, to: ENGINE },
    });
    return true;
  }
}
