import { LearnItemNumbers, type ReportedItemNumber } from '@tallgrunn/agreements-server';
import { Injectable } from '@nestjs/common';
import { Database, OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';

/**
 * Learns item numbers from an accepted report: numbers outside the assortment that the supplier resolved to an agreed
 * item, and that lines of the report use.
 */
@Injectable()
@OnDomainEvent('reporting.version-accepted', { yieldsSeconds: 300 })
export class LearnReportedItemNumbers {
  constructor(
    private readonly database: Database,
    private readonly numbers: LearnItemNumbers,
  ) {}

  async run({ payload }: DomainEvent<{ versionId: string; agreementId: string; supplierId: string }>): Promise<void> {
    const version = await this.database.one<{ number: string }>(
      `select number from reporting.report_version where id = $1 and state = 'accepted'`,
      [payload.versionId],
    );
    if (!version) return;
    const reported = await this.database.query<ReportedItemNumber>(
      `select distinct on (l.item_number) l.item_number as number, l.item_id as "itemId", coalesce(min(l.delivered_on) over (partition by l.item_number), v.period_start) as "onDate"
       from reporting.report_version v
       cross join lateral jsonb_array_elements(v.answers -> 'patches') as p (patch)
       join reporting.report_line l on l.cooperative_id = v.cooperative_id and l.version_id = v.id and l.item_number = p.patch ->> 'text'
       join agreements.door_item i on i.cooperative_id = l.cooperative_id and i.id = l.item_id and i.number = p.patch ->> 'item'
       where v.id = $1 and p.patch ->> 'set' = 'item'
       order by l.item_number`,
      [payload.versionId],
    );
    await this.numbers.run(payload.agreementId, payload.supplierId, version.number, reported);
  }
}
