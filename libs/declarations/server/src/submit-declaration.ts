import { Injectable } from '@nestjs/common';
import type { FormatFinding } from '@tallgrunn/formats';
import {
  AuditLog,
  Clock,
  Database,
  FileStore,
  notFound,
  DocumentNumbers,
  Problem,
  programPath,
  ReadInSubprocess,
  RedactUpload,
  type SpooledFile,
} from '@tallgrunn/platform';
import { osloDate, uuidv7 } from '@tallgrunn/values';
import { LinkByIdentifier } from './link-by-identifier.ts';
import type { FootprintsHead, FootprintsRequest, FootprintsOutput } from './read-footprints.program.ts';
import { insertFootprints } from './store/insert-footprints.ts';

export interface DeclarationReceipt {
  readonly id: string;
  readonly number: string;
  readonly sha256: string;
  readonly footprints: number;
  /** Number of items linked by GTIN or item number. */
  readonly linked: number;
  readonly findings: readonly FormatFinding[];
}

/**
 * Imports a file of PACT footprints or EPDs from a supplier. Usable values are stored as stated and unusual ones
 * reported as findings. Items with the same GTIN or item number are linked.
 * @throws Problem 'declaration-unreadable' (422) if nothing in the file can be read
 * @throws Problem 'declaration-duplicate' (409) if the same bytes were submitted before
 */
@Injectable()
export class SubmitDeclaration {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly reader: ReadInSubprocess,
    private readonly redact: RedactUpload,
    private readonly numbers: DocumentNumbers,
    private readonly link: LinkByIdentifier,
    private readonly records: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(upload: SpooledFile, supplierId: string): Promise<DeclarationReceipt> {
    const file = await this.#redacted(upload);
    return this.#read(file, this.clock.now(), (messages) => this.#submit(file, supplierId, messages));
  }

  async #submit(
    file: SpooledFile,
    supplierId: string,
    messages: AsyncIterable<FootprintsOutput>,
  ): Promise<DeclarationReceipt> {
    const now = this.clock.now();
    const id = uuidv7(now);
    let stored: { number: string; head: FootprintsHead } | null = null;
    let before = 0;
    for await (const message of messages) {
      if ('refused' in message) throw rejection(file.name, message.refused);
      if ('head' in message)
        stored = { number: await this.#store(file, { id, supplierId, now, head: message.head }), head: message.head };
      else {
        await insertFootprints(this.database, {
          declarationId: id,
          supplierId,
          footprints: message.footprints,
          before,
          now,
        });
        before += message.footprints.length;
      }
    }
    if (!stored) throw new Error('The footprints were read without a head.');
    const { number, head } = stored;
    const linked = await this.link.run(supplierId);
    await this.records.record({
      act: 'declaration.submitted',
      subject: { kind: 'declaration', id },
      details: { number, supplierId, footprints: head.count, sha256: file.sha256 },
    });
    return { id, number, sha256: file.sha256, footprints: head.count, linked, findings: head.findings };
  }

  /**
   * Removes personal data from the file. A file that exceeds the limits of the process is rejected like any unreadable
   * file.
   */
  async #redacted(upload: SpooledFile): Promise<SpooledFile> {
    try {
      return await this.redact.run(upload, programPath(import.meta.url, 'redact-declaration.program'));
    } catch (error) {
      throw toRejection(error, upload.name);
    }
  }

  /**
   * Reads the file outside a transaction. A file that exceeds the limits of the process is rejected like any unreadable
   * file.
   */
  async #read<Result>(
    { path, name, sizeBytes }: SpooledFile,
    now: Date,
    use: (messages: AsyncIterable<FootprintsOutput>) => Promise<Result>,
  ): Promise<Result> {
    const request: FootprintsRequest = { path, name, today: osloDate(now) };
    const reading = { program: programPath(import.meta.url, 'read-footprints.program'), request, sizeBytes };
    let isRead = false;
    try {
      return await this.reader.readBuffered<FootprintsOutput, Result>(reading, this.files.spoolFolder, (messages) => {
        isRead = true;
        return use(messages);
      });
    } catch (error) {
      throw isRead ? error : toRejection(error, name);
    }
  }

  /** Stores the file and inserts its declaration. Returns the declaration number. */
  async #store(
    file: SpooledFile,
    { id, supplierId, now, head }: { id: string; supplierId: string; now: Date; head: FootprintsHead },
  ): Promise<string> {
    await this.#requireSupplier(supplierId);
    await this.#requireNew(file, supplierId);
    await this.files.store(file);
    const number = await this.numbers.next('D');
    await this.database.query(
      `insert into declarations.declaration (id, number, supplier_id, format, file_name, file_sha256, size_bytes, findings, received_at, handed_in_by, is_on_behalf)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, platform.person(), platform.side() <> 'supplier')`,
      [id, number, supplierId, head.format, file.name, file.sha256, file.sizeBytes, JSON.stringify(head.findings), now],
    );
    return number;
  }

  async #requireSupplier(supplierId: string): Promise<void> {
    const supplier = await this.database.one(
      `select id from identity.door_current_organisation where id = $1 and kind = 'supplier'`,
      [supplierId],
    );
    if (!supplier) throw notFound('supplier');
  }

  async #requireNew({ sha256 }: SpooledFile, supplierId: string): Promise<void> {
    const existing = await this.database.one<{ number: string }>(
      'select number from declarations.declaration where supplier_id = $1 and file_sha256 = $2',
      [supplierId, sha256],
    );
    if (existing) throw new Problem(409, 'declaration-duplicate', { number: existing.number });
  }
}

function toRejection(error: unknown, name: string): unknown {
  return error instanceof Problem
    ? new Problem(422, 'declaration-unreadable', { name, code: error.code }, [
        { code: error.code, params: error.params },
      ])
    : error;
}

function rejection(name: string, { code, findings }: { code: string; findings: readonly FormatFinding[] }): Problem {
  return new Problem(
    422,
    'declaration-unreadable',
    { name, code },
    findings.map(({ code: each, place, params }) => ({ code: each, path: place?.path, params })),
  );
}
