import {
  Body,
  Controller,
  DefaultValuePipe,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  Permission,
  readIdempotencyKey,
  requireSpooledFile,
  AllowApiKeys,
  type AuthenticatedRequest,
} from '@tallgrunn/platform';
import type { Response } from 'express';
import { WaitForBatch } from './wait-for-batch.ts';
import { batchKinds } from './batch.ts';
import { buyerOf } from './buyer-of.ts';
import { ListBatchLines } from './list-batch-lines.ts';
import { ListBatches } from './list-batches.ts';
import { ListLedgerCoverage } from './list-ledger-coverage.ts';
import { ListImportProfiles } from './profiles/list-import-profiles.ts';
import { ListSupplierMaster } from './list-supplier-master.ts';
import { PreviewBatch } from './preview-batch.ts';
import { ProposeImportProfiles } from './profiles/propose-import-profiles.ts';
import { ReceiveBatch } from './receive-batch.ts';
import { ReceiveLines } from './lines/receive-lines.ts';
import { ReverseBatch } from './reverse-batch.ts';
import { SaveImportProfile } from './profiles/save-import-profile.ts';
import { ShowBatch } from './show-batch.ts';
import { ImportSupplierMaster } from './import-supplier-master.ts';
import { StoreMonthStatement } from './ledger-months/state-month.ts';
import { JsonLinesInterceptor, type LinesRequest } from './lines/json-lines.interceptor.ts';
import { idempotencyHeader, postLinesOpenApi } from './lines/post-lines.openapi.ts';
import * as shape from './spend.dto.ts';

const binary = { type: 'string', format: 'binary' } as const;
const uuid = { type: 'string', format: 'uuid' } as const;
const uploadSchema = {
  type: 'object',
  required: ['file'],
  properties: {
    file: binary,
    kind: { type: 'string', enum: [...batchKinds] },
    buyerId: uuid,
    profileId: uuid,
    period: { type: 'string' },
  },
};

@ApiTags('spend')
@Controller('spend')
export class BatchesController {
  constructor(
    private readonly receiveBatch: ReceiveBatch,
    private readonly listBatches: ListBatches,
    private readonly showBatch: ShowBatch,
    private readonly listBatchLines: ListBatchLines,
    private readonly reverseBatch: ReverseBatch,
    private readonly previewBatch: PreviewBatch,
    private readonly sendLines: ReceiveLines,
    private readonly wait: WaitForBatch,
  ) {}

  @Get('batches')
  @Permission('spend.read')
  @AllowApiKeys('spend:import', 'spend:reverse')
  @ApiQuery({ name: 'before', required: false, description: 'The id of the last batch of the page before.' })
  @ApiOkResponse({ type: [shape.BatchSummaryDto] })
  list(@Query('before', new ParseUUIDPipe({ optional: true })) before?: string) {
    return this.listBatches.run(before ?? null);
  }

  @Post('batches')
  @Permission('spend.import')
  @AllowApiKeys('spend:import')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema })
  @ApiCreatedResponse({ type: shape.BatchReceiptDto })
  @ApiHeader(idempotencyHeader)
  async receive(
    @Req() request: AuthenticatedRequest,
    @Body() { kind, buyerId, profileId, period }: shape.ReceiveBatchBody,
    @Res({ passthrough: true }) response: Response,
    @Headers('idempotency-key') key: string | undefined,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    const { again, ...receipt } = await this.receiveBatch.run(requireSpooledFile(file), {
      kind,
      profileId,
      period,
      buyerId: buyerOf(request, buyerId),
      idempotencyKey: readIdempotencyKey(key),
    });
    if (again) response.setHeader('Idempotent-Replayed', 'true');
    return receipt;
  }

  @Post('lines')
  @Permission('spend.import')
  @AllowApiKeys('spend:import')
  @UseInterceptors(JsonLinesInterceptor)
  @postLinesOpenApi
  @ApiCreatedResponse({ type: shape.BatchDto, description: 'Read: posted, or refused with the reason.' })
  async receiveLines(
    @Req() request: AuthenticatedRequest & LinesRequest,
    @Query() { buyerId, wait, ...query }: shape.LinesQuery,
    @Res({ passthrough: true }) response: Response,
    @Headers('idempotency-key') key: string | undefined,
  ) {
    const { id, again } = await this.sendLines.run(request.lines ?? [], {
      ...query,
      buyerId: buyerOf(request, buyerId),
      idempotencyKey: readIdempotencyKey(key),
    });
    const batch = await this.wait.run(id, wait);
    response.setHeader('Location', `/api/v1/spend/batches/${id}`);
    if (again) response.setHeader('Idempotent-Replayed', 'true');
    if (batch.state === 'received') response.status(202).setHeader('Retry-After', '2');
    return batch;
  }

  @Post('batches/preview')
  @HttpCode(200)
  @Permission('spend.import')
  @AllowApiKeys('spend:import')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema })
  @ApiOkResponse({ type: shape.BatchPreviewDto, description: 'What the file would come to. Nothing of it is kept.' })
  preview(
    @Req() request: AuthenticatedRequest,
    @Body() { kind, buyerId, profileId, period }: shape.ReceiveBatchBody,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.previewBatch.run(requireSpooledFile(file), {
      kind,
      profileId,
      period,
      buyerId: buyerOf(request, buyerId),
    });
  }

  @Get('batches/:batchId')
  @Permission('spend.read')
  @AllowApiKeys('spend:import', 'spend:reverse')
  @ApiOkResponse({ type: shape.BatchDto })
  show(@Param('batchId', ParseUUIDPipe) batchId: string) {
    return this.showBatch.run(batchId);
  }

  @Get('batches/:batchId/lines')
  @Permission('spend.read')
  @AllowApiKeys('spend:import')
  @ApiQuery({ name: 'after', required: false, description: 'The number of the last line of the page before.' })
  @ApiOkResponse({ type: [shape.BatchLineDto] })
  listLines(
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Query('after', new DefaultValuePipe(0), ParseIntPipe) after: number,
  ) {
    return this.listBatchLines.run(batchId, after);
  }

  @Post('batches/:batchId/reverse')
  @Permission('spend.import')
  @AllowApiKeys('spend:reverse')
  @ApiCreatedResponse({ type: shape.BatchReceiptDto })
  reverse(@Param('batchId', ParseUUIDPipe) batchId: string, @Body() { reason }: shape.ReverseBatchRequest) {
    return this.reverseBatch.run(batchId, reason);
  }
}

