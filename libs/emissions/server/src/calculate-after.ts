import { Injectable } from '@nestjs/common';
import { OnFact, type Fact, type Progress } from '@tallgrunn/platform';
import { CalculateEmissions } from './calculate-emissions.ts';
import type { Touched } from './weighing/read-parts.ts';

/** A run after anything that may change a number: it reads all that is open, so one waiting run hears for many facts. */
@Injectable()
@OnFact(
  [
    'declarations.footprint-linked',
    'declarations.decided',
    'agreements.prices-published',
    'catalogue.items-told',
    'factor-book.prices-imported',
    'emissions.engine-replaced',
  ],
  { lane: 'long', waiting: 'one' },
)
export class CalculateAfter {
  constructor(private readonly calculate: CalculateEmissions) {}

  async run(fact: Fact, progress: Progress): Promise<void> {
    await this.calculate.run(fact.name, progress);
  }
}

/** A run after a decision on a factor or a rule: only the lines that it touches. */
@Injectable()
@OnFact(['factor-book.choice-decided', 'emissions.ruled'], { lane: 'long' })
export class CalculateTouched {
  constructor(private readonly calculate: CalculateEmissions) {}

  async run(fact: Fact, progress: Progress): Promise<void> {
    await this.calculate.run(fact.name, progress, fact.payload['touched'] as Touched);
  }
}

/** A run after a match, which follows every batch and report: only the lines that were matched otherwise, of all the match runs since the last one. */
@Injectable()
@OnFact('matching.run-finished', { lane: 'long', waiting: 'one' })
export class CalculateMatched {
  constructor(private readonly calculate: CalculateEmissions) {}

  async run(fact: Fact, progress: Progress): Promise<void> {
    await this.calculate.run(fact.name, progress, 'matched');
  }
}
