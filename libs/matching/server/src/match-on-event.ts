import { Injectable } from '@nestjs/common';
import { OnDomainEvent, type DomainEvent, type Progress } from '@tallgrunn/platform';
import { MatchLines } from './match-lines.ts';

/**
 * Starts a match run after a change on either side, a decision or request, a changed organisation number or a new
 * engine. A run reads everything pending, so one queued run serves all earlier events.
 */
@Injectable()
@OnDomainEvent(
  [
    'reporting.version-accepted',
    'spend.batch-posted',
    'matching.decided',
    'identity.organisation-changed',
    'matching.engine-replaced',
    'matching.run-requested',
  ],
  { lane: 'long', waiting: 'one', yieldsSeconds: 300 },
)
export class MatchAfterChange {
  constructor(private readonly match: MatchLines) {}

  async run(_fact: DomainEvent, progress: Progress): Promise<void> {
    await this.match.run(progress);
  }
}
