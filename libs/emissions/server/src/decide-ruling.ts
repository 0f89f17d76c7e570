import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Facts, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { defaultMethods, type CountingMethod } from './weighing/methods.ts';

/** What counts in a category's official figure from a day on, in the order it is tried. */
export interface NewRuling {
  readonly category: string;
  /** YYYY-MM-DD. */
  readonly fromOn: string;
  readonly methods: readonly CountingMethod[];
  readonly reason: string;
}

/** A person says which methods count in a category: whether suppliers' accepted declarations enter the official figure or stand beside it. */
@Injectable()
export class DecideRuling {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run({ category, fromOn, methods, reason }: NewRuling): Promise<{ id: string }> {
    const known = await this.database.one('select from catalogue.door_category where code = $1', [category]);
    if (!known) throw new Problem(422, 'ruling-refused', {}, [{ code: 'category-unknown', path: 'category', params: { found: category } }]);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into emissions.ruling (id, category_code, from_on, methods, reason, decided_by, decided_at) values ($1, $2, $3, $4, $5, platform.person(), $6)',
      [id, category, fromOn, methods, reason, this.clock.now()],
    );
    await this.audit.record({ act: 'emissions.ruled', subject: { kind: 'category', id }, details: { category, fromOn, methods } });
    await this.facts.announce({ name: 'emissions.ruled', subjectId: id, payload: { touched: { categories: [category] } } });
    return { id };
  }
}

export interface RulingRow {
  readonly id: string | null;
  readonly category: string;
  readonly fromOn: string | null;
  readonly methods: readonly string[];
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** Every category with what counts in it: all that was decided, newest first, and the default where nothing was. */
@Injectable()
export class ListRulings {
  constructor(private readonly database: Database) {}

  run(): Promise<RulingRow[]> {
    return this.database.query<RulingRow>(
      `select r.id, c.code as category, r.from_on as "fromOn", coalesce(r.methods, $1::text[]) as methods, r.reason, p.name as "decidedBy", r.decided_at as "decidedAt"
       from catalogue.door_category c
       left join emissions.ruling r on r.category_code = c.code
       left join identity.door_person p on p.id = r.decided_by
       order by c.position, r.from_on desc, r.id desc`,
      [defaultMethods],
    );
  }
}
