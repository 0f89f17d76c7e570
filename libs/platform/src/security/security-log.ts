import { createHmac } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from '@tallgrunn/values';
import type { Actor } from '../actor.ts';
import { Clock } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { findCurrentUnit } from '../current-unit.ts';
import type { UnitOfWorkSession } from '../unit.ts';
import { EventLimiter } from './event-limiter.ts';
import { boundedDetails, logLine } from './log-line.ts';
import { currentAddress, networkOf, normalisedAddress } from './request-origin.ts';
import { securityEventKind, type SecurityEventName } from './security-events.ts';
import type { SecurityRow } from './security-row.ts';

/**
 * A security-relevant event. Inside a unit of work, person and tenant come from the unit; the fields given here apply
 * outside one.
 */
export interface SecurityEvent {
  readonly event: SecurityEventName;
  readonly personId?: string | null;
  readonly organisationId?: string | null;
  readonly cooperativeId?: string | null;
  readonly membershipId?: string | null;
  readonly apiKeyId?: string | null;
  /** Source address. Default: that of the request. */
  readonly address?: string | null;
  /**
   * An e-mail address as typed. Only its keyed hash is stored: it may belong to no account, or be a password typed in
   * the wrong field.
   */
  readonly account?: string;
  /** Short facts without secrets: a route, a role, a count. E-mail addresses in them are blanked. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const FLUSH_EVERY_MS = 5000;
/** Maximum rows in the write queue; beyond it only the log entry is written. */
const WAITING_MAX = 5000;
const BATCH_MAX = 500;

const insert = `insert into platform.security_event
  (cooperative_id, id, occurred_at, event, outcome, organisation_id, person_id, membership_id, api_key_id, via, address, account_hash, occurrence_count, details)
  select coalesce(cooperative_id, platform.installation()), id, occurred_at, event, outcome, organisation_id, person_id, membership_id, api_key_id, via, address, account_hash, occurrence_count, details
  from jsonb_to_recordset($1::jsonb) as row (cooperative_id uuid, id uuid, occurred_at timestamptz, event text, outcome text, organisation_id uuid, person_id uuid,
    membership_id uuid, api_key_id uuid, via text, address text, account_hash text, occurrence_count int, details jsonb)`;

/**
 * Records security events: a row and a log entry each. A successful event inside a unit of work is written in its
 * transaction. All others use a separate connection, so that a rejection is stored when the unit is rolled back.
 * Outside a unit `record` never throws. Failures are rate-limited: see EventLimiter.
 */
@Injectable()
export class SecurityLog implements BeforeApplicationShutdown {
  readonly #log = new Logger('security');
  readonly #limiter = new EventLimiter<SecurityRow>();
  readonly #timer: NodeJS.Timeout;
  #waiting: SecurityRow[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.#timer = setInterval(() => void this.#writeRepeats(), FLUSH_EVERY_MS);
    this.#timer.unref();
  }

  /** Records one event. Outside a unit of work, resolves when its row is written or counted as a repeat. */
  async record(event: SecurityEvent): Promise<void> {
    const around = findCurrentUnit();
    const unit = around?.isFinished ? undefined : around;
    const actor = unit && 'actor' in unit.context ? unit.context.actor : null;
    const row = this.#rowOf(event, actor);
    const { outcome, each } = securityEventKind(event.event);
    const admitted = each === 'time' ? row : this.#admitted(row);
    if (!admitted) return;
    this.#log.log(logLine(admitted));
    if (unit && actor && outcome === 'success') await this.#writeInUnit(unit, admitted);
    else if (this.#enqueue(admitted) && !unit) await this.#writing;
  }

  /** Records one event without waiting. Never throws: a row that cannot be written goes to the log. */
  recordInBackground(event: SecurityEvent): void {
    this.record(event).catch((error: unknown) => this.#logLoss(1, error));
  }

  /** Resolves when all recorded events are in the database, including repeats of the current minute. */
  async flush(): Promise<void> {
    this.#enqueueRepeats(true);
    await this.#writing;
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  #rowOf({ event, account, details, address, ...given }: SecurityEvent, actor: Actor | null): SecurityRow {
    const now = this.clock.now();
    return {
      id: uuidv7(now),
      cooperative_id: actor?.cooperativeId ?? given.cooperativeId ?? undefined,
      occurred_at: now.toISOString(),
      event,
      outcome: securityEventKind(event).outcome,
      organisation_id: actor?.organisationId ?? given.organisationId ?? null,
      person_id: actor?.personId ?? given.personId ?? null,
      membership_id: actor?.membershipId ?? given.membershipId ?? null,
      api_key_id: actor?.apiKeyId ?? given.apiKeyId ?? null,
      via: actor?.via ?? null,
      address: address === undefined ? currentAddress() : normalisedAddress(address ?? undefined),
      account_hash: account === undefined ? null : this.#hash(account),
      occurrence_count: 1,
      details: boundedDetails(details ?? {}),
    };
  }

  #hash(account: string): string {
    return createHmac('sha256', this.config.securityLogKey).update(account.trim().toLowerCase()).digest('hex');
  }

  #admitted(row: SecurityRow): SecurityRow | null {
    this.#enqueueRepeats(false);
    const source = `${row.address ? networkOf(row.address) : ''}|${row.person_id ?? row.account_hash ?? ''}|${row.api_key_id ?? ''}`;
    const admission = this.#limiter.admit(row.event, source, row, Date.now());
    if (admission === 'count') return null;
    return admission === 'write' ? row : withoutSource(row);
  }

  #enqueueRepeats(always: boolean): void {
    for (const { event, count, withoutSource: many } of this.#limiter.takeRepeats(Date.now(), always)) {
      const row = {
        ...(many ? withoutSource(event) : event),
        id: uuidv7(this.clock.now()),
        occurred_at: this.clock.now().toISOString(),
        occurrence_count: count,
      };
      this.#log.log(logLine(row));
      this.#enqueue(row);
    }
  }

  async #writeRepeats(): Promise<void> {
    this.#enqueueRepeats(false);
    await this.#writing;
  }

  async #writeInUnit(unit: UnitOfWorkSession, row: SecurityRow): Promise<void> {
    await (await unit.runner()).query(insert, [JSON.stringify([row])]);
  }

  /**
   * Appends a row to the write queue. One connection writes the queue in batches, so that a flood does not exhaust the
   * pool. Returns false when the queue is full.
   */
  #enqueue(row: SecurityRow): boolean {
    if (this.#waiting.length >= WAITING_MAX) return false;
    this.#waiting.push(row);
    this.#writing = this.#writing.then(() => this.#writeWaiting());
    return true;
  }

  async #writeWaiting(): Promise<void> {
    const rows = this.#waiting.slice(0, BATCH_MAX);
    if (rows.length === 0) return;
    this.#waiting = this.#waiting.slice(rows.length);
    try {
      await this.source.query(insert, [JSON.stringify(rows)]);
    } catch (error) {
      this.#logLoss(rows.length, error);
    }
  }

  #logLoss(count: number, error: unknown): void {
    this.#log.error({ 'event.action': 'security-log-unavailable', count, error: String(error) });
  }
}

function withoutSource(row: SecurityRow): SecurityRow {
  return {
    ...row,
    cooperative_id: undefined,
    organisation_id: null,
    person_id: null,
    membership_id: null,
    api_key_id: null,
    address: null,
    account_hash: null,
    details: { sources: 'many' },
  };
}
