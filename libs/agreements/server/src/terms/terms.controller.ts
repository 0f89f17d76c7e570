import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { columnDocs, lineSchema } from '@tallgrunn/checks';
import { Database, Permission, UnitOfWork, AllowApiKeys } from '@tallgrunn/platform';
import { CompareTerms } from './compare-terms.ts';
import { ListTerms } from './list-terms.ts';
import { PublishTerms } from './publish-terms.ts';
import { ShowTerms } from './show-terms.ts';
import { PreviewObligations, type DraftedTerms } from '../obligations/preview-obligations.ts';
import { RequireValidTerms } from './require-sound-terms.ts';
import { SetUpQuery } from '../set-up-query.ts';
import * as shape from './terms.dto.ts';

const json = { schema: { type: 'object', additionalProperties: true } } as const;

@ApiTags('terms')
@Controller('agreements/:agreementId/terms')
export class TermsController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly publishing: PublishTerms,
    private readonly listing: ListTerms,
    private readonly showing: ShowTerms,
    private readonly comparing: CompareTerms,
    private readonly sound: RequireValidTerms,
    private readonly forecast: PreviewObligations,
  ) {}

  /** Lists the versions by report. */
  @Get()
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.TermsOfReportDto] })
  list(@Param('agreementId', ParseUUIDPipe) agreementId: string) {
    return this.listing.run(agreementId);
  }

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.PublishedTermsDto })
  publish(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Body() { document, holdsFrom, ...options }: shape.TermsRequest,
    @Query() { dryRun, language }: SetUpQuery,
  ) {
    const work = () => this.publishing.run(agreementId, document, holdsFrom, { ...options, language });
    return dryRun ? this.units.dryRun(this.database.actor(), work) : work();
  }

  /** Counts the obligations that the terms would create at once. Nothing is published. */
  @Post('preview-obligations')
  @HttpCode(200)
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: shape.ObligationForecastDto })
  async previewObligations(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Body() { document, holdsFrom }: shape.ObligationForecastRequest,
  ): Promise<shape.ObligationForecastDto> {
    await this.sound.run({ ...document, id: 'draft', version: 1, agreement: { id: agreementId, title: '-' } });
    return this.forecast.run(agreementId, document as unknown as DraftedTerms, holdsFrom);
  }

  /** Describes the changes between two versions. */
  @Get('diff')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.TermsChangeDto] })
  diff(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Query() query: shape.DifferenceQuery) {
    return this.comparing.run(agreementId, query);
  }

  /** Returns the terms document of one version. */
  @Get(':version')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse(json)
  show(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('version', ParseIntPipe) version: number,
    @Query() { report }: shape.ReportQuery,
  ): Promise<object> {
    return this.showing.run(agreementId, version, report);
  }

  /** Describes the columns of a report as a Markdown page. */
  @Get(':version/columns')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @Header('content-type', 'text/markdown; charset=utf-8')
  @ApiProduces('text/markdown')
  @ApiOkResponse({ schema: { type: 'string' } })
  async columns(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('version', ParseIntPipe) version: number,
    @Query() { report, language }: shape.ReportInWordsQuery,
  ): Promise<string> {
    return columnDocs(await this.showing.run(agreementId, version, report), language);
  }

  /** Returns the JSON Schema of a report's lines, by table, for systems that send them. */
  @Get(':version/line-schema')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse(json)
  async lineSchema(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('version', ParseIntPipe) version: number,
    @Query() { report }: shape.ReportQuery,
  ): Promise<object> {
    return lineSchema(await this.showing.run(agreementId, version, report));
  }
}
