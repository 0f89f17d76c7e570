import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditLog, Clock, UnitOfWork, writePdf } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { CollectMeetingSheet } from './collect-meeting-sheet.ts';
import { meetingSheetDocument } from './meeting-sheet-document.ts';
import { meetingSheetTexts } from './meeting-sheet-texts.ts';
import type { SheetPeriod } from './sheet-period.ts';

export const PDF = 'application/pdf';

export interface MeetingSheetRequest extends Partial<SheetPeriod> {
  /** Without what only the cooperative may see. */
  readonly isForSupplier: boolean;
  readonly language: Language;
}

/** Writes the sheet for a meeting with a supplier as PDF/UA-1. The same figures give the same bytes on one day. */
@Injectable()
export class DownloadMeetingSheet {
  constructor(
    private readonly collect: CollectMeetingSheet,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly units: UnitOfWork,
  ) {}

  async run(supplierId: string, { isForSupplier, language, ...period }: MeetingSheetRequest): Promise<StreamableFile> {
    const sheet = await this.collect.run(supplierId, period, isForSupplier);
    const { from, to } = sheet.period;
    await this.audit.record({
      act: 'meeting-sheet.downloaded',
      subject: { kind: 'organisation', id: supplierId },
      details: { from, to, isForSupplier },
    });
    await this.units.releaseConnection();
    const writtenAt = new Date(`${sheet.today}T12:00:00Z`);
    const name = `${meetingSheetTexts[language].fileName}-${sheet.supplier.orgNumber ?? supplierId}-${from}-${to}.pdf`;
    return new StreamableFile(await writePdf(meetingSheetDocument(sheet, language, writtenAt)), {
      type: PDF,
      disposition: `attachment; filename="${name}"`,
    });
  }
}
