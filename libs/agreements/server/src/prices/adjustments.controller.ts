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
import { ProposeAdjustments } from './propose-adjustments.ts';
import { RequestAdjustment } from './request-adjustment.ts';

const Id = (name: string) => Param(name, ParseUUIDPipe);

@ApiTags('prices')
@Controller('agreements/:agreementId/price-adjustments')
export class PriceAdjustmentsController {
  constructor(
    private readonly listAdjustments: ListAdjustments,
    private readonly requestAdjustment: RequestAdjustment,
    private readonly compute: CalculateAdjustment,
    private readonly decideAdjustment: DecideAdjustment,
    private readonly propose: ProposeAdjustments,
  ) {}

  @Get()
  @Permission('price-adjustment.request')
  @ApiOkResponse({ type: [shape.AdjustmentDto] })
  list(@Id('agreementId') agreementId: string) {
    return this.listAdjustments.run(agreementId);
  }

  /** Returns the adjustments that the clauses allow today, calculated from the newest index figures. */
  @Get('proposals')
  @Permission('agreement.write')
  @ApiOkResponse({ type: [shape.AdjustmentProposalDto] })
  proposals(@Id('agreementId') agreementId: string): Promise<shape.AdjustmentProposalDto[]> {
    return this.propose.run(agreementId) as Promise<shape.AdjustmentProposalDto[]>;
  }

  @Post()
  @Permission('price-adjustment.request')
  @ApiCreatedResponse({ type: shape.AdjustmentCreatedDto })
  request(@Id('agreementId') agreementId: string, @Body() body: shape.PriceAdjustmentRequest) {
    return this.requestAdjustment.run(agreementId, body);
  }

  /** Recalculates from the latest version of the index. */
  @Post(':adjustmentId/calculate')
  @Permission('agreement.write')
  @ApiCreatedResponse({ type: shape.ComputedDto })
  calculate(@Id('agreementId') agreementId: string, @Id('adjustmentId') adjustmentId: string) {
    return this.compute.run(agreementId, adjustmentId);
  }

  @Post(':adjustmentId/decide')
  @Permission('agreement.write')
  @ApiCreatedResponse({ type: shape.AdjustmentDecidedDto })
  decide(
    @Id('agreementId') agreementId: string,
    @Id('adjustmentId') adjustmentId: string,
    @Body() body: shape.AdjustmentDecisionRequest,
  ) {
    return this.decideAdjustment.run(agreementId, adjustmentId, body);
  }
}

@ApiTags('prices')
@Controller('index-series')
export class IndexSeriesController {
  constructor(
    private readonly listIndexSeries: ListIndexSeries,
    private readonly imports: ImportIndexSeries,
  ) {}

  @Get()
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.IndexSeriesDto] })
  list() {
    return this.listIndexSeries.run();
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
  import(@Body() body: shape.IndexSeriesBody, @UploadedFile() file?: Express.Multer.File) {
    return this.imports.run(body, requireSpooledFile(file));
  }
}
