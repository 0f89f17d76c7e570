import { Injectable } from '@nestjs/common';
import { FourEyes } from '@tallgrunn/identity-server';
import { AuditTrail, Clock, Database, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { CountingMethod } from '../weighing/methods.ts';

/** What shall count in a category's official figure from a day on, in the order it is tried. */
export interface NewRuling {
  readonly category: string;
  /** YYYY-MM-DD. */
  readonly fromOn: string;
  readonly methods: readonly CountingMethod[];
  readonly reason: string;
}

/**
 * A person proposes which methods count in a category: whether suppliers' accepted declarations enter the official figure or stand beside it.
 * Nothing changes before the colleague who is asked, or their deputy, says the same.
 */
@Injectable()
export class ProposeRuling {
  constructor(
    private readonly database: Database,
    private readonly fourEyes: FourEyes,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run({ category, fromOn, methods, reason }: NewRuling, approverId: string): Promise<{ id: string }> {
    await this.#fits(category, approverId);
    await this.#changes(category, fromOn, methods);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into emissions.ruling_proposal (id, category_code, from_on, methods, reason, state, approver_id, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, 'proposed', $6, platform.person(), $7)`,
      [id, category, fromOn, methods, reason, approverId, this.clock.now()],
    );
    await this.audit.record({
      act: 'emissions.rule-proposed',
      subject: { kind: 'ruling-proposal', id },
      details: { category, fromOn, methods },
    });
    return { id };
  }

  async #fits(category: string, approverId: string): Promise<void> {
    const known = await this.database.one('select from catalogue.door_category where code = $1', [category]);
    const approver = await this.database.one<{ self: boolean }>(
      `select m.person_id = platform.person() as self from identity.door_membership m
       join identity.door_organisation o on o.id = m.organisation_id and o.kind = 'cooperative'
       where m.person_id = $1 and m.ended_at is null and (m.ends_at is null or m.ends_at > $2) and m.role in ('contract-manager', 'administrator') limit 1`,
      [approverId, this.clock.now()],
    );
    const issues = [
      ...(known ? [] : [{ code: 'category-unknown', path: 'category', params: { found: category } }]),
      ...(approver ? [] : [{ code: 'approver-unknown', path: 'approverId', params: {} }]),
    ];
    if (issues.length > 0) throw new Problem(422, 'ruling-refused', {}, issues);
    if (approver?.self) throw new Problem(409, 'ruling-needs-second-person');
    await this.fourEyes.requireIndependent('method-policy', [this.database.actor().personId], approverId);
  }

  /** What two persons have said already, or are asked already, is not asked again. To say the standard with two names is something else than nobody having said it. */
  async #changes(category: string, fromOn: string, methods: readonly CountingMethod[]): Promise<void> {
    const waiting = await this.database.one(
      `select from emissions.ruling_proposal where category_code = $1 and from_on = $2 and methods = $3 and state = 'proposed'`,
      [category, fromOn, methods],
    );
    if (waiting) throw new Problem(409, 'ruling-proposed-already');
    const standing = await this.database.one<{ methods: readonly string[] }>(
      'select methods from emissions.ruling where category_code = $1 and from_on <= $2 order by from_on desc, decided_at desc limit 1',
      [category, fromOn],
    );
    if (standing?.methods.join() === methods.join()) throw new Problem(409, 'ruling-holds-already');
  }
}
