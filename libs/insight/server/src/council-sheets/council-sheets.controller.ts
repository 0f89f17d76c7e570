import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { CouncilSheetQuery } from './council-sheet.dto.ts';
import { DownloadCouncilSheet } from './download-council-sheet.ts';

@ApiTags('emissions')
@Controller('emissions/publications/:publicationId/council-sheet')
export class CouncilSheetsController {
  constructor(private readonly download: DownloadCouncilSheet) {}

  /**
   * One page about a publication for those who decide, of one municipality or of the whole publication: as PDF/UA, as a
   * slide or as a text.
   */
  @Get()
  @Permission('emissions.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({
    description: 'The file, with the media type of its format.',
    schema: { type: 'string', format: 'binary' },
  })
  async sheet(
    @Param('publicationId', ParseUUIDPipe) publicationId: string,
    @Query() { buyerId, language = 'nb', format = 'pdf' }: CouncilSheetQuery,
  ): Promise<StreamableFile> {
    const request = { buyerId: buyerId ?? null, language, format };
    const { name, mediaType, bytes } = await this.download.run(publicationId, request);
    return new StreamableFile(bytes, { type: mediaType, disposition: `attachment; filename="${name}"` });
  }
}
