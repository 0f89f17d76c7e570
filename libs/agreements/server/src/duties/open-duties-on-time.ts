import { Injectable } from '@nestjs/common';
import { Job, Jobs, OnFact } from '@tallgrunn/platform';
import { OpenDuties } from './open-duties.ts';

const LOOK = 'agreements.look-for-duties';
const DAY_MS = 86_400_000;

/** Opens obligations every day: each run enqueues the next one, and only one is pending at a time. */
@Injectable()
@Job(LOOK, { lane: 'short', waiting: 'one' })
export class LookForDuties {
  constructor(
    private readonly open: OpenDuties,
    private readonly jobs: Jobs,
  ) {}

  async run(): Promise<void> {
    await this.open.run();
    // The queue waits in real time, even when the clock of a demo is set differently.
    const tomorrow = new Date((Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS);
    await this.jobs.enqueue(LOOK, {}, { waiting: 'one', startAfter: tomorrow });
  }
}

/** Opens the obligations of newly published terms at once. */
@Injectable()
@OnFact('agreements.terms-published')
export class OpenDutiesOfTerms {
  constructor(private readonly look: LookForDuties) {}

  run(): Promise<void> {
    return this.look.run();
  }
}
