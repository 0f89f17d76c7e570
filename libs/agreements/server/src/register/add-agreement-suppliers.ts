import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, type Issue } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { AgreementRecord, requireValidPeriod } from './agreement-record.ts';
import type { ClauseStatus } from './call-off-method.ts';

export interface NewAgreementSupplier {
  readonly supplierId: string;
  /** Keys of the lots; empty for the whole agreement. */
  readonly lots?: readonly string[];
  readonly fromOn?: string;
  readonly untilOn?: string | null;
  readonly rank?: number | null;
  /** 0 to 1, decimal text. */
  readonly share?: string | null;
  readonly clauseStatus?: ClauseStatus;
}

/**
 * Adds a supplier to an agreement or some of its lots, from a day on. A supplier that had the same lot before gets a
 * second row with its own dates.
 */
@Injectable()
export class AddAgreementSuppliers {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, supplier: NewAgreementSupplier): Promise<{ ids: string[] }> {
    const agreement = await this.record.lockForUpdate(agreementId);
    await this.record.requireParty(supplier.supplierId, 'supplier');
    const fromOn = supplier.fromOn ?? agreement.startsOn;
    const untilOn = supplier.untilOn === undefined ? agreement.endsOn : supplier.untilOn;
    requireValidPeriod(fromOn, untilOn);
    const lots = await this.#lots(agreementId, supplier.lots ?? []);
    const ids: string[] = [];
    for (const lotId of lots) {
      await this.#requireFree(agreementId, supplier.supplierId, lotId, fromOn, untilOn);
      const id = uuidv7(this.clock.now());
      await this.database.query(
        `insert into agreements.agreement_supplier (id, agreement_id, supplier_id, lot_id, valid_from, valid_to, rank, share, reporting_clause_status, reporting_clause_status_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz::date)`,
        [
          id,
          agreementId,
          supplier.supplierId,
          lotId,
          fromOn,
          untilOn,
          supplier.rank ?? null,
          supplier.share ?? null,
          supplier.clauseStatus ?? 'not-stated',
          supplier.clauseStatus ? this.clock.now() : null,
        ],
      );
      ids.push(id);
    }
    await this.record.recordChange(
      agreementId,
      'suppliers',
      {},
      { supplierId: supplier.supplierId, lots: supplier.lots ?? [], fromOn, untilOn },
    );
    return { ids };
  }

  async #lots(agreementId: string, keys: readonly string[]): Promise<(string | null)[]> {
    if (keys.length === 0) return [null];
    const rows = await this.database.query<{ id: string; key: string }>(
      'select id, key from agreements.lot where agreement_id = $1',
      [agreementId],
    );
    const existing = new Map(rows.map(({ id, key }) => [key.toLowerCase(), id]));
    const issues: Issue[] = keys
      .filter((key) => !existing.has(key.toLowerCase()))
      .map((key) => ({
        code: 'lot-unknown',
        path: 'lots',
        params: { found: key, expected: rows.map((row) => row.key).join(', ') },
      }));
    if (issues.length > 0) throw new Problem(422, 'agreement-invalid', {}, issues);
    return keys.map((key) => existing.get(key.toLowerCase()) ?? null);
  }

  async #requireFree(
    agreementId: string,
    supplierId: string,
    lotId: string | null,
    fromOn: string,
    untilOn: string | null,
  ): Promise<void> {
    const same = await this.database.one<{ valid_from: string }>(
      `select valid_from from agreements.agreement_supplier
       where agreement_id = $1 and supplier_id = $2 and lot_id is not distinct from $3
         and valid_from <= coalesce($5::date, 'infinity') and coalesce(valid_to, 'infinity') >= $4::date`,
      [agreementId, supplierId, lotId, fromOn, untilOn],
    );
    if (same)
      throw new Problem(422, 'agreement-invalid', {}, [
        { code: 'supplier-holds-already', path: 'supplierId', params: { found: fromOn, expected: same.valid_from } },
      ]);
  }
}
