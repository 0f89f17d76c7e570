import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { SupplierMaster } from '@tallgrunn/formats';
import {
  AuditLog,
  Clock,
  Database,
  notFound,
  Problem,
  programPath,
  ReadInSubprocess,
  UnitOfWork,
  type SpooledFile,
} from '@tallgrunn/platform';
import type { SuppliersRequest } from './programs/read-supplier-master.program.ts';

export interface SupplierMasterResult extends Omit<SupplierMaster, 'numbers'> {
  /** Number of ledger numbers with an organisation. */
  readonly numbers: number;
  /** Those of them that were unknown, or belonged to another organisation. */
  readonly changed: number;
}

/**
 * Imports a buyer's ledger numbers of organisations from an export of its supplier master. The file is read and
 * deleted. Existing other numbers remain.
 * @throws Problem 'body-invalid' (400) · 'not-found' (404), and the errors of the reader
 */
@Injectable()
export class ImportSupplierMaster {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
    private readonly reader: ReadInSubprocess,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(file: SpooledFile, buyerId: string | null): Promise<SupplierMasterResult> {
    try {
      if (buyerId === null) throw new Problem(400, 'body-invalid', {}, [{ code: 'buyerId', path: 'buyerId' }]);
      const request: SuppliersRequest = { path: file.path, name: file.name };
      const { numbers, ...counts } = await this.reader.one<SupplierMaster>({
        program: programPath(import.meta.url, 'read-supplier-master.program'),
        request,
        sizeBytes: file.sizeBytes,
      });
      // Own transaction, so that none is open while the file is read.
      const changed = await this.units.run({ ...this.database.actor() }, () => this.#store(numbers, buyerId));
      return { ...counts, numbers: numbers.length, changed };
    } finally {
      await rm(file.path, { force: true });
    }
  }

  async #store(numbers: SupplierMaster['numbers'], buyerId: string): Promise<number> {
    if (
      !(await this.database.one(`select 1 from identity.door_current_organisation where id = $1 and kind = 'buyer'`, [
        buyerId,
      ]))
    )
      throw notFound('buyer');
    const rows = await this.database.query(
      `insert into spend.supplier_ledger_number (buyer_id, seller_number, seller_org_number, stated_at)
       select $1, n.number, n.org_number, $4 from unnest($2::text[], $3::text[]) n (number, org_number)
       on conflict (cooperative_id, buyer_id, seller_number) do update set seller_org_number = excluded.seller_org_number, batch_id = null, stated_at = excluded.stated_at
       where spend.supplier_ledger_number.seller_org_number <> excluded.seller_org_number returning seller_number`,
      [buyerId, numbers.map(([number]) => number), numbers.map(([, orgNumber]) => orgNumber), this.clock.now()],
    );
    await this.audit.record({
      act: 'spend.supplier-master-imported',
      subject: { kind: 'buyer', id: buyerId },
      details: { numbers: numbers.length, changed: rows.length },
    });
    return rows.length;
  }
}
