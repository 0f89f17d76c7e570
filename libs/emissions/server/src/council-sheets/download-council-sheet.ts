import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditLog, UnitOfWork, writePdf } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { CollectCouncilSheet } from './collect-council-sheet.ts';
import { councilSheetTexts } from './council-sheet-catalogue.ts';
import { councilSheetDocument } from './council-sheet-document.ts';

export const PDF = 'application/pdf';

/** Writes the council sheet of a publication as PDF/UA-1. The same figures give the same bytes on one day. */
@Injectable()
export class DownloadCouncilSheet {
  constructor(
    private readonly collect: CollectCouncilSheet,
    private readonly audit: AuditLog,
    private readonly units: UnitOfWork,
  ) {}

  /** @param buyerId one municipality of the publication; null = the whole publication */
  async run(publicationId: string, buyerId: string | null, language: Language): Promise<StreamableFile> {
    const sheet = await this.collect.run(publicationId, buyerId);
    await this.audit.record({
      act: 'council-sheet.downloaded',
      subject: { kind: 'run', id: publicationId },
      details: { run: sheet.publication.run, buyerId: sheet.buyer?.id ?? null },
    });
    await this.units.releaseConnection();
    const name = `${councilSheetTexts[language].fileName}-${sheet.buyer?.orgNumber ?? sheet.publication.run}.pdf`;
    return new StreamableFile(await writePdf(councilSheetDocument(sheet, language)), {
      type: PDF,
      disposition: `attachment; filename="${name}"`,
    });
  }
}
