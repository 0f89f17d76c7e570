import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Facts, notFound, Problem } from '@tallgrunn/platform';
import { hashOf, usualReport, type Terms } from '@tallgrunn/checks';
import { osloDate, Period, uuidv7 } from '@tallgrunn/values';
import { RequireSoundTerms } from './require-sound-terms.ts';

/** Terms as a contract manager writes them: which agreement and which version follows from where they are published. */
export type TermsDraft = Omit<Terms, 'id' | 'version' | 'agreement'>;

interface Before {
  /** the newest version of the report, 0 when there is none */
  readonly version: number;
  /** since when the version in force today has held; null when none is */
  readonly in_force_from: string | null;
}

/** Publishes the next version of what suppliers of an agreement must report. A published version is never edited. */
@Injectable()
export class PublishTerms {
  constructor(
    private readonly database: Database,
    private readonly sound: RequireSoundTerms,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * `holdsFrom`: periods that begin on or after this day. Unless said, the first version holds from the agreement's first day, a later one
   * from the next period. Refused with every mistake of the document (422, `terms-refused`), or where it would take away from what already holds.
   */
  async run(agreementId: string, draft: TermsDraft | Record<string, unknown>, holdsFrom?: string): Promise<{ id: string; version: number; sha256: string; report: string; holdsFrom: string }> {
    const { number, title } = await this.#agreement(agreementId);
    // Sound whatever its version, which is taken under the lock.
    await this.sound.run({ ...draft, id: number, version: 1, agreement: { id: agreementId, title } });
    const agreement = await this.#agreement(agreementId, 'for update');
    const report = typeof draft.report === 'string' ? draft.report : usualReport;
    const before = await this.#before(agreementId, report);
    const version = before.version + 1;
    const terms = { ...draft, id: agreement.number, version, agreement: { id: agreementId, title: agreement.title } } as unknown as Terms;
    const from = holdsFrom ?? this.#usualStart(before, terms, agreement.starts_on);
    if (before.in_force_from !== null && from <= before.in_force_from) throw new Problem(422, 'terms-before-in-force', { holdsFrom: from, inForceFrom: before.in_force_from });
    return { ...(await this.#keep(agreementId, terms, report, from)), version, report, holdsFrom: from };
  }

  async #agreement(id: string, lock: 'for update' | '' = ''): Promise<{ number: string; title: string; starts_on: string }> {
    const agreement = await this.database.one<{ number: string; title: string; starts_on: string }>(`select number, title, starts_on from agreements.agreement where id = $1 ${lock}`, [id]);
    if (!agreement) throw notFound('agreement');
    return agreement;
  }

  async #before(agreementId: string, report: string): Promise<Before> {
    const before = await this.database.one<Before>(
      `select coalesce(max(version), 0)::int as version, max(holds_from) filter (where holds_from <= $3::date) as in_force_from
       from agreements.terms_version where agreement_id = $1 and report = $2`,
      [agreementId, report, osloDate(this.clock.now())],
    );
    return before ?? { version: 0, in_force_from: null };
  }

  #usualStart({ version }: Before, { frequency }: Terms, startsOn: string): string {
    return version === 0 ? startsOn : Period.shift(Period.containing(frequency, osloDate(this.clock.now())), 1).start;
  }

  async #keep(agreementId: string, terms: Terms, report: string, holdsFrom: string): Promise<{ id: string; sha256: string }> {
    const id = uuidv7(this.clock.now());
    const sha256 = hashOf(terms);
    await this.database.query('insert into agreements.terms_version (id, agreement_id, report, version, holds_from, document, sha256, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      id, agreementId, report, terms.version, holdsFrom, JSON.stringify(terms), sha256, this.clock.now(),
    ]);
    await this.audit.record({ act: 'terms.published', subject: { kind: 'terms-version', id }, details: { agreementId, version: terms.version, report, holdsFrom } });
    await this.facts.announce({ name: 'agreements.terms-published', subjectId: id, payload: { agreementId, version: terms.version, report } });
    return { id, sha256 };
  }
}
