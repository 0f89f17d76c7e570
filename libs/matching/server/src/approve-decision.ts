import { Injectable } from '@nestjs/common';
import { FourEyes } from '@tallgrunn/identity-server';
import { AuditLog, Clock, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { lockDecision } from './decision-concurrency.ts';
import { isNewestAnswer, isNewestDecision } from './newest-answers.ts';

/**
 * Gives second approval to a decision or answer above the limit; for a bulk decision, to all its lines. Nobody may
 * approve their own decision or that of a person they depend on. A replaced decision cannot be approved.
 * @throws Problem 'approval-not-pending' | 'second-approver-required' (409)
 */
@Injectable()
export class ApproveDecision {
  constructor(
    private readonly database: Database,
    private readonly fourEyes: FourEyes,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<{ id: string }> {
    // A parallel approval waits here, and then finds that the decision is already approved.
    const [one] = await this.database.query<{ bulk_id: string | null }>(
      'select bulk_id from matching.line_resolution where id = $1 union all select bulk_id from matching.pair_decision where id = $1',
      [id],
    );
    await lockDecision(this.database, one?.bulk_id ?? id);
    const decision = await this.database.one<{
      buyer_id: string;
      decided_by: string | null;
      own: boolean;
      waits: boolean;
    }>(
      `select d.buyer_id, d.decided_by, d.decided_by is not distinct from platform.person() as own, d.requires_second_approval and d.newest and not exists (select 1 from matching.second_approval c where c.decision_id = d.id) as waits
       from (
         select x.id, x.buyer_id, x.decided_by, x.requires_second_approval, ${isNewestDecision('x')} as newest from matching.pair_decision x
         union all
         select x.id, x.buyer_id, x.decided_by, x.requires_second_approval, ${isNewestAnswer('x')} from matching.line_resolution x
       ) d where d.id = $1`,
      [id],
    );
    if (!decision) throw notFound('pair-decision');
    if (!decision.waits) throw new Problem(409, 'approval-not-pending');
    if (decision.own) throw new Problem(409, 'second-approver-required');
    await this.fourEyes.requireIndependent('matching-decision', [decision.decided_by]);
    await this.database.query(
      `insert into matching.second_approval (decision_id, id, buyer_id, confirmed_by, confirmed_at)
       select $1::uuid, $2::uuid, $3::uuid, platform.person(), $4::timestamptz
       union all
       select a.id, $2, a.buyer_id, platform.person(), $4::timestamptz
       from matching.line_resolution g join matching.line_resolution a on a.bulk_id = g.bulk_id and a.id <> g.id and a.requires_second_approval
       where g.id = $1 and not exists (select 1 from matching.second_approval c where c.decision_id = a.id)
         and ${isNewestAnswer('a')}
       union all
       select d.id, $2, d.buyer_id, platform.person(), $4::timestamptz
       from matching.pair_decision g join matching.pair_decision d on d.bulk_id = g.bulk_id and d.id <> g.id and d.requires_second_approval
       where g.id = $1 and not exists (select 1 from matching.second_approval c where c.decision_id = d.id)
         and ${isNewestDecision('d')}`,
      [id, uuidv7(this.clock.now()), decision.buyer_id, this.clock.now()],
    );
    await this.audit.record({ act: 'matching.second-approved', subject: { kind: 'decision', id }, details: {} });
    await this.facts.publish({ name: 'matching.decided', subjectId: id, payload: { buyerId: decision.buyer_id } });
    return { id };
  }
}
