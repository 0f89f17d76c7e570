import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  FileStore,
  openFile,
  Problem,
  programPath,
  RedactUpload,
  type SpooledFile,
} from '@tallgrunn/platform';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import { limits, uuidv7 } from '@tallgrunn/values';
import { readNoticeFile } from './read-notice-file.ts';
import { readRegister } from './read-register.ts';
import type { RegisterProfile } from './register-fields.ts';

const PROFILES_MAX = 20;

/**
 * Receives an agreement register or a procurement notice and stores the file, redacted except for stated contacts.
 * Columns are mapped as in the latest import with the same headings, else by known headings.
 */
@Injectable()
export class ReceiveRegister {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly redact: RedactUpload,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(upload: SpooledFile): Promise<{ id: string }> {
    const file = await this.redact.run(upload, programPath(import.meta.url, 'redact-register.program'));
    const kind = /\.xml$/i.test(file.name) ? 'notice' : 'workbook';
    const profile = await this.#look(kind, file);
    await this.files.store(file);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into agreements.agreement_import (id, kind, file_name, file_sha256, profile, state, made_by, made_at) values ($1, $6, $2, $3, $4, 'asked', platform.person(), $5)`,
      [id, file.name, file.sha256, JSON.stringify(profile), this.clock.now(), kind],
    );
    await this.audit.record({
      act: 'agreement-import.received',
      subject: { kind: 'agreement-import', id },
      details: { sha256: file.sha256, sizeBytes: file.sizeBytes },
    });
    return { id };
  }

  async #look(kind: 'notice' | 'workbook', spooled: SpooledFile): Promise<RegisterProfile> {
    const kept = await this.database.query<{ profile: RegisterProfile }>(
      `select profile from agreements.agreement_import where state = 'applied' and kind = 'workbook' order by applied_at desc limit ${PROFILES_MAX}`,
    );
    const file = await openFile(spooled.path);
    try {
      if (kind === 'notice') {
        await readNoticeFile(file, spooled.name);
        return { columns: {} };
      }
      const table = await openTable(file, spooled.name, { limits: limits.assortment });
      return (await readRegister(table, { kept: kept.map(({ profile }) => profile) })).profile;
    } catch (error) {
      await rm(spooled.path, { force: true });
      if (error instanceof ReadProblem) throw new Problem(422, error.code, error.params);
      throw error;
    } finally {
      await file.close();
    }
  }
}
