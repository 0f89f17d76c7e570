import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { FILE_STORAGE, type FileStorage } from '../files/file-storage.ts';
import { DELIVER_MAIL } from '../mail/deliver-mail.ts';
import { schemaState } from '../migration/schema-state.ts';
import { ROOMS, type Room } from '../room.ts';
import { ScanFile } from '../scan/scan-file.ts';
import { spoolName } from '../spool-lease.ts';
import { DiskSpace, isDiskFull } from './disk-space.ts';
import { Drain } from './drain.ts';
import { HealthConnection } from './health-connection.ts';
import { MailState } from './mail-state.ts';
import { QueueState, type QueueLength } from './queue-state.ts';

export const PARTS = ['database', 'schema', 'files', 'disk', 'store', 'scanner', 'queue', 'mail'] as const;
export type PartNameDto = (typeof PARTS)[number];

/** `off`: not configured. `degraded`: the rest works without it. `down`: the installation cannot work. */
export type PartStateDto = 'ok' | 'off' | 'degraded' | 'down';

export interface PartHealth {
  readonly part: PartNameDto;
  readonly state: PartStateDto;
  /** A stable reason code; null when there is no fault. */
  readonly reason: string | null;
}

export interface InstallationState {
  readonly status: 'ready' | 'degraded' | 'not-ready' | 'draining';
  readonly parts: readonly PartHealth[];
}

/** How long one result is reused for concurrent and closely following checks. */
const FRESH_MS = 1000;
/** The same for the shared store of files, whose requests cost money. */
const STORE_FRESH_MS = 5000;
/** A job that has been ready to start for longer than this is late. */
export const QUEUE_LATE_SECONDS = 3600;
/** An e-mail that waits longer than this is stuck. */
export const MAIL_STUCK_SECONDS = 1800;

/**
 * Checks the health of each part that this process uses. A failing check makes its part `down` or `degraded`; it is not
 * thrown.
 */
@Injectable()
export class InstallationHealth {
  readonly #log = new Logger('health');
  #lastStore: { readonly at: number; readonly fault: Promise<string | null> } | undefined;
  #storeFault: string | null = null;
  #last: { readonly at: number; readonly parts: Promise<readonly PartHealth[]> } | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ROOMS) private readonly rooms: readonly Room[],
    private readonly connection: HealthConnection,
    private readonly disk: DiskSpace,
    private readonly scanner: ScanFile,
    private readonly mail: MailState,
    private readonly queues: QueueState,
    private readonly drain: Drain,
    @Inject(FILE_STORAGE) private readonly storage: FileStorage,
  ) {}

  async state(): Promise<InstallationState> {
    const parts = await this.parts();
    if (this.drain.isDraining) return { status: 'draining', parts };
    if (parts.some(({ state }) => state === 'down')) return { status: 'not-ready', parts };
    return { status: parts.some(({ state }) => state === 'degraded') ? 'degraded' : 'ready', parts };
  }

  parts(): Promise<readonly PartHealth[]> {
    const now = performance.now();
    if (this.#last === undefined || now - this.#last.at > FRESH_MS) this.#last = { at: now, parts: this.#look() };
    return this.#last.parts;
  }

  async #look(): Promise<readonly PartHealth[]> {
    const [schema, lengths, files, isLow, store, scanner, mail] = await Promise.all([
      this.#schema(),
      this.queues.lengths().catch(() => null),
      this.#files(),
      this.disk.isLow(),
      this.#store(),
      this.scanner.state(),
      this.mail.state(),
    ]);
    return [
      schema === 'database-unreachable' ? faultyPart('database', 'down', schema) : healthyPart('database'),
      schemaHealth(schema),
      files ? healthyPart('files') : faultyPart('files', 'down', 'files-not-writable'),
      isLow ? faultyPart('disk', 'degraded', 'disk-low') : healthyPart('disk'),
      store,
      scannerHealth(scanner),
      schema === 'database-unreachable' ? faultyPart('queue', 'down', schema) : queueHealth(lengths),
      mailHealth(mail, lengths),
    ];
  }

  /**
   * Returns the health of the store that machines share. A fault only degrades: it is the same for all machines, and
   * pages work without it.
   */
  async #store(): Promise<PartHealth> {
    if (this.storage.kind === 'disk') return healthyPart('store', 'off');
    const now = performance.now();
    if (this.#lastStore === undefined || now - this.#lastStore.at > STORE_FRESH_MS)
      this.#lastStore = { at: now, fault: this.storage.fault('read').catch(String) };
    const fault = await this.#lastStore.fault;
    if (fault !== this.#storeFault && fault !== null) this.#log.warn({ fault }, 'file store');
    this.#storeFault = fault;
    return fault === null ? healthyPart('store') : faultyPart('store', 'degraded', 'store-unavailable');
  }

  async #schema(): Promise<string> {
    try {
      const { state } = await schemaState(
        { query: async (sql) => ({ rows: await this.connection.query(sql) }) },
        this.rooms,
      );
      return state;
    } catch {
      return 'database-unreachable';
    }
  }

  /** Returns whether files can be written. A full disk counts as writable here: the disk part reports it. */
  async #files(): Promise<boolean> {
    const folder = path.join(this.config.dataFolder, 'spool');
    const file = path.join(folder, spoolName('health-'));
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(file, 'health', { flag: 'wx' });
      return true;
    } catch (error) {
      if (isDiskFull(error)) this.disk.recordFull();
      return isDiskFull(error);
    } finally {
      await rm(file, { force: true }).catch(() => undefined);
    }
  }
}

