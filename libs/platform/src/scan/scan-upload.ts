import { Injectable, Logger, type PipeTransform } from '@nestjs/common';
import { AuditLog } from '../audit-log.ts';
import { Database } from '../database.ts';
import type { SpooledFile } from '../file-store.ts';
import { Problem } from '../problem.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { ScanFailed, ScanFile } from './scan-file.ts';

/**
 * Scans every spooled upload before its handler runs. An infected file is recorded in the audit log. In both error
 * cases the file is not stored.
 * @throws Problem 'file-infected' (422) with the name of the malware
 * @throws Problem 'scanner-unreachable' (503) when there is no result
 */
@Injectable()
export class ScanUpload implements PipeTransform {
  readonly #log = new Logger('scan');

  constructor(
    private readonly scanner: ScanFile,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async transform(value: unknown): Promise<unknown> {
    const file = spooledIn(value);
    if (!file) return value;
    const signature = await this.#signatureIn(file);
    if (signature === null) return value;
    const { sha256, sizeBytes, name } = file;
    // A separate unit of work, because the request's own is rolled back.
    await this.units.run({ ...this.database.actor() }, () =>
      this.audit.record({
        act: 'file.infected',
        subject: { kind: 'file', id: sha256 },
        details: { signature, sizeBytes },
      }),
    );
    throw new Problem(422, 'file-infected', { signature, name });
  }

  async #signatureIn(file: SpooledFile): Promise<string | null> {
    try {
      return (await this.scanner.run(file)).signature;
    } catch (error) {
      if (!(error instanceof ScanFailed)) throw error;
      this.#log.error({ error: error.message, sizeBytes: file.sizeBytes });
      throw new Problem(503, 'scanner-unreachable', { name: file.name });
    }
  }
}

function spooledIn(value: unknown): SpooledFile | null {
  return value && typeof value === 'object' && 'spooled' in value && 'fieldname' in value
    ? (value.spooled as SpooledFile)
    : null;
}
