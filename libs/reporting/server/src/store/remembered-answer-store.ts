import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import type { LastingPatch } from '@tallgrunn/checks';
import { limits, uuidv7 } from '@tallgrunn/values';

export interface AnswerOwner {
  readonly supplierId: string;
  readonly agreementId: string;
}

/**
 * An answer: a change to how something is read, a finding confirmed as correct, or whether a customer belongs to the
 * cooperative.
 */
export type AnswerRequest =
  | { readonly kind: 'change'; readonly answer: LastingPatch }
  | { readonly kind: 'question'; readonly answer: { readonly code: string; readonly cause: string } }
  | { readonly kind: 'customer'; readonly answer: { readonly ours: boolean } };

export type NewAnswer = AnswerRequest & {
  /**
   * The subject of the question; a newer answer replaces the previous one on the same subject. For a customer: the hash
   * of its name.
   */
  readonly subject: string;
  readonly reason: string | null;
};

export type RememberedAnswer = NewAnswer & {
  readonly id: string;
  readonly givenAt: Date;
  /** Null when the person has been removed. */
  readonly givenBy: string | null;
  /** Number of the report it was given with. */
  readonly reportNumber: string | null;
};

/** Answers that apply to a supplier's next files of an agreement. */
@Injectable()
export class RememberedAnswerStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Lists the answers in force, newest first, one page at a time.
   * @param after id of the last answer of the previous page
   */
  list({ supplierId, agreementId }: AnswerOwner, after: string | null = null): Promise<RememberedAnswer[]> {
    return this.database.query<RememberedAnswer & Record<string, unknown>>(
      `select a.id, a.kind, a.subject, a.answer, a.reason, a.given_at as "givenAt", p.name as "givenBy", v.number as "reportNumber"
       from reporting.remembered_answer a
       join reporting.report_version v on v.cooperative_id = a.cooperative_id and v.id = a.version_id
       left join identity.door_person p on p.cooperative_id = a.cooperative_id and p.id = a.given_by
       where a.supplier_id = $1 and a.agreement_id = $2 and a.revoked_at is null
         and ($3::uuid is null or (a.given_at, a.id) < (
           select l.given_at, l.id from reporting.remembered_answer l where l.id = $3 and l.supplier_id = $1 and l.agreement_id = $2))
       order by a.given_at desc, a.id desc limit ${limits.rememberedAnswers.pageMax}`,
      [supplierId, agreementId, after],
    );
  }

  find(
    id: string,
    { supplierId, agreementId }: AnswerOwner,
  ): Promise<(NewAnswer & { readonly id: string }) | undefined> {
    return this.database.one<NewAnswer & { readonly id: string } & Record<string, unknown>>(
      'select id, kind, subject, answer, reason from reporting.remembered_answer where id = $1 and supplier_id = $2 and agreement_id = $3 and revoked_at is null for update',
      [id, supplierId, agreementId],
    );
  }

  /**
   * Stores answers given with a version. An answer already in force keeps its date and person; a different one on the
   * same subject is replaced. Returns the number stored or changed. Rows are inserted in the order of their subjects,
   * so that two simultaneous submissions cannot deadlock.
   */
  async save(
    { supplierId, agreementId }: AnswerOwner,
    versionId: string,
    answers: readonly NewAnswer[],
  ): Promise<number> {
    const last = [...new Map(answers.map((each) => [`${each.kind} ${each.subject}`, each])).values()];
    const now = this.clock.now();
    const stored = await this.database.query(
      `insert into reporting.remembered_answer as a (id, supplier_id, agreement_id, version_id, kind, subject, answer, reason, given_by, given_at)
       select n.id, $1, $2, $3, n.kind, n.subject, n.answer::jsonb, n.reason, $4, $5
       from unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[]) as n (id, kind, subject, answer, reason)
       order by n.kind, n.subject
       on conflict (cooperative_id, supplier_id, agreement_id, kind, subject) where revoked_at is null
       do update set version_id = excluded.version_id, answer = excluded.answer, reason = excluded.reason, given_by = excluded.given_by, given_at = excluded.given_at
       where (a.answer, a.reason) is distinct from (excluded.answer, excluded.reason)
       returning a.id`,
      [
        supplierId,
        agreementId,
        versionId,
        this.database.actor().personId,
        now,
        last.map(() => uuidv7(now)),
        last.map(({ kind }) => kind),
        last.map(({ subject }) => subject),
        last.map(({ answer }) => jsonbText(answer)),
        last.map(({ reason }) => reason),
      ],
    );
    return stored.length;
  }

  /** Revokes the answer in force on a subject. */
  async revoke(
    { supplierId, agreementId }: AnswerOwner,
    { kind, subject }: Pick<NewAnswer, 'kind' | 'subject'>,
  ): Promise<void> {
    await this.database.query(
      'update reporting.remembered_answer set revoked_at = $5, revoked_by = $6 where supplier_id = $1 and agreement_id = $2 and kind = $3 and subject = $4 and revoked_at is null',
      [supplierId, agreementId, kind, subject, this.clock.now(), this.database.actor().personId],
    );
  }

  /** Returns the subjects of changes that the supplier has revoked and not answered since. */
  async revokedSubjects({ supplierId, agreementId }: AnswerOwner): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ subject: string }>(
      `select distinct a.subject from reporting.remembered_answer a
       where a.supplier_id = $1 and a.agreement_id = $2 and a.kind = 'change' and a.revoked_at is not null and not exists (
         select 1 from reporting.remembered_answer b
         where b.cooperative_id = a.cooperative_id and b.supplier_id = a.supplier_id and b.agreement_id = a.agreement_id and b.kind = a.kind and b.subject = a.subject and b.revoked_at is null)`,
      [supplierId, agreementId],
    );
    return new Set(rows.map(({ subject }) => subject));
  }
}
