import { Module } from '@nestjs/common';
import { MatchingModule } from '@tallgrunn/matching-server';
import { ReportingModule } from '@tallgrunn/reporting-server';
import { CasesModule } from '../cases/cases.module.ts';
import { PriceDeviationsModule } from '../price-deviations/price-deviations.module.ts';
import { SupplierPageModule } from '../supplier-page/supplier-page.module.ts';
import { CollectMeetingSheet } from './collect-meeting-sheet.ts';
import { DownloadMeetingSheet } from './download-meeting-sheet.ts';
import { ReadSheetCommitments } from './read-sheet-commitments.ts';
import { MeetingSheetsController } from './meeting-sheets.controller.ts';

/** Sheets for meetings with suppliers. */
@Module({
  imports: [ReportingModule, MatchingModule, CasesModule, PriceDeviationsModule, SupplierPageModule],
  controllers: [MeetingSheetsController],
  providers: [CollectMeetingSheet, ReadSheetCommitments, DownloadMeetingSheet],
})
export class MeetingSheetsModule {}