const healthyPart = (part: PartNameDto, state: PartStateDto = 'ok'): PartHealth => ({ part, state, reason: null });
const faultyPart = (part: PartNameDto, state: PartStateDto, reason: string): PartHealth => ({ part, state, reason });

/**
 * Returns the health of the schema. A newer database only degrades a running program: the previous version keeps
 * running during an upgrade.
 */
function schemaHealth(state: string): PartHealth {
  if (state === 'unsupported') return faultyPart('schema', 'down', 'schema-older');
  if (state === 'missing' || state === 'older') return faultyPart('schema', 'down', `schema-${state}`);
  if (state === 'newer' || state === 'changed') return faultyPart('schema', 'degraded', `schema-${state}`);
  return state === 'ready' ? healthyPart('schema') : faultyPart('schema', 'down', state);
}

function scannerHealth(state: string): PartHealth {
  if (state === 'unreachable') return faultyPart('scanner', 'degraded', 'scanner-unreachable');
  return healthyPart('scanner', state === 'off' ? 'off' : 'ok');
}

function queueHealth(lengths: readonly QueueLength[] | null): PartHealth {
  if (lengths === null) return faultyPart('queue', 'degraded', 'queue-unreadable');
  const isLate = lengths.some(
    ({ queue, oldestSeconds }) => queue !== DELIVER_MAIL && (oldestSeconds ?? 0) > QUEUE_LATE_SECONDS,
  );
  return isLate ? faultyPart('queue', 'degraded', 'queue-late') : healthyPart('queue');
}

function mailHealth(state: string, lengths: readonly QueueLength[] | null): PartHealth {
  if (state === 'unreachable') return faultyPart('mail', 'degraded', 'mail-unreachable');
  if (isMailStuck(lengths ?? [])) return faultyPart('mail', 'degraded', 'mail-stuck');
  return healthyPart('mail', state === 'outbox' ? 'off' : 'ok');
}

/** Returns whether an e-mail has waited too long, or finally failed within the last hour. */
export function isMailStuck(lengths: readonly QueueLength[]): boolean {
  const mail = lengths.find(({ queue }) => queue === DELIVER_MAIL);
  return mail !== undefined && ((mail.oldestSeconds ?? 0) > MAIL_STUCK_SECONDS || mail.failedLately > 0);
}
