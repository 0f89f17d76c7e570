import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** Population of municipalities in one year, from one source. */
export interface PopulationStatement {
  readonly year: number;
  readonly source: string;
  readonly figures: readonly { readonly buyerId: string; readonly inhabitants: number }[];
}

const CURRENT_BUYERS = `select o.id from identity.door_current_organisation o where o.kind = 'buyer' and o.id = any ($1::uuid[])`;

/** Stores the population of municipalities in a year. Earlier statements are retained; the latest applies. */
@Injectable()
export class StorePopulation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'body-invalid' (400) if a buyer is not a municipality of the cooperative, or occurs twice */
  async run({ year, source, figures }: PopulationStatement): Promise<void> {
    const existing = new Set(
      (await this.database.query<{ id: string }>(CURRENT_BUYERS, [figures.map(({ buyerId }) => buyerId)])).map(
        ({ id }) => id,
      ),
    );
    const usedIds = new Set<string>();
    const faults = figures.flatMap(({ buyerId }, at) => {
      const isValid = existing.has(buyerId) && !usedIds.has(buyerId);
      usedIds.add(buyerId);
      return isValid ? [] : [{ code: 'buyerId', path: `figures.${at}.buyerId` }];
    });
    if (faults.length > 0) throw new Problem(400, 'body-invalid', {}, faults);
    const now = this.clock.now();
    for (const { buyerId, inhabitants } of figures) {
      await this.database.query(
        `insert into insight.population (id, buyer_id, year, inhabitants, source, stated_by, stated_at) values ($1, $2, $3, $4, $5, platform.person(), $6)`,
        [uuidv7(now), buyerId, year, inhabitants, source.trim(), now],
      );
    }
    await this.audit.record({
      act: 'insight.population-stated',
      subject: { kind: 'population', id: String(year) },
      details: { year, source: source.trim(), municipalities: figures.length },
    });
  }
}
