import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { separateTexts } from './audit/separate-texts.ts';
import { Clock } from './clock.ts';
import { Database } from './database.ts';

/** An act to record. People are named by id only; free texts in the details are stored where they can be erased. */
export interface AuditAction {
  readonly act: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details?: Record<string, unknown>;
}

/**
 * The append-only log of who did what, and for which organisation. Entries are written in the transaction of the act.
 */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds an entry. The database sets person, organisation, channel and recording time from the unit of work. */
  async record({ act, subject, details }: AuditAction): Promise<void> {
    const now = this.clock.now();
    const id = uuidv7(now);
    const { details: hashed, texts } = separateTexts(details ?? {});
    await this.database.query(
      `insert into platform.audit_entry (id, at, side, via, act, subject_kind, subject_id, details) values ($1, $2, platform.side(), '', $3, $4, $5, $6)`,
      [id, now, act, subject.kind, subject.id, JSON.stringify(hashed)],
    );
    for (const { place, salt, text } of texts) {
      await this.database.query(
        'insert into platform.audit_text (entry_id, place, salt, text) values ($1, $2, $3, $4)',
        [id, place, salt, text],
      );
    }
  }
}
