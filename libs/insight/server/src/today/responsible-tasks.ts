import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { AgreementRead } from '../utilisation/read-agreement.ts';
import type { Task } from './task.ts';

/** SQL: open cases whose next date has been reached. */
const CASES = `
  select c.id, c.number, c.agreement_id as "agreementId", c.supplier_id as "supplierId", s.name, c.next_on as "nextOn", coalesce(c.owner_id = platform.person(), false) as "isMine"
  from follow_up.door_case c
  join identity.door_organisation s on s.cooperative_id = c.cooperative_id and s.id = c.supplier_id
  where c.closed_at is null and c.next_on <= $1::date order by c.next_on, c.id`;

interface DueCase {
  readonly id: string;
  readonly number: string;
  readonly agreementId: string | null;
  readonly supplierId: string;
  readonly name: string;
  readonly nextOn: string;
  readonly isMine: boolean;
}

/** Returns tasks for cases, and marks the tasks that the current user is responsible for. */
@Injectable()
export class ResponsibleTasks {
  constructor(private readonly database: Database) {}

  async cases(agreements: readonly AgreementRead[], today: string): Promise<Task[]> {
    const due = await this.database.query<DueCase & Record<string, unknown>>(CASES, [today]);
    return due.map(({ id, number, agreementId, supplierId, name, nextOn, isMine }) => {
      const agreement = agreements.find((each) => each.id === agreementId);
      return {
        kind: 'case' as const,
        subjectId: id,
        agreement: agreement ? { id: agreement.id, number: agreement.number, title: agreement.title } : null,
        isMine,
        supplier: { id: supplierId, name },
        dueOn: nextOn,
        amount: null,
        currency: null,
        versionId: null,
        periodKey: null,
        days: null,
        number: null,
        count: 1,
        note: number,
      };
    });
  }

  /** Marks the tasks of agreements owned by the current user as theirs. Tasks for cases have this already. */
  async markMine(tasks: readonly Task[]): Promise<Task[]> {
    const owned = await this.database.query<{ id: string }>(
      'select id from agreements.door_agreement where owner_id = platform.person()',
    );
    const mine = new Set(owned.map(({ id }) => id));
    return tasks.map((task) =>
      task.kind === 'case' ? task : { ...task, isMine: task.agreement !== null && mine.has(task.agreement.id) },
    );
  }
}
