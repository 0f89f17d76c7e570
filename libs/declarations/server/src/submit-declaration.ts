import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { readPactFootprints, type FormatFinding } from '@tallgrunn/formats';
import { AuditTrail, Clock, Database, FileStore, notFound, Numbers, Problem, type SpooledFile } from '@tallgrunn/platform';
import { osloDate, uuidv7 } from '@tallgrunn/values';
import { AutoLink } from './auto-link.ts';
import { insertFootprints } from './store/insert-footprints.ts';

export interface DeclarationReceipt {
  readonly id: string;
  readonly number: string;
  readonly sha256: string;
  readonly footprints: number;
  /** Items that were linked by GTIN or item number. */
  readonly linked: number;
  readonly findings: readonly FormatFinding[];
}

/**
 * Takes a file with PACT footprints from a supplier. What can be used is kept as stated, what is odd is said, and items
 * with the same GTIN or item number are linked. 422 `declaration-refused` when nothing in it can be read; 409 `declaration-known` for the same bytes again.
 */
@Injectable()
export class SubmitDeclaration {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly numbers: Numbers,
    private readonly link: AutoLink,
    private readonly records: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(file: SpooledFile, supplierId: string): Promise<DeclarationReceipt> {
    const now = this.clock.now();
    await this.#requireSupplier(supplierId);
    const reading = readPactFootprints(await readFile(file.path), { name: file.name, today: osloDate(now) });
    if (!reading.ok) {
      const issues = reading.findings.map(({ code, place, params }) => ({ code, path: place?.path, params }));
      throw new Problem(422, 'declaration-refused', { name: file.name, code: reading.code }, issues);
    }
    await this.#requireNew(file, supplierId);
    await this.files.keep(file);
    const id = uuidv7(now);
    const number = await this.numbers.next('D');
    await this.database.query(
      `insert into declarations.declaration (id, number, supplier_id, format, file_name, file_sha256, size_bytes, findings, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, number, supplierId, reading.document.format, file.name, file.sha256, file.sizeBytes, JSON.stringify(reading.findings), now],
    );
    await insertFootprints(this.database, { declarationId: id, supplierId, footprints: reading.document.footprints, now });
    const linked = await this.link.run(supplierId);
    const { footprints } = reading.document;
    await this.records.record({ act: 'declaration.submitted', subject: { kind: 'declaration', id }, details: { number, supplierId, footprints: footprints.length, sha256: file.sha256 } });
    return { id, number, sha256: file.sha256, footprints: footprints.length, linked, findings: reading.findings };
  }

  async #requireSupplier(supplierId: string): Promise<void> {
    const supplier = await this.database.one(`select id from identity.door_organisation where id = $1 and kind = 'supplier'`, [supplierId]);
    if (!supplier) throw notFound('supplier');
  }

  async #requireNew({ sha256 }: SpooledFile, supplierId: string): Promise<void> {
    const known = await this.database.one<{ number: string }>('select number from declarations.declaration where supplier_id = $1 and file_sha256 = $2', [supplierId, sha256]);
    if (known) throw new Problem(409, 'declaration-known', { number: known.number });
  }
}
