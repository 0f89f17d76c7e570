import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { canonicalJson, type CheckContext, type Terms } from '@tallgrunn/checks';
import { osloDate, sha256Hex } from '@tallgrunn/values';
import { composeContext } from './compose-context.ts';
import { ContextRows, type DutyRow } from './context-rows.ts';
import { LessonRows } from './lesson-rows.ts';
import { PartRows } from './part-rows.ts';
import { PartyRows } from './party-rows.ts';

/** A stored check context: its SHA-256 address and its JSON, compressed with gzip. */
export interface KeptContext {
  readonly sha256: string;
  readonly body: Buffer;
}

export interface DutyBasis {
  readonly terms: Terms;
  readonly termsHash: string;
  readonly termsVersionId: string;
  readonly context: CheckContext;
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/**
 * Builds and stores the check context of one supplier and period. It never contains spend or data about other
 * suppliers.
 */
@Injectable()
export class BuildCheckContext {
  constructor(
    private readonly rows: ContextRows,
    private readonly parties: PartyRows,
    private readonly parts: PartRows,
    private readonly lessons: LessonRows,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the current terms and context of an obligation.
   * @throws Problem 'not-found' (404) when the obligation is not visible to the user
   */
  async run(dutyId: string): Promise<DutyBasis> {
    const duty = await this.rows.duty(dutyId);
    if (!duty) throw notFound('duty');
    const terms = await this.database.one<{ id: string; document: Terms; sha256: string }>(
      'select id, document, sha256 from agreements.terms_version where id = $1',
      [duty.terms_version_id],
    );
    if (!terms) throw notFound('terms-version');
    return {
      terms: terms.document,
      termsHash: terms.sha256,
      termsVersionId: terms.id,
      context: { ...(await this.#compose(duty)), ...this.#dayOfCheck(duty) },
    };
  }

  /** Stores a context under its hash, so that a check result that names it can be reproduced. */
  async keep(context: CheckContext): Promise<KeptContext> {
    const text = canonicalJson(context);
    const sha256 = sha256Hex(text);
    const kept = await this.find(sha256);
    if (kept) return kept;
    const body = await pack(text);
    await this.database.query(
      `insert into agreements.check_context (sha256, supplier_id, agreement_id, period_key, body, size_bytes, made_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (cooperative_id, sha256) do nothing`,
      [sha256, context.supplier?.key, context.agreement?.id, context.period?.key, body, text.length, this.clock.now()],
    );
    return { sha256, body };
  }

  async find(sha256: string): Promise<KeptContext | undefined> {
    return this.database.one<KeptContext>('select sha256, body from agreements.check_context where sha256 = $1', [
      sha256,
    ]);
  }

  /**
   * Returns the unpacked context, to check a file against it once more.
   * @throws Problem 'not-found' (404)
   */
  async open(sha256: string): Promise<CheckContext> {
    const kept = await this.find(sha256);
    if (!kept) throw notFound('check-context');
    return JSON.parse((await unpack(kept.body)).toString('utf8')) as CheckContext;
  }

  /**
   * Returns the day of the check while the period runs. Later it is omitted, so that the context of an ended period
   * does not change from day to day.
   */
  #dayOfCheck({ period_end }: DutyRow): { asOf?: string } {
    const today = osloDate(this.clock.now());
    return today < period_end ? { asOf: today } : {};
  }

  async #compose(duty: DutyRow): Promise<CheckContext> {
    return composeContext({
      duty,
      parts: await this.parts.run(duty),
      prices: await this.rows.prices(duty),
      models: await this.rows.models(duty),
      packs: await this.rows.packs(duty),
      ...(await this.lessons.run(duty)),
      lots: await this.rows.lots(duty),
      buyers: await this.rows.buyers(duty),
      parties: await this.parties.run(duty),
      otherAgreements: await this.rows.otherAgreements(duty),
    });
  }
}
