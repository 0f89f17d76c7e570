import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { ReadTargetProgress, type StoredTarget, type TargetProgress } from './read-progress.ts';

export interface Target extends StoredTarget, TargetProgress {
  readonly id: string;
  readonly buyer: string | null;
  readonly note: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly progressPath: TargetProgress['path'];
}

type TargetRow = Omit<Target, keyof TargetProgress | 'progressPath'> &
  Pick<StoredTarget, 'path'> &
  Record<string, unknown>;

const TARGETS = `
  select t.id, t.buyer_id as "buyerId", o.name as buyer, t.kind, t.base_year as "baseYear", t.target_year as "targetYear", trim_scale(t.target_value)::text as "targetValue", t.path, t.note,
    (select p.name from identity.door_person p where p.id = t.created_by limit 1) as "createdBy", t.created_at as "createdAt"
  from insight.target t left join identity.door_organisation o on o.id = t.buyer_id
  where t.ended_at is null
  order by t.buyer_id is not null, o.name, t.kind, t.id`;

/** Returns the targets in force that the actor may see, with their progress. */
@Injectable()
export class ListTargets {
  constructor(
    private readonly database: Database,
    private readonly progress: ReadTargetProgress,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{ today: string; targets: Target[] }> {
    const today = osloDate(this.clock.now());
    const targets: Target[] = [];
    for (const row of await this.database.query<TargetRow>(TARGETS)) {
      const { base, path, years } = await this.progress.run(row, Number(today.slice(0, 4)));
      targets.push({ ...row, base, years, progressPath: path });
    }
    return { today, targets };
  }
}
