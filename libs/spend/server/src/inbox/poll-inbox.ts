import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { builtInProfiles, messageOf, type LedgerProfile } from '@tallgrunn/formats';
import {
  Database,
  FileStore,
  ScanFailed,
  Problem,
  ScanFile,
  UnitOfWork,
  isCommitUncertain,
  type Actor,
  type SpooledFile,
} from '@tallgrunn/platform';
import { limits, type Language } from '@tallgrunn/values';
import { ReceiveBatch, type BatchRequest, type Received } from '../receive-batch.ts';
import { ShowBatch, type BatchDetail } from '../show-batch.ts';
import {
  completeFilesIn,
  deleteOldFiles,
  foldersIn,
  moveTo,
  writeNotice,
  SETTINGS,
  spoolCopy,
  UNEXPECTED_ENTRIES,
  unexpectedEntriesIn,
  type InboxFile,
} from './inbox-files.ts';
import { readSettings, type InboxSettings } from './inbox-settings.ts';
import { inboxTexts } from './inbox-texts.ts';

/** An inbox folder, with its actor, buyer and import profile. */
interface InboxFolder {
  readonly folder: string;
  readonly settings: InboxSettings;
  readonly actor: Actor;
  readonly buyerId: string;
  readonly profileId?: string;
  readonly profile?: LedgerProfile;
}

/**
 * Polls the folders that operators set up for scheduled exports, once.
 * A complete file is received like an upload, with a stable idempotency key. If the same file is seen twice, or again
 * after a kill, it is the same batch. It stays in `working` until it is imported, then moves to `done` or `refused`
 * with a text next to it.
 */
