import { Injectable } from '@nestjs/common';
import { AuditLog, Database, notFound } from '@tallgrunn/platform';

/** Deletes a price model that was added by mistake; the audit log retains it. Existing check results do not change. */
@Injectable()
export class RemovePriceModel {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async run(agreementId: string, modelId: string): Promise<void> {
    const [removed] = await this.database.query<{ kind: string; valid_from: string; document: object }>(
      'delete from agreements.price_model where id = $1 and agreement_id = $2 returning kind, valid_from, document',
      [modelId, agreementId],
    );
    if (!removed) throw notFound('price-model');
    await this.audit.record({
      act: 'prices.model-removed',
      subject: { kind: 'price-model', id: modelId },
      details: { agreementId, ...removed },
    });
  }
}
