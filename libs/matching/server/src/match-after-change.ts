import { Injectable } from '@nestjs/common';
import { OnFact, type Fact, type Progress } from '@tallgrunn/platform';
import { MatchLines } from './match-lines.ts';

/** Matches anew when either side has changed, someone has decided or set a run going, an organisation has another number, or the engine is another. A run reads everything open, so one waiting run serves all that came before it. */
@Injectable()
@OnFact(
  [
    'reporting.version-accepted',
    'spend.batch-posted',
    'matching.decided',
    'identity.organisation-changed',
    'matching.engine-replaced',
    'matching.run-requested',
  ],
  { lane: 'long', waiting: 'one', yieldsSeconds: 60 },
)
export class MatchAfterChange {
  constructor(private readonly match: MatchLines) {}

  async run(_fact: Fact, progress: Progress): Promise<void> {
    await this.match.run(progress);
  }
}
