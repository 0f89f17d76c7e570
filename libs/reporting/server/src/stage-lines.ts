import { access } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Database, FileStore, Job, Problem, readingLimits, UnitOfWork, type Progress } from '@tallgrunn/platform';
import { GatherTogether } from './gather-together.ts';
import { NoteChecked } from './sending/note-checked.ts';
import { KeepVerdict } from './keep-verdict.ts';
import { PrepareCheck, type PreparedCheck } from './prepare-check.ts';
import type { CheckRequest } from './check-request.ts';
import { runCheck, type CheckOutcome } from './run-check.ts';
import { VersionStore, type Version } from './store/version-store.ts';

export const STAGE_LINES = 'reporting.stage-lines';
export const STAGE_MANY_LINES = 'reporting.stage-many-lines';

const TELL_EVERY_MS = 500;

interface Found {
  readonly version: Version;
  readonly prepared: PreparedCheck;
  readonly together: CheckRequest['together'];
}

/**
 * Reads and checks the file of a received version, and keeps its lines and findings, all in one transaction at the end.
 * A job that was killed starts again from the file, which waits where it was; one that runs twice finds the version checked and leaves it.
 */
@Injectable()
@Job(STAGE_LINES, { lane: 'short' })
export class StageLines {
  readonly #log = new Logger('stage-lines');

  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly prepare: PrepareCheck,
    private readonly together: GatherTogether,
    private readonly keep: KeepVerdict,
    private readonly versions: VersionStore,
    private readonly checked: NoteChecked,
  ) {}

  async run({ subjectId }: { subjectId: string }, progress: Progress): Promise<void> {
    const found = await this.#aside(() => this.#prepare(subjectId));
    if (!found) return;
    const outcome = await this.#check(found, progress);
    try {
      if (outcome.stoppedBy) this.#log.warn({ versionId: subjectId, stoppedBy: outcome.stoppedBy, said: outcome.said });
      await progress.tell('keeping', outcome.verdict?.rows ?? 0, outcome.verdict?.rows ?? null);
      await this.keep.run(subjectId, found.prepared, outcome);
      await this.checked.run(subjectId, found.prepared, outcome);
    } finally {
      await outcome.clear();
    }
  }

  /** A unit of its own: no transaction stays open while the file is read. */
  #aside<T>(work: () => Promise<T>): Promise<T> {
    return this.units.run({ ...this.database.actor() }, work);
  }

  async #prepare(versionId: string): Promise<Found | null> {
    const version = await this.versions.find(versionId);
    if (version?.state !== 'received') return null;
    return { version, prepared: await this.prepare.run(version.duty_id), together: await this.together.run(version) };
  }

  async #check({ version, prepared: { terms, context }, together }: Found, progress: Progress): Promise<CheckOutcome> {
    const file = await this.#pathOf(version);
    let toldAt = 0;
    const onRows = (rows: number) => {
      if (Date.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = Date.now();
      void progress.tell('checking', rows).catch(() => undefined);
    };
    await progress.tell('checking', 0);
    const request = { file, name: version.file_name ?? '', terms, context, answers: version.answers, together };
    return runCheck(request, { folder: this.files.spoolFolder, limits: readingLimits(Number(version.file_size_bytes)), onRows });
  }

  /** Where the bytes are: still waiting, or already kept by a run that fell afterwards. */
  async #pathOf({ spool_name, file_sha256 }: Version): Promise<string> {
    const places = [path.join(this.files.spoolFolder, spool_name ?? ''), this.files.pathOf(file_sha256 ?? '')];
    for (const place of places) if (await access(place).then(() => true, () => false)) return place;
    throw new Problem(410, 'file-gone', { sha256: file_sha256 });
  }
}

/** The same for large files, in the lane where nothing small waits behind them. */
@Injectable()
@Job(STAGE_MANY_LINES, { lane: 'long' })
export class StageManyLines {
  constructor(private readonly stage: StageLines) {}

  run(payload: { subjectId: string }, progress: Progress): Promise<void> {
    return this.stage.run(payload, progress);
  }
}
