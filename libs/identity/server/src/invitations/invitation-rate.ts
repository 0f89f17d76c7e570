import { Inject, Injectable } from '@nestjs/common';
import { getStorageToken, type ThrottlerStorage } from '@nestjs/throttler';
import { currentAddress, networkOf, Problem } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { hashToken } from '../token.ts';

const MINUTE_MS = 60_000;

/** Rate limit for personal links used without an account: per link and per network. */
@Injectable()
export class InvitationRate {
  constructor(@Inject(getStorageToken()) private readonly counts: ThrottlerStorage) {}

  /**
   * Counts one use of the link.
   * @throws Problem 'too-many-requests' (429)
   */
  async check(token: string): Promise<void> {
    const { perLinkMax, perNetworkMax } = limits.invitedCalls;
    await this.#count(`invitation ${hashToken(token)}`, perLinkMax);
    await this.#count(`invitations from ${networkOf(currentAddress() ?? 'unknown')}`, perNetworkMax);
  }

  async #count(counterKey: string, perMinuteMax: number): Promise<void> {
    const { totalHits, timeToExpire } = await this.counts.increment(
      counterKey,
      MINUTE_MS,
      perMinuteMax,
      0,
      'invitation',
    );
    if (totalHits > perMinuteMax)
      throw new Problem(429, 'too-many-requests', { perMinuteMax, retryAfterSeconds: Math.max(1, timeToExpire) });
  }
}
