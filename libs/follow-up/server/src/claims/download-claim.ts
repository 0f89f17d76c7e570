import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditLog, Database, notFound, SpooledDownload } from '@tallgrunn/platform';
import { writeXlsx } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { XLSX } from '../price-deviations/price-workbook-texts.ts';
import { claimSheets } from './claim-sheets.ts';
import { DOCX, letterDocument, type LetterText } from './letter-document.ts';
import { ListClaims } from './list-claims.ts';

/** Returns the files of a claim: its lines as a workbook, and its letter as a document. */
@Injectable()
export class DownloadClaim {
  constructor(
    private readonly claims: ListClaims,
    private readonly download: SpooledDownload,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async workbook(id: string, language: Language): Promise<StreamableFile> {
    const claim = await this.claims.one(id);
    const stream = this.download.run(() =>
      writeXlsx(
        claimSheets(claim, () => this.claims.streamLines(id), language),
        { listsName: 'Lister' },
      ),
    );
    return new StreamableFile(stream, { type: XLSX, disposition: `attachment; filename="${claim.number}.xlsx"` });
  }

  async letter(id: string): Promise<StreamableFile> {
    const row = await this.database.one<LetterText & { number: string }>(
      'select number, letter_language as language, letter_subject as subject, letter_text as text from follow_up.claim where id = $1',
      [id],
    );
    if (!row) throw notFound('claim');
    await this.audit.record({
      act: 'claim.letter-downloaded',
      subject: { kind: 'claim', id },
      details: { number: row.number },
    });
    return new StreamableFile(letterDocument(row), {
      type: DOCX,
      disposition: `attachment; filename="${row.number}.docx"`,
    });
  }
}
