import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditLog, Database, notFound, Problem } from '@tallgrunn/platform';
import { DOCX, letterDocument, type LetterText } from '../claims/letter-document.ts';

/** Returns the letter of a decision as a document. A large claim has no letter until a second person approves it. */
@Injectable()
export class DownloadPenaltyLetter {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem 'not-found' (404), 'second-approval-pending' (409) */
  async run(id: string): Promise<StreamableFile> {
    const row = await this.database.one<LetterText & { number: string; isPending: boolean }>(
      `select number, letter_language as language, letter_subject as subject, letter_text as text, requires_second_approval and approved_at is null as "isPending"
       from follow_up.penalty_decision where id = $1 and letter_text is not null`,
      [id],
    );
    if (!row) throw notFound('letter');
    if (row.isPending) throw new Problem(409, 'second-approval-pending');
    await this.audit.record({ act: 'penalty.letter-downloaded', subject: { kind: 'penalty-decision', id } });
    return new StreamableFile(letterDocument(row), {
      type: DOCX,
      disposition: `attachment; filename="${row.number}.docx"`,
    });
  }
}
