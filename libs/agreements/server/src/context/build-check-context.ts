import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { canonicalJson, type CheckContext, type Terms } from '@tallgrunn/checks';
import { osloDate, sha256Hex } from '@tallgrunn/values';
import { composeContext } from './compose-context.ts';
import { ContextRows, type ObligationRow } from './context-rows.ts';
import { LearnedRuleRows } from './learned-rule-rows.ts';
import { AdjacentObligationRows } from './adjacent-obligation-rows.ts';
import { PartyRows } from './party-rows.ts';

/** A stored check context: its SHA-256 address and its JSON, compressed with gzip. */
export interface StoredContext {
  readonly sha256: string;
  readonly body: Buffer;
}

export interface ObligationBasis {
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
    private readonly parts: AdjacentObligationRows,
    private readonly lessons: LearnedRuleRows,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the current terms and context of an obligation.
   * @throws Problem 'not-found' (404) when the obligation is not visible to the user
   */
  async run(obligationId: string): Promise<ObligationBasis> {
    const obligation = await this.rows.obligation(obligationId);
    if (!obligation) throw notFound('obligation');
    const terms = await this.database.one<{ id: string; document: Terms; sha256: string }>(
      'select id, document, sha256 from agreements.terms_version where id = $1',
      [obligation.terms_version_id],
    );
    if (!terms) throw notFound('terms-version');
    return {
      terms: terms.document,
      termsHash: terms.sha256,
      termsVersionId: terms.id,
      context: { ...(await this.#compose(obligation)), ...this.#dayOfCheck(obligation) },
    };
  }

  /** Stores a context under its hash, so that a check result that names it can be reproduced. */
  async store(context: CheckContext): Promise<StoredContext> {
    const text = canonicalJson(context);
    const sha256 = sha256Hex(text);
    const stored = await this.find(sha256);
    if (stored) return stored;
    const body = await pack(text);
    await this.database.query(
      `insert into agreements.check_context (sha256, supplier_id, agreement_id, period_key, body, size_bytes, made_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (cooperative_id, sha256) do nothing`,
      [sha256, context.supplier?.key, context.agreement?.id, context.period?.key, body, text.length, this.clock.now()],
    );
    return { sha256, body };
  }

  async find(sha256: string): Promise<StoredContext | undefined> {
    return this.database.one<StoredContext>('select sha256, body from agreements.check_context where sha256 = $1', [
      sha256,
    ]);
  }

  /**
   * Returns the unpacked context, to check a file against it once more.
   * @throws Problem 'not-found' (404)
   */
  async load(sha256: string): Promise<CheckContext> {
    const stored = await this.find(sha256);
    if (!stored) throw notFound('check-context');
    return JSON.parse((await unpack(stored.body)).toString('utf8')) as CheckContext;
  }

  /**
   * Returns the day of the check while the period runs. Later it is omitted, so that the context of an ended period
   * does not change from day to day.
   */
  #dayOfCheck({ period_end }: ObligationRow): { asOf?: string } {
    const today = osloDate(this.clock.now());
    return today < period_end ? { asOf: today } : {};
  }

  async #compose(obligation: ObligationRow): Promise<CheckContext> {
    return composeContext({
      obligation,
      parts: await this.parts.run(obligation),
      prices: await this.rows.prices(obligation),
      models: await this.rows.models(obligation),
      packs: await this.rows.packs(obligation),
      ...(await this.lessons.run(obligation)),
      lots: await this.rows.lots(obligation),
      buyers: await this.rows.buyers(obligation),
      parties: await this.parties.run(obligation),
      otherAgreements: await this.rows.otherAgreements(obligation),
    });
  }
}
