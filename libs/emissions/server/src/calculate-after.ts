import { Injectable } from '@nestjs/common';
import { OnFact, type Fact, type Progress } from '@tallgrunn/platform';
import { CalculateEmissions } from './calculate-emissions.ts';
import type { Touched } from './weighing/read-parts.ts';

/** A run after anything that may change a number: it reads all that is open, so one waiting run hears for many facts. A match run follows every batch and report. */
@Injectable()
@OnFact(['matching.run-finished', 'declarations.footprint-linked', 'declarations.decided', 'agreements.prices-published', 'catalogue.items-told', 'factor-book.prices-imported'], { lane: 'long', waiting: 'one' })
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
