import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Facts, notFound, Problem } from '@tallgrunn/platform';
import { hashOf, readTerms, type Terms } from '@tallgrunn/checks';
import { uuidv7 } from '@tallgrunn/values';

/** Terms as a contract manager writes them: which agreement and which version follows from where they are published. */
export type TermsDraft = Omit<Terms, 'id' | 'version' | 'agreement'>;

/** Publishes the next version of what suppliers of an agreement must report. A published version is never edited. */
@Injectable()
export class PublishTerms {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** `holdsFrom`: periods that begin on or after this day; the agreement's first day unless said. */
  async run(agreementId: string, draft: TermsDraft | Record<string, unknown>, holdsFrom?: string): Promise<{ id: string; version: number; sha256: string }> {
    const agreement = await this.database.one<{ number: string; title: string; starts_on: string }>('select number, title, starts_on from agreements.agreement where id = $1 for update', [agreementId]);
    if (!agreement) throw notFound('agreement');
    const last = await this.database.one<{ version: number }>('select coalesce(max(version), 0)::int as version from agreements.terms_version where agreement_id = $1', [agreementId]);
    const version = (last?.version ?? 0) + 1;
    const read = readTerms({ ...draft, id: agreement.number, version, agreement: { id: agreementId, title: agreement.title } });
    if (!read.ok) throw new Problem(422, 'terms-refused', {}, read.problems.map(({ path, problem, detail }) => ({ code: problem, path, params: { expected: detail } })));
    const id = uuidv7(this.clock.now());
    const sha256 = hashOf(read.value);
    await this.database.query('insert into agreements.terms_version (id, agreement_id, version, holds_from, document, sha256, published_at) values ($1, $2, $3, $4, $5, $6, $7)', [
      id,
      agreementId,
      version,
      holdsFrom ?? agreement.starts_on,
      JSON.stringify(read.value),
      sha256,
      this.clock.now(),
    ]);
    await this.audit.record({ act: 'terms.published', subject: { kind: 'terms-version', id }, details: { agreementId, version } });
    await this.facts.announce({ name: 'agreements.terms-published', subjectId: id, payload: { agreementId, version } });
    return { id, version, sha256 };
  }
}