@ApiTags('spend')
@Controller('spend/ledger-coverage')
export class LedgerCoverageController {
  constructor(private readonly listCoverage: ListLedgerCoverage) {}

  @Get()
  @Permission('spend.read')
  @AllowApiKeys('spend:import')
  @ApiOkResponse({ type: [shape.CoverageDto] })
  list() {
    return this.listCoverage.run();
  }
}

@ApiTags('spend')
@Controller('spend/import-profiles')
export class ImportProfilesController {
  constructor(
    private readonly listImportProfiles: ListImportProfiles,
    private readonly saveImportProfile: SaveImportProfile,
    private readonly proposeImportProfiles: ProposeImportProfiles,
  ) {}

  @Get()
  @Permission('spend.read')
  @AllowApiKeys('spend:import')
  @ApiOkResponse({ type: [shape.ImportProfileSummaryDto] })
  list() {
    return this.listImportProfiles.run();
  }

  @Post()
  @Permission('spend.import')
  @AllowApiKeys('spend:import')
  @ApiCreatedResponse({ type: shape.SavedProfileDto })
  save(@Req() request: AuthenticatedRequest, @Body() { profile, buyerId, onlyIfChanged }: shape.SaveProfileRequest) {
    return this.saveImportProfile.run(profile, buyerOf(request, buyerId), onlyIfChanged);
  }

  @Post('propose')
  @HttpCode(200)
  @Permission('spend.import')
  @AllowApiKeys('spend:import')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: binary } } })
  @ApiOkResponse({ type: [shape.ProposalDto] })
  propose(@UploadedFile() file?: Express.Multer.File) {
    return this.proposeImportProfiles.run(requireSpooledFile(file));
  }
}

@ApiTags('spend')
@Controller('spend/supplier-master')
export class SupplierMasterController {
  constructor(
    private readonly list: ListSupplierMaster,
    private readonly state: ImportSupplierMaster,
  ) {}

  @Get()
  @Permission('spend.read')
  @AllowApiKeys('spend:import')
  @ApiOkResponse({ type: [shape.RegisteredSuppliersDto] })
  show() {
    return this.list.run();
  }

  @Post()
  @HttpCode(200)
  @Permission('spend.import')
  @AllowApiKeys('spend:import')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: binary, buyerId: uuid } } })
  @ApiOkResponse({
    type: shape.SuppliersStatedDto,
    description: 'What the supplier master came to. The file is not kept.',
  })
  import(
    @Req() request: AuthenticatedRequest,
    @Body() { buyerId }: shape.SuppliersBody,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.state.run(requireSpooledFile(file), buyerOf(request, buyerId));
  }
}

@ApiTags('spend')
@Controller('spend/ledger-months')
export class LedgerMonthsController {
  constructor(private readonly state: StoreMonthStatement) {}

  /** States that a month of a ledger is complete or incomplete. Figures are offered for complete months. */
  @Post(':month/statements')
  @Permission('spend.import')
  @ApiCreatedResponse({ type: shape.MonthStatementDto })
  stateMonth(
    @Req() request: AuthenticatedRequest,
    @Param('month') month: string,
    @Body() { buyerId, ...statement }: shape.MonthStatementRequest,
  ) {
    return this.state.run(buyerOf(request, buyerId), month, statement);
  }
}
