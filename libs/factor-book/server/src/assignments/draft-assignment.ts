import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { multipliersSql } from '../multipliers.ts';
import { uuidv7 } from '@tallgrunn/values';

export const assignmentKinds = ['product', 'category', 'account'] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

/** A factor for a product group, the spend of a category or an account (`system:code`), from a day. */
export interface NewAssignment {
  readonly kind: AssignmentKind;
  readonly target: string;
  readonly setId: string;
  readonly factorId: string;
  readonly directSetId?: string | undefined;
  readonly directFactorId?: string | undefined;
  /** YYYY-MM-DD. */
  readonly fromOn: string;
  readonly reason: string;
  /** Justification for using a spend factor of another economy in the official figure. */
  readonly foreignDecision?: string | undefined;
}

/**
 * Stores a factor assignment as a draft. The factor is validated against its target at once; the assignment has no
 * effect before a second person approves it.
 * @throws Problem 'factor-assignment-invalid' (422) with one issue per error
 */
@Injectable()
export class DraftAssignment {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(assignment: NewAssignment): Promise<{ id: string }> {
    await this.#fits(assignment);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into factor_book.factor_assignment (id, kind, target, set_id, factor_id, combustion_set_id, combustion_factor_id, valid_from, reason, foreign_factor_justification, state, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', platform.person(), $11)`,
      [
        id,
        assignment.kind,
        assignment.target,
        assignment.setId,
        assignment.factorId,
        assignment.directSetId ?? null,
        assignment.directFactorId ?? null,
        assignment.fromOn,
        assignment.reason,
        assignment.foreignDecision ?? null,
        this.clock.now(),
      ],
    );
    await this.audit.record({
      act: 'factor-assignment.drafted',
      subject: { kind: 'factor-assignment', id },
      details: {
        kind: assignment.kind,
        target: assignment.target,
        factor: `${assignment.setId}/${assignment.factorId}`,
      },
    });
    return { id };
  }

  async #fits({
    kind,
    target,
    setId,
    factorId,
    directSetId,
    directFactorId,
    foreignDecision,
  }: NewAssignment): Promise<void> {
    const factor = await this.database.one<{
      kind: 'spend' | 'activity';
      burning: boolean;
      region: string;
      flags: string[];
      direct: boolean;
      usable: boolean;
    }>(
      `select f.kind, f.stage = 'direct' and f.boundary = 'combustion' and f.per not in ('km', 'tkm') as burning, f.region, f.flags, $3::text is null and $4::text is null or exists (select from factor_book.door_factor d where d.set_id = $3 and d.id = $4 and d.per = f.per and d.stage = 'direct') as direct,
         f.kind = 'activity' or exists (select from (${multipliersSql({ factors: '(select $1::text as set_id, $2::text as factor_id)' })}) m) as usable
       from factor_book.door_factor f where f.set_id = $1 and f.id = $2`,
      [setId, factorId, directSetId ?? null, directFactorId ?? null],
    );
    const knownTarget = await this.database.one(
      `select where $1 = 'account' and $2 ~ '^[a-z0-9]+:.+$' or exists (select from catalogue.door_product_group where $1 = 'product' and code = $2) or exists (select from catalogue.door_category where $1 = 'category' and code = $2)`,
      [kind, target],
    );
    const issues = [
      ...(knownTarget ? [] : [{ code: 'target-unknown', path: 'target', params: { found: target } }]),
      ...(factor ? [] : [{ code: 'factor-unknown', path: 'factorId', params: { found: `${setId}/${factorId}` } }]),
      ...(factor && (factor.kind === 'spend') !== (kind !== 'product')
        ? [{ code: 'factor-of-other-kind', path: 'factorId', params: { found: factor.kind } }]
        : []),
      ...(factor && !factor.usable ? [{ code: 'factor-without-rate', path: 'factorId', params: {} }] : []),
      ...(factor?.burning ? [{ code: 'factor-of-burning', path: 'factorId', params: {} }] : []),
      ...(factor && !factor.direct ? [{ code: 'direct-factor-unfit', path: 'directFactorId', params: {} }] : []),
      ...(factor?.kind === 'spend' && factor.region !== 'NO' && !foreignDecision?.trim()
        ? [{ code: 'foreign-needs-decision', path: 'foreignDecision', params: { found: factor.region } }]
        : []),
    ];
    if (issues.length > 0) throw new Problem(422, 'factor-assignment-invalid', {}, issues);
  }
}
