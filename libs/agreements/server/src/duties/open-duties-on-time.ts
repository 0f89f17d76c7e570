import { Injectable } from '@nestjs/common';
import { Job, Jobs, OnFact } from '@tallgrunn/platform';
import { OpenDuties } from './open-duties.ts';

const LOOK = 'agreements.look-for-duties';
const DAY_MS = 86_400_000;

/** Opens duties every day: each look asks for the next one, and while one waits no other is added. */
@Injectable()
@Job(LOOK, { lane: 'short', waiting: 'one' })
export class LookForDuties {
  constructor(
    private readonly open: OpenDuties,
    private readonly jobs: Jobs,
  ) {}

  async run(): Promise<void> {
    await this.open.run();
    // The queue waits in real time, also where a demo's clock stands elsewhere.
    const tomorrow = new Date((Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS);
    await this.jobs.enqueue(LOOK, {}, { waiting: 'one', startAfter: tomorrow });
  }
}

/** New terms: the duties they make are there at once. */
@Injectable()
@OnFact('agreements.terms-published')
export class OpenDutiesOfTerms {
  constructor(private readonly look: LookForDuties) {}

  run(): Promise<void> {
    return this.look.run();
  }
}
