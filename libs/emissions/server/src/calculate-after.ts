import { Injectable } from '@nestjs/common';
import { OnFact, type Fact, type Progress } from '@tallgrunn/platform';
import { CalculateEmissions } from './calculate-emissions.ts';

/** A run after anything that may change a number: it reads all that is open, so one waiting run hears for many facts. */
@Injectable()
@OnFact(['spend.batch-posted', 'reporting.version-accepted', 'declarations.footprint-linked', 'agreements.prices-published'], { lane: 'long', waiting: 'one' })
export class CalculateAfter {
  constructor(private readonly calculate: CalculateEmissions) {}

  async run(fact: Fact, progress: Progress): Promise<void> {
    await this.calculate.run(fact.name, progress);
  }
}
