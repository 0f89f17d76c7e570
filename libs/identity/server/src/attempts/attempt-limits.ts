import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentNetwork } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';

/** A secret that can be guessed. Each kind is counted separately. */
export type AttemptKind = 'password' | 'one-time-code' | 'recovery-code' | 'reset-request';

/**
 * Number of attempts without a delay, the first delay in seconds, which doubles with each further attempt, and the
 * longest delay.
 */
interface Delays {
  readonly freeCount: number;
  readonly firstSeconds: number;
  readonly longestSeconds: number;
}

/** Limit for one network on one account. */
const PER_NETWORK: Delays = { freeCount: 5, firstSeconds: 5, longestSeconds: 15 * 60 };
/**
 * Limit for one account across all networks. Used for one-time codes only, because the attacker must already have the
 * password.
 */
const PER_ACCOUNT: Delays = { freeCount: 10, firstSeconds: 5, longestSeconds: 15 * 60 };
/** Limit for password resets: they are rare, and each request sends an e-mail. */
const PER_RESET: Delays = { freeCount: 3, firstSeconds: 60, longestSeconds: 60 * 60 };

/**
 * From this many attempts on an account across all networks, each attempt is delayed if it comes from a network that
 * never succeeded.
 */
const SLOWED_FROM_COUNT = 20;
const SLOWED_STEP_MS = 250;
const SLOWED_MAX_MS = 5000;
const FORGOTTEN_AFTER = '1 day';
const SUCCESS_REMEMBERED = '90 days';

/** Result of `admit`: the attempt may be made, or must wait this many seconds. */
export type Admission =
  { readonly isAdmitted: true } | { readonly isAdmitted: false; readonly retryAfterSeconds: number };

/**
 * Slows down guessing without a lock that anyone could trigger. Delays grow per account and network, so an attacker
 * elsewhere locks no user out. Guessing from many networks delays networks that never succeeded, and rejects none.
 * Attempts are counted in the database before the secret is verified. Concurrent attempts in all processes therefore
 * count, for existing and non-existing accounts alike.
 */
@Injectable()
export class AttemptLimits {
  constructor(private readonly source: DataSource) {}

  /** Counts an attempt and decides whether it may be made. Delays it when the account is tried from many networks. */
  async admit(kind: AttemptKind, account: string): Promise<Admission> {
    const own = await this.#reserve(
      keyOf(kind, account, currentNetwork() ?? 'unknown'),
      kind === 'reset-request' ? PER_RESET : PER_NETWORK,
    );
    if (!own.isAdmitted || kind === 'recovery-code') return own;
    if (kind === 'one-time-code') return this.#reserve(keyOf(kind, account), PER_ACCOUNT);
    const everywhere = await this.#count(keyOf(kind, account));
    if (!own.hasSucceeded) await slowDown(everywhere);
    return own;
  }

  /** Resets the failures of this network and records its success. */
  async succeed(kind: AttemptKind, account: string): Promise<void> {
    const keys = [
      keyOf(kind, account, currentNetwork() ?? 'unknown'),
      ...(kind === 'one-time-code' ? [keyOf(kind, account)] : []),
    ];
    await this.source.query(
      'update identity.attempt set failure_count = 0, blocked_until = clock_timestamp(), succeeded_at = clock_timestamp() where key_hash = any ($1)',
      [keys],
    );
  }

  /** Deletes attempts that no limit uses any more. Call it once a day. Returns how many. */
  async cleanUp(): Promise<number> {
    const [row] = await this.source.query<{ n: number }[]>(
      `with gone as (delete from identity.attempt where last_attempt_at < clock_timestamp() - interval '${SUCCESS_REMEMBERED}' returning 1)
       select count(*)::int as n from gone`,
    );
    return row?.n ?? 0;
  }

  async #reserve(
    key: string,
    { freeCount, firstSeconds, longestSeconds }: Delays,
  ): Promise<Admission & { hasSucceeded: boolean }> {
    const [reserved] = await this.source.query<{ has_succeeded: boolean }[]>(
      `insert into identity.attempt as a (key_hash, failure_count, last_attempt_at, blocked_until)
       values ($1, 1, clock_timestamp(), clock_timestamp())
       on conflict (key_hash) do update set
         failure_count = ${nextCount},
         last_attempt_at = clock_timestamp(),
         blocked_until = clock_timestamp() + case when ${nextCount} < $2 then interval '0'
           else make_interval(secs => least($4::float8, $3 * power(2, least(${nextCount} - $2, 20)))) end
       where a.blocked_until <= clock_timestamp()
       returning coalesce(succeeded_at > clock_timestamp() - interval '${SUCCESS_REMEMBERED}', false) as has_succeeded`,
      [key, freeCount, firstSeconds, longestSeconds],
    );
    if (reserved) return { isAdmitted: true, hasSucceeded: reserved.has_succeeded };
    const [blocked] = await this.source.query<{ seconds: number }[]>(
      'select greatest(1, ceil(extract(epoch from blocked_until - clock_timestamp())))::int as seconds from identity.attempt where key_hash = $1',
      [key],
    );
    return { isAdmitted: false, hasSucceeded: false, retryAfterSeconds: blocked?.seconds ?? 1 };
  }

  async #count(key: string): Promise<number> {
    const [row] = await this.source.query<{ failure_count: number }[]>(
      `insert into identity.attempt as a (key_hash, failure_count, last_attempt_at, blocked_until)
       values ($1, 1, clock_timestamp(), clock_timestamp())
       on conflict (key_hash) do update set
         failure_count = case when a.last_attempt_at < clock_timestamp() - interval '1 hour' then 1 else a.failure_count + 1 end,
         last_attempt_at = clock_timestamp()
       returning failure_count`,
      [key],
    );
    return row?.failure_count ?? 0;
  }
}

const nextCount = `(case when a.last_attempt_at < clock_timestamp() - interval '${FORGOTTEN_AFTER}' then 1 else a.failure_count + 1 end)`;

const keyOf = (kind: AttemptKind, account: string, network = '') =>
  createHash('sha256').update([kind, account.trim().toLowerCase(), network].join('\n')).digest('hex');

async function slowDown(attemptCount: number): Promise<void> {
  const waitMs = Math.min(SLOWED_MAX_MS, SLOWED_STEP_MS * (attemptCount - SLOWED_FROM_COUNT));
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
}
