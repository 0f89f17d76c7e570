import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, splitSecrets, type Config } from '@tallgrunn/platform';
import { isNotificationKind, kindRule, type NotificationKind } from '../notification-kinds.ts';

/** Kinds of notification that a one-click address turns off for one member. */
export interface Unsubscription {
  readonly cooperativeId: string;
  readonly membershipId: string;
  readonly kinds: readonly NotificationKind[];
}

const PURPOSE = 'unsubscribe';
const SIGNATURE_BYTES = 20;

/**
 * Signed tokens of one-click addresses (RFC 8058). They open nothing: they only turn the named kinds off for one
 * member.
 */
@Injectable()
export class UnsubscribeTokens {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Returns the address that turns these kinds off. */
  link({ cooperativeId, membershipId, kinds }: Unsubscription): string {
    const payload = [cooperativeId, membershipId, ...kinds.toSorted()].join(',');
    const token = `${Buffer.from(payload).toString('base64url')}.${this.#sign(payload, this.#secrets()[0] ?? '')}`;
    return `${this.config.publicUrl.replace(/\/$/, '')}/api/v1/notifications/unsubscribe/${token}`;
  }

  /** Reads a token; null when it was not signed here, or names a kind that may not be turned off. */
  read(token: string): Unsubscription | null {
    const [body = '', signature = ''] = token.split('.');
    const payload = Buffer.from(body, 'base64url').toString('utf8');
    const isSigned = this.#secrets().some((secret) => isSame(signature, this.#sign(payload, secret)));
    if (!isSigned) return null;
    const [cooperativeId = '', membershipId = '', ...kinds] = payload.split(',');
    const stoppable = kinds.filter(isNotificationKind).filter((kind) => kindRule(kind).mayTurnOff);
    return stoppable.length === 0 ? null : { cooperativeId, membershipId, kinds: stoppable };
  }

  #secrets(): string[] {
    return splitSecrets(this.config.sessionSecret);
  }

  #sign(payload: string, secret: string): string {
    return createHmac('sha256', secret)
      .update(`${PURPOSE}:${payload}`)
      .digest()
      .subarray(0, SIGNATURE_BYTES)
      .toString('base64url');
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
