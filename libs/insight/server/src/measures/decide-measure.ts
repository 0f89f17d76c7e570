import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { nextStates, type MeasureState } from './measure.ts';

interface StateRow extends Record<string, unknown> {
  readonly buyerId: string | null;
  readonly state: MeasureState;
}

/** Puts a measure in its next state, with a reason. Earlier states are retained. */
@Injectable()
export class DecideMeasure {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 'not-found' (404)
   * @throws Problem 'measure-state-invalid' (409) if the state cannot follow the measure's state
   */
  async run(measureId: string, state: MeasureState, reason: string): Promise<{ id: string }> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('insight.measure' || $1::text, 0))`, [
      measureId,
    ]);
    const measure = await this.database.one<StateRow>(
      `select m.buyer_id as "buyerId", (select d.state from insight.measure_decision d where d.measure_id = m.id order by d.id desc limit 1) as state from insight.measure m where m.id = $1`,
      [measureId],
    );
    if (!measure) throw notFound('measure');
    if (!nextStates[measure.state].includes(state))
      throw new Problem(409, 'measure-state-invalid', { from: measure.state, to: state });
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      'insert into insight.measure_decision (id, measure_id, buyer_id, state, reason, decided_by, decided_at) values ($1, $2, $3, $4, $5, platform.person(), $6)',
      [id, measureId, measure.buyerId, state, reason.trim(), now],
    );
    await this.audit.record({
      act: 'insight.measure-decided',
      subject: { kind: 'measure', id: measureId },
      details: { state, reason: reason.trim() },
    });
    return { id };
  }
}
