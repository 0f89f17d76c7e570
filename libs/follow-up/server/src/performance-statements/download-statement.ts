import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditLog, UnitOfWork, writePdf } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { PDF } from '../meeting-sheets/download-meeting-sheet.ts';
import { ShowStatement } from './show-statement.ts';
import { statementDocument } from './statement-document.ts';
import { statementTexts } from './statement-texts.ts';

/** Writes a decided statement as PDF/UA-1. The same statement and comments give the same bytes. */
@Injectable()
export class DownloadStatement {
  constructor(
    private readonly show: ShowStatement,
    private readonly audit: AuditLog,
    private readonly units: UnitOfWork,
  ) {}

  async run(id: string, language: Language): Promise<StreamableFile> {
    const statement = await this.show.run(id);
    await this.audit.record({
      act: 'performance-statement.downloaded',
      subject: { kind: 'performance-statement', id },
      details: { number: statement.number },
    });
    await this.units.releaseConnection();
    return new StreamableFile(await writePdf(statementDocument(statement, language)), {
      type: PDF,
      disposition: `attachment; filename="${statementTexts[language].fileName}-${statement.number}.pdf"`,
    });
  }
}
