import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/apart';
import type { StandingPatch } from '@tallgrunn/checks';
import { uuidv7 } from '@tallgrunn/values';

export interface AnswerOwner {
  readonly supplierId: string;
  readonly agreementId: string;
}

/** What was answered: a change to how something is read, the question that is right as it stands, or whether a customer is ours. */
export type AnswerBody =
  | { readonly kind: 'change'; readonly answer: StandingPatch }
  | { readonly kind: 'question'; readonly answer: { readonly code: string; readonly cause: string } }
  | { readonly kind: 'customer'; readonly answer: { readonly ours: boolean } };

export type NewAnswer = AnswerBody & {
  /** What was asked; of two with one subject the newer is in force. A customer is the hash of its name. */
  readonly subject: string;
  readonly reason: string | null;
};

export type RememberedAnswer = NewAnswer & {
  readonly id: string;
  readonly givenAt: Date;
  /** Null when the person is not known any more. */
  readonly givenBy: string | null;
  /** Number of the report that it was given with. */
  readonly reportNumber: string | null;
};

const ANSWERS_MAX = 1_000;

/** Answers that hold for a supplier's next files of an agreement. */
@Injectable()
export class RememberedAnswerStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those in force, newest first. */
  list({ supplierId, agreementId }: AnswerOwner): Promise<RememberedAnswer[]> {
    return this.database.query<RememberedAnswer & Record<string, unknown>>(
      `select a.id, a.kind, a.subject, a.answer, a.reason, a.given_at as "givenAt", p.name as "givenBy", v.number as "reportNumber"
       from reporting.remembered_answer a
       join reporting.version v on v.cooperative_id = a.cooperative_id and v.id = a.version_id
       left join identity.door_person p on p.cooperative_id = a.cooperative_id and p.id = a.given_by
       where a.supplier_id = $1 and a.agreement_id = $2 and a.revoked_at is null
       order by a.given_at desc, a.id desc limit ${ANSWERS_MAX}`,
      [supplierId, agreementId],
    );
  }

  find(id: string, { supplierId, agreementId }: AnswerOwner): Promise<(NewAnswer & { readonly id: string }) | undefined> {
    return this.database.one<NewAnswer & { readonly id: string } & Record<string, unknown>>(
      'select id, kind, subject, answer, reason from reporting.remembered_answer where id = $1 and supplier_id = $2 and agreement_id = $3 and revoked_at is null for update',
      [id, supplierId, agreementId],
    );
  }

  /** Stores answers given with a version. One that is in force already keeps its day and person; another one of its subject is revoked. Returns how many are new. */
  async save({ supplierId, agreementId }: AnswerOwner, versionId: string, answers: readonly NewAnswer[]): Promise<number> {
    const inForce = new Map((await this.list({ supplierId, agreementId })).map((each) => [`${each.kind} ${each.subject}`, each]));
    let stored = 0;
    for (const { kind, subject, answer, reason } of answers) {
      const known = inForce.get(`${kind} ${subject}`);
      if (known && isSame(known, answer, reason)) continue;
      if (known) await this.revoke(known.id);
      await this.database.query(
        'insert into reporting.remembered_answer (id, supplier_id, agreement_id, version_id, kind, subject, answer, reason, given_by, given_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [uuidv7(this.clock.now()), supplierId, agreementId, versionId, kind, subject, jsonbText(answer), reason, this.database.actor().personId, this.clock.now()],
      );
      stored += 1;
    }
    return stored;
  }

  async revoke(id: string): Promise<void> {
    await this.database.query('update reporting.remembered_answer set revoked_at = $2, revoked_by = $3 where id = $1', [id, this.clock.now(), this.database.actor().personId]);
  }

  /** What was asked and answered by changes that the supplier has taken back and not given again. */
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

const sorted = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
const isSame = (known: NewAnswer, answer: object, reason: string | null): boolean => sorted(known.answer) === sorted(answer) && known.reason === reason;
