import { Injectable } from '@nestjs/common';
import { AuditLog, Database, notFound } from '@tallgrunn/platform';
import type { PriceDraftDto } from './prices.dto.ts';

/** Lists and discards unpublished price drafts. */
@Injectable()
export class PriceDrafts {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async run(agreementId: string): Promise<PriceDraftDto[]> {
    if (!(await this.database.one('select 1 from agreements.agreement where id = $1', [agreementId])))
      throw notFound('agreement');
    return this.database.query<PriceDraftDto>(
      `select d.id, d.supplier_id as "supplierId", d.kind, d.valid_from as "fromOn", d.valid_to as "untilOn", d.file_name as "fileName", d.line_count as lines, d.remarks, d.made_at as "madeAt"
       from agreements.price_draft d where d.agreement_id = $1 order by d.made_at desc`,
      [agreementId],
    );
  }

  async discard(agreementId: string, draftId: string): Promise<void> {
    const [discarded] = await this.database.query<{ file_name: string }>(
      'delete from agreements.price_draft where id = $1 and agreement_id = $2 returning file_name',
      [draftId, agreementId],
    );
    if (!discarded) throw notFound('price-draft');
    await this.database.query('delete from agreements.price_draft_line where draft_id = $1', [draftId]);
    await this.audit.record({
      act: 'prices.draft-discarded',
      subject: { kind: 'price-draft', id: draftId },
      details: { agreementId, fileName: discarded.file_name },
    });
  }
}
