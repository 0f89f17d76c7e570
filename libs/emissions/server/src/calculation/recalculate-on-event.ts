import { Injectable } from '@nestjs/common';
import { OnDomainEvent, type DomainEvent, type Progress } from '@tallgrunn/platform';
import { CalculateEmissions } from './calculate-emissions.ts';
import type { AffectedTargets } from './load-line-parts.ts';

/**
 * Starts a full run after an event that may change a figure. A run reads all open data, so one pending job handles all
 * events.
 */
@Injectable()
@OnDomainEvent(
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

  async run(fact: DomainEvent, progress: Progress): Promise<void> {
    await this.calculate.run(fact.name, progress);
  }
}

/** Starts a run after a decision on a factor or a method policy, for the affected lines only. */
@Injectable()
@OnDomainEvent(['factor-book.choice-decided', 'emissions.ruled'], { lane: 'long' })
export class CalculateTouched {
  constructor(private readonly calculate: CalculateEmissions) {}

  async run(fact: DomainEvent, progress: Progress): Promise<void> {
    await this.calculate.run(fact.name, progress, fact.payload['touched'] as AffectedTargets);
  }
}

/**
 * Starts a run after a match run, which follows every batch and report. It recalculates only the lines whose match
 * changed in the match runs since the last calculation.
 */
@Injectable()
@OnDomainEvent('matching.run-finished', { lane: 'long', waiting: 'one', yieldsSeconds: 300 })
export class CalculateMatched {
  constructor(private readonly calculate: CalculateEmissions) {}

  async run(fact: DomainEvent, progress: Progress): Promise<void> {
    await this.calculate.run(fact.name, progress, 'matched');
  }
}