@Injectable()
export class PollInbox {
  readonly #log = new Logger('inbox');
  /** Time in ms without modification after which a file counts as complete. */
  unmodifiedMs = limits.inbox.restedSeconds * 1000;

  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly scanner: ScanFile,
    private readonly receive: ReceiveBatch,
    private readonly show: ShowBatch,
  ) {}

  /**
   * Polls all folders. A file or folder that fails does not stop the others. Does nothing while another worker polls.
   * @param systems the system actor of each cooperative
   */
  async run(inbox: string, systems: readonly Actor[]): Promise<void> {
    const [first] = systems;
    if (!first) return;
    const pollFolders = async () => {
      const turn = await this.database.one<{ is_mine: boolean }>(
        `select pg_try_advisory_xact_lock(hashtextextended('spend.inbox', 0)) as is_mine`,
      );
      if (!turn?.is_mine) return;
      for (const folder of await foldersIn(inbox))
        await this.#guarded(path.basename(folder), () => this.#lookInto(folder, systems));
    };
    await this.units.run({ ...first }, pollFolders, 'background');
  }

  async #lookInto(folder: string, systems: readonly Actor[]): Promise<void> {
    const inboxFolder = await this.#boxOf(folder, systems);
    if (!inboxFolder) return;
    const unexpected = await unexpectedEntriesIn(folder);
    await writeNotice(
      folder,
      unexpected.length > 0 ? inboxTexts[inboxFolder.settings.language].strays(unexpected) : null,
      UNEXPECTED_ENTRIES,
    );
    for (const file of await completeFilesIn(folder, this.unmodifiedMs))
      await this.#guarded(file.name, () => this.#take(inboxFolder, file));
    for (const name of await readdir(path.join(folder, 'working')).catch(() => [] as string[]))
      await this.#guarded(name, () => this.#settle(inboxFolder, name));
    for (const subfolder of ['done', 'refused'])
      await deleteOldFiles(path.join(folder, subfolder), limits.inbox.keptDays);
  }

  async #guarded(file: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log.error(
        { error: error instanceof Error ? error.message : String(error), sizeOfName: file.length },
        'a file of the inbox is tried again',
      );
    }
  }

  async #boxOf(folder: string, systems: readonly Actor[]): Promise<InboxFolder | null> {
    const settings = readSettings(await readFile(path.join(folder, SETTINGS), 'utf8'));
    if ('wrong' in settings) return this.#stopped(folder, inboxTexts.nb.settings(settings.wrong));
    const texts = inboxTexts[settings.language];
    const matches: { actor: Actor; buyerId: string }[] = [];
    for (const actor of systems) {
      const buyer = await this.#aside(actor, () =>
        this.database.one<{ id: string }>(
          `select o.id from identity.door_organisation_number o where o.kind = 'buyer' and o.org_number = $1 and ($2::text is null or o.cooperative_id::text = $2)`,
          [settings.buyer, settings.cooperative ?? null],
        ),
      );
      if (buyer) matches.push({ actor, buyerId: buyer.id });
    }
    const [only] = matches;
    if (!only || matches.length > 1) return this.#stopped(folder, texts.buyer(settings.buyer, matches.length));
    const reading = await this.#aside(only.actor, () => this.#readingOf(settings.profile, only.buyerId));
    if (!reading) return this.#stopped(folder, texts.profile(settings.profile ?? ''));
    await writeNotice(folder, null);
    return { folder, settings, ...only, ...reading };
  }

  async #stopped(folder: string, message: string): Promise<null> {
    await writeNotice(folder, message);
    return null;
  }

  /**
   * Returns the newest version of the buyer's own profile with that key, otherwise the shared one, otherwise the
   * example. Null when there is none.
   */
  async #readingOf(
    key: string | undefined,
    buyerId: string,
  ): Promise<Pick<InboxFolder, 'profileId' | 'profile'> | null> {
    if (key === undefined) return {};
    const saved = await this.database.one<{ id: string }>(
      'select id from spend.import_profile where key = $1 and (buyer_id = $2 or buyer_id is null) order by buyer_id is null, version desc limit 1',
      [key, buyerId],
    );
    if (saved) return { profileId: saved.id };
    const example = builtInProfiles.find(({ id }) => id === key);
    return example ? { profile: example } : null;
  }

  /** Runs each step in its own transaction, so that none is open while a file is copied. */
  #aside<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.units.run({ ...actor }, work);
  }

  async #take(inboxFolder: InboxFolder, file: InboxFile): Promise<void> {
    const { folder, settings, actor, buyerId, profileId, profile } = inboxFolder;
    const texts = inboxTexts[settings.language];
    const refuse = (why: string) =>
      moveTo(file.path, path.join(folder, 'refused'), `${stamp()} ${file.name}`, texts.refused(why));
    if (file.sizeBytes > limits.spend.sizeBytesMax)
      return refuse(
        sentence('too-large', { found: file.sizeBytes, expected: limits.spend.sizeBytesMax }, settings.language),
      );
    const signature = await this.#signatureIn(file);
    if (signature === undefined) return;
    if (signature !== null) return refuse(texts.infected(signature));
    const spooled = await spoolCopy(this.files.spoolFolder, file);
    const received = await this.#received(
      spooled,
      { buyerId, kind: settings.kind, profileId, profile, idempotencyKey: file.mark },
      actor,
    );
    if (!(received instanceof Problem))
      return moveTo(file.path, path.join(folder, 'working'), `${received.id}--${file.name}`, null);
    if (received.code === 'batch-duplicate')
      return moveTo(
        file.path,
        path.join(folder, 'refused'),
        `${stamp()} ${file.name}`,
        texts.known(String(received.params['number'])),
      );
    await refuse(texts.other(received.code));
  }

  /** Returns the batch, which then owns the file, or the reason for refusal. */
  async #received(spooled: SpooledFile, request: BatchRequest, actor: Actor): Promise<Received | Problem> {
    try {
      return await this.#aside(actor, () => this.receive.run(spooled, request));
    } catch (error) {
      if (!isCommitUncertain(error)) await rm(spooled.path, { force: true });
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  /**
   * Returns the signature found by the virus scanner, null for none, undefined when it is unavailable. The file then
   * waits.
   */
  async #signatureIn(file: InboxFile): Promise<string | null | undefined> {
    try {
      return (await this.scanner.run(file)).signature;
    } catch (error) {
      if (error instanceof ScanFailed) return undefined;
      throw error;
    }
  }

  /** Moves a file on when its batch has been imported or refused. */
  async #settle({ folder, settings, actor }: InboxFolder, name: string): Promise<void> {
    const [, id, own] = /^([0-9a-f-]{36})--(.+)$/.exec(name) ?? [];
    if (!id || !own) return;
    const batch = await this.#aside(actor, () => this.show.run(id));
    if (batch.state === 'received') return;
    const texts = inboxTexts[settings.language];
    const message =
      batch.state === 'posted'
        ? texts.done({ ...batch, leftOut: batch.leftOut.reduce((rows, left) => rows + left.rows, 0) })
        : texts.refused(refusalOf(batch, settings.language));
    await moveTo(
      path.join(folder, 'working', name),
      path.join(folder, batch.state === 'posted' ? 'done' : 'refused'),
      `${batch.number} ${own}`,
      message,
    );
  }
}

const stamp = (): string => new Date().toISOString().replaceAll(':', '').slice(0, 17);

function refusalOf({ refusal }: BatchDetail, language: Language): string {
  return refusal ? sentence(refusal.code, refusal.params, language) : '–';
}

function sentence(code: string, params: Record<string, unknown>, language: Language): string {
  const message = params as Record<string, string>;
  return messageOf(
    {
      code,
      params: message,
      severity: 'blocksFile',
      place: null,
      found: message['found'] ?? null,
      expected: message['expected'] ?? null,
    },
    language,
  );
}
