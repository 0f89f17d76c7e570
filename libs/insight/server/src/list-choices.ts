import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What each filter of the combined table can be set to, for whoever asks. */
@Injectable()
export class ListChoices {
  constructor(private readonly database: Database) {}

  async run(): Promise<{ buyers: Choice[]; suppliers: Choice[]; agreements: Choice[]; categories: string[]; months: string[] }> {
    const buyers = await this.database.query<Choice>(
      'select o.id as value, o.name as label from identity.door_organisation o where exists (select 1 from insight.combined_line l where l.buyer_id = o.id) order by o.name',
    );
    const suppliers = await this.database.query<Choice>(
      'select o.id as value, o.name as label from identity.door_organisation o where exists (select 1 from insight.combined_line l where l.supplier_id = o.id) order by o.name',
    );
    const agreements = await this.database.query<Choice>(`select a.id as value, a.number || ' ' || a.title as label from agreements.door_agreement a order by a.number`);
    const seen = await this.database.one<{ categories: string[] | null; months: string[] | null }>(
      `select (select array_agg(distinct category order by category) from insight.combined_line where category is not null) as categories,
              (select array_agg(distinct month order by month) from insight.combined_line where month is not null) as months`,
    );
    return { buyers, suppliers, agreements, categories: seen?.categories ?? [], months: seen?.months ?? [] };
  }
}
