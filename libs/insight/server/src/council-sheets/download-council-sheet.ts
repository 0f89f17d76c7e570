import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { CollectCouncilSheet } from './collect-council-sheet.ts';
import { councilSheetTexts } from './council-sheet-catalogue.ts';
import { MEDIA_TYPES, writeSheet, type SheetFormat } from './sheet-formats.ts';

export interface SheetRequest {
  /** One municipality of the publication; null = the whole publication. */
  readonly buyerId: string | null;
  readonly language: Language;
  readonly format: SheetFormat;
}

/** A written council sheet. */
export interface SheetFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/**
 * Writes the council sheet of a publication: as PDF/UA-1, as a slide or as a text. The same figures give the same bytes on
 * one day.
 */
@Injectable()
export class DownloadCouncilSheet {
  constructor(
    private readonly collect: CollectCouncilSheet,
    private readonly audit: AuditLog,
    private readonly units: UnitOfWork,
  ) {}

  async run(publicationId: string, { buyerId, language, format }: SheetRequest): Promise<SheetFile> {
    const sheet = await this.collect.run(publicationId, buyerId);
    await this.audit.record({
      act: 'council-sheet.downloaded',
      subject: { kind: 'run', id: publicationId },
      details: { run: sheet.publication.run, buyerId: sheet.buyer?.id ?? null, format },
    });
    await this.units.releaseConnection();
    return {
      name: `${councilSheetTexts[language].fileName}-${sheet.buyer?.orgNumber ?? sheet.publication.run}.${format}`,
      mediaType: MEDIA_TYPES[format],
      bytes: await writeSheet[format](sheet, language),
    };
  }
}
