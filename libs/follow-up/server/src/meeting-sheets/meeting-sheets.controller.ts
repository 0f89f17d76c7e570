import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { DownloadMeetingSheet, PDF } from './download-meeting-sheet.ts';
import { MeetingSheetQuery } from './meeting-sheet.dto.ts';

@ApiTags('suppliers')
@Controller('suppliers/:supplierId/meeting-sheet')
export class MeetingSheetsController {
  constructor(private readonly download: DownloadMeetingSheet) {}

  /** What a meeting with the supplier is about, for a period beside the same months a year before, as PDF/UA. */
  @Get()
  @Permission('party.read')
  @ApiProduces(PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  sheet(
    @Param('supplierId', ParseUUIDPipe) supplierId: string,
    @Query() { language = 'nb', audience, ...period }: MeetingSheetQuery,
  ): Promise<StreamableFile> {
    return this.download.run(supplierId, { ...period, language, isForSupplier: audience === 'supplier' });
  }
}
