import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  Database,
  FileStore,
  Job,
  Problem,
  readingLimits,
  SMALL_BYTES_MAX,
  UnitOfWork,
  type Progress,
} from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/apart';
import { limits } from '@tallgrunn/values';
import { GatherTogether } from '../checking/gather-together.ts';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { runCheck } from '../checking/run-check.ts';
import { checkJson } from './check-json.ts';
import { sendingColumns, senderOf, type SendingRow } from './sending-row.ts';

export const CHECK_ONLY = 'reporting.check-only';
export const CHECK_ONLY_LARGE = 'reporting.check-only-large';

const TELL_EVERY_MS = 500;

/**
 * Checks a file without submitting it. The result is stored with the API submission and the file is deleted. A job that
 * was killed starts again from the file.
 */
@Injectable()
@Job(CHECK_ONLY, { lane: 'short', inTurn: true })
export class CheckOnly {
  readonly #log = new Logger('check-only');

  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly prepare: PrepareCheck,
    private readonly together: GatherTogether,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run({ subjectId }: { subjectId: string }, progress: Progress): Promise<void> {
    const sending = await this.#aside(() =>
      this.database.one<SendingRow>(
        `select ${sendingColumns} from reporting.sending where id = $1 and state = 'waiting'`,
        [subjectId],
      ),
    );
    if (!sending) return;
    const said = await this.#check(sending, progress);
    await this.#keep(sending, said);
  }

  /** Runs work in a separate transaction, so that none stays open while the file is read. */
  #aside<T>(work: () => Promise<T>): Promise<T> {
    return this.units.run({ ...this.database.actor() }, work);
  }

  async #check(sending: SendingRow, progress: Progress): Promise<Record<string, unknown>> {
    const { terms, context } = await this.#aside(() => this.prepare.run(sending.duty_id));
    const together = await this.#aside(() => this.together.run(sending));
    if (sending.spool_name === null) throw new Problem(410, 'file-gone');
    let toldAt = 0;
    const onRows = (rows: number) => {
      if (Date.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = Date.now();
      void progress.tell('checking', rows).catch(() => undefined);
    };
    const file = path.join(this.files.spoolFolder, sending.spool_name);
    const request = {
      file,
      name: sending.file_name,
      terms,
      context,
      answers: sending.answers,
      together,
      rows: null,
      findingsMax: limits.sending.findingsMax,
    };
    const sizeBytes = Number(sending.file_size_bytes);
    const reuseFor = sizeBytes <= SMALL_BYTES_MAX ? this.database.actor().cooperativeId : undefined;
    const outcome = await runCheck(request, { limits: readingLimits(sizeBytes), sizeBytes, reuseFor, onRows });
    if (outcome.stoppedBy) this.#log.warn({ sendingId: sending.id, stoppedBy: outcome.stoppedBy, said: outcome.said });
    return checkJson(outcome, { file: sending.file_name, language: sending.language, terms, context });
  }

  /** Stores the result as the sender, so that their audit log shows a check without a submission. */
  async #keep(sending: SendingRow, said: Record<string, unknown>): Promise<void> {
    await this.units.run(senderOf(sending), async () => {
      await this.database.query(
        `update reporting.sending set state = 'done', check_json = $2, spool_name = null, answered_at = $3 where id = $1`,
        [sending.id, jsonbText(said), this.clock.now()],
      );
      await this.audit.record({
        act: 'report.checked-only',
        subject: { kind: 'sending', id: sending.id },
        details: { dutyId: sending.duty_id, ok: said['ok'], rows: said['rows'] },
      });
      const waiting = path.join(this.files.spoolFolder, sending.spool_name ?? '');
      this.database.afterCommit(() => rm(waiting, { force: true }));
    });
  }
}

/** Checks large files in the long lane, so that small jobs do not wait behind them. */
@Injectable()
@Job(CHECK_ONLY_LARGE, { lane: 'long', inTurn: true })
export class CheckOnlyLarge {
  constructor(private readonly check: CheckOnly) {}

  run(payload: { subjectId: string }, progress: Progress): Promise<void> {
    return this.check.run(payload, progress);
  }
}
