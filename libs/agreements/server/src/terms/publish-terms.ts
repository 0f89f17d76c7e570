import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';
import { exampleTerms, hashOf, defaultReport, type ClausePackage, type Terms } from '@tallgrunn/checks';
import { osloDate, Period, uuidv7, type Language } from '@tallgrunn/values';
import { adviceFor } from '../remedies.ts';
import { RequireValidTerms } from './require-sound-terms.ts';

/** Terms as written by a contract manager; agreement and version follow from the publication. */
export type TermsDraft = Omit<Terms, 'id' | 'version' | 'agreement'>;

export interface PublishedTermsDto {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly report: string;
  readonly holdsFrom: string;
  /** True when the latest version was the same, so that nothing was published. */
  readonly existed: boolean;
}

export interface PublishOptions {
  /** A clause package that provides what the document omits. */
  readonly package?: ClausePackage | undefined;
  /** Publishes nothing when the latest version of the report is the same. */
  readonly onlyIfChanged?: boolean;
  /** Language of the advice on errors. */
  readonly language?: Language;
}

interface LatestTerms {
  /** latest version of the report; 0 when there is none */
  readonly version: number;
  /** first day of the version in force today; null when none is */
  readonly in_force_from: string | null;
}

/** Publishes the next version of the reporting terms of an agreement. A published version is never edited. */
@Injectable()
export class PublishTerms {
  constructor(
    private readonly database: Database,
    private readonly sound: RequireValidTerms,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param holdsFrom first day of the periods that the terms apply to; default: for the first version the agreement's
   * first day, for later ones the next period
   * @throws Problem 'terms-invalid' (422) with every mistake in the document; 'terms-start-too-early' (422) when the
   * day is not after that of the version in force
   */
  async run(
    agreementId: string,
    document: TermsDraft | Record<string, unknown>,
    holdsFrom?: string,
    options: PublishOptions = {},
  ): Promise<PublishedTermsDto> {
    const draft = mergePackage(document, options.package);
    const { number, title } = await this.#agreement(agreementId);
    // Validate before locking; the version is assigned under the lock.
    await this.sound.run({ ...draft, id: number, version: 1, agreement: { id: agreementId, title } });
    const agreement = await this.#agreement(agreementId, 'for update');
    const report = typeof draft.report === 'string' ? draft.report : defaultReport;
    const before = await this.#before(agreementId, report);
    const same = options.onlyIfChanged
      ? await this.#same(agreementId, report, {
          ...draft,
          id: agreement.number,
          version: before.version,
          agreement: { id: agreementId, title: agreement.title },
        } as unknown as Terms)
      : undefined;
    if (same) return existingTerms(same, holdsFrom, options.language ?? 'nb');
    const version = before.version + 1;
    const terms = {
      ...draft,
      id: agreement.number,
      version,
      agreement: { id: agreementId, title: agreement.title },
    } as unknown as Terms;
    const from = holdsFrom ?? this.#usualStart(before, terms, agreement.starts_on);
    if (before.in_force_from !== null && from <= before.in_force_from)
      throw new Problem(422, 'terms-start-too-early', { holdsFrom: from, inForceFrom: before.in_force_from });
    return {
      ...(await this.#store(agreementId, terms, report, from)),
      version,
      report,
      holdsFrom: from,
      existed: false,
    };
  }

  async #agreement(
    id: string,
    lock: 'for update' | '' = '',
  ): Promise<{ number: string; title: string; starts_on: string }> {
    const agreement = await this.database.one<{ number: string; title: string; starts_on: string }>(
      `select number, title, starts_on from agreements.agreement where id = $1 ${lock}`,
      [id],
    );
    if (!agreement) throw notFound('agreement');
    return agreement;
  }

  async #before(agreementId: string, report: string): Promise<LatestTerms> {
    const before = await this.database.one<LatestTerms>(
      `select coalesce(max(version), 0)::int as version, max(applies_from) filter (where applies_from <= $3::date) as in_force_from
       from agreements.terms_version where agreement_id = $1 and report = $2`,
      [agreementId, report, osloDate(this.clock.now())],
    );
    return before ?? { version: 0, in_force_from: null };
  }

  /** Returns the latest version of the report if it equals these terms. */
  #same(agreementId: string, report: string, terms: Terms): Promise<Omit<PublishedTermsDto, 'existed'> | undefined> {
    return this.database.one<Omit<PublishedTermsDto, 'existed'> & Record<string, unknown>>(
      'select id, version, sha256, report, applies_from as "holdsFrom" from agreements.terms_version where agreement_id = $1 and report = $2 and version = $3 and sha256 = $4',
      [agreementId, report, terms.version, hashOf(terms)],
    );
  }

  #usualStart({ version }: LatestTerms, { frequency }: Terms, startsOn: string): string {
    return version === 0 ? startsOn : Period.shift(Period.containing(frequency, osloDate(this.clock.now())), 1).start;
  }

  async #store(
    agreementId: string,
    terms: Terms,
    report: string,
    holdsFrom: string,
  ): Promise<{ id: string; sha256: string }> {
    const id = uuidv7(this.clock.now());
    const sha256 = hashOf(terms);
    await this.database.query(
      'insert into agreements.terms_version (id, agreement_id, report, version, applies_from, document, sha256, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, agreementId, report, terms.version, holdsFrom, JSON.stringify(terms), sha256, this.clock.now()],
    );
    await this.audit.record({
      act: 'terms.published',
      subject: { kind: 'terms-version', id },
      details: { agreementId, version: terms.version, report, holdsFrom },
    });
    await this.facts.publish({
      name: 'agreements.terms-published',
      subjectId: id,
      payload: { agreementId, version: terms.version, report },
    });
    return { id, sha256 };
  }
}

/** Merges the document into its clause package; the document takes precedence. */
function mergePackage(
  document: TermsDraft | Record<string, unknown>,
  name: ClausePackage | undefined,
): Record<string, unknown> {
  if (!name) return { ...document };
  const { id: _, version: _version, ...rest } = exampleTerms[name]();
  return { ...rest, ...document };
}

/**
 * Returns the existing version, unless it was requested from another day.
 * @throws Problem 'terms-hold-from-differs' (409)
 */
function existingTerms(
  same: Omit<PublishedTermsDto, 'existed'>,
  holdsFrom: string | undefined,
  language: Language,
): PublishedTermsDto {
  if (holdsFrom === undefined || holdsFrom === same.holdsFrom) return { ...same, existed: true };
  const code = 'terms-hold-from-differs';
  throw new Problem(409, code, { version: same.version }, [
    { code, path: 'holdsFrom', params: { found: same.holdsFrom, expected: holdsFrom, ...adviceFor(code, language) } },
  ]);
}
