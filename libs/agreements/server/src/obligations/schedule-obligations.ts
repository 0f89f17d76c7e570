import { Injectable } from '@nestjs/common';
import { Job, Jobs, OnDomainEvent } from '@tallgrunn/platform';
import { CreateObligations } from './create-obligations.ts';

const CREATE_OBLIGATIONS_DAILY = 'agreements.look-for-duties';
const DAY_MS = 86_400_000;

/** Opens obligations every day: each run enqueues the next one, and only one is pending at a time. */
@Injectable()
@Job(CREATE_OBLIGATIONS_DAILY, { lane: 'short', waiting: 'one' })
export class CreateObligationsDaily {
  constructor(
    private readonly open: CreateObligations,
    private readonly jobs: Jobs,
  ) {}

  async run(): Promise<void> {
    await this.open.run();
    // The queue waits in real time, even when the clock of a demo is set differently.
    const tomorrow = new Date((Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS);
    await this.jobs.enqueue(CREATE_OBLIGATIONS_DAILY, {}, { waiting: 'one', startAfter: tomorrow });
  }
}

/** Opens the obligations of newly published terms at once. */
@Injectable()
@OnDomainEvent('agreements.terms-published')
export class CreateObligationsOfTerms {
  constructor(private readonly look: CreateObligationsDaily) {}

  run(): Promise<void> {
    return this.look.run();
  }
}
