import { Controller, Get, Param, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { CouncilSheetQuery } from './council-sheet.dto.ts';
import { DownloadCouncilSheet, PDF } from './download-council-sheet.ts';

@ApiTags('emissions')
@Controller('emissions/publications/:publicationId/council-sheet')
export class CouncilSheetsController {
  constructor(private readonly download: DownloadCouncilSheet) {}

  /** One page about a publication for those who decide, as PDF/UA: of one municipality, or of the whole publication. */
  @Get()
  @Permission('emissions.read')
  @ApiProduces(PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  sheet(
    @Param('publicationId', ParseUUIDPipe) publicationId: string,
    @Query() { buyerId, language = 'nb' }: CouncilSheetQuery,
  ): Promise<StreamableFile> {
    return this.download.run(publicationId, buyerId ?? null, language);
  }
}
