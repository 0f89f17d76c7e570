import { Body, Controller, Get, Param, ParseUUIDPipe, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, requireSpooledFile, AllowApiKeys } from '@tallgrunn/platform';
import { CalculateAdjustment } from './calculate-adjustment.ts';
import { DecideAdjustment } from './decide-adjustment.ts';
import { ImportIndexSeries } from './import-index-series.ts';
import { ListAdjustments } from './list-adjustments.ts';
import { ListIndexSeries } from './list-index-series.ts';
import * as shape from './adjustments.dto.ts';
import { RequestAdjustment } from './request-adjustment.ts';

const Id = (name: string) => Param(name, ParseUUIDPipe);

@ApiTags('prices')
@Controller('agreements/:agreementId/adjustments')
export class AdjustmentsController {
  constructor(
    private readonly list: ListAdjustments,
    private readonly request: RequestAdjustment,
    private readonly compute: CalculateAdjustment,
    private readonly decide: DecideAdjustment,
  ) {}

  @Get()
  @Permission('price-adjustment.request')
  @ApiOkResponse({ type: [shape.AdjustmentDto] })
  adjustments(@Id('agreementId') agreementId: string) {
    return this.list.run(agreementId);
  }

  @Post()
  @Permission('price-adjustment.request')
  @ApiCreatedResponse({ type: shape.AdjustmentCreatedDto })
  requestAdjustment(@Id('agreementId') agreementId: string, @Body() body: shape.PriceAdjustmentRequest) {
    return this.request.run(agreementId, body);
  }

  /** Recalculates from the latest version of the index. */
  @Post(':caseId/computation')
  @Permission('agreement.write')
  @ApiCreatedResponse({ type: shape.ComputedDto })
  computeAdjustment(@Id('agreementId') agreementId: string, @Id('caseId') caseId: string) {
    return this.compute.run(agreementId, caseId);
  }

  @Post(':caseId/decision')
  @Permission('agreement.write')
  @ApiCreatedResponse({ type: shape.AdjustmentDecidedDto })
  decideAdjustment(
    @Id('agreementId') agreementId: string,
    @Id('caseId') caseId: string,
    @Body() body: shape.AdjustmentDecisionRequest,
  ) {
    return this.decide.run(agreementId, caseId, body);
  }
}

@ApiTags('prices')
@Controller('index-series')
export class IndexSeriesController {
  constructor(
    private readonly list: ListIndexSeries,
    private readonly imports: ImportIndexSeries,
  ) {}

  @Get()
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.IndexSeriesDto] })
  indexSeries() {
    return this.list.run();
  }

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'code', 'title', 'source', 'licence'],
      properties: {
        code: { type: 'string' },
        title: { type: 'string' },
        source: { type: 'string' },
        licence: { type: 'string' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiCreatedResponse({ type: shape.ImportedIndexSeriesDto })
  importIndexSeries(@Body() body: shape.IndexSeriesBody, @UploadedFile() file?: Express.Multer.File) {
    return this.imports.run(body, requireSpooledFile(file));
  }
}
