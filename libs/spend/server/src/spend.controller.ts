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
import { Permission, readIdempotencyKey, spooledOf, WithKey, type ActingRequest } from '@tallgrunn/platform';
import type { Response } from 'express';
import { AwaitBatch } from './await-batch.ts';
import { batchKinds } from './batch.ts';
import { buyerOf } from './buyer-of.ts';
import { ListBatchLines } from './list-batch-lines.ts';
import { ListBatches } from './list-batches.ts';
import { ListCoverage } from './list-coverage.ts';
import { ListProfiles } from './list-profiles.ts';
import { ListSuppliers } from './list-suppliers.ts';
import { PreviewBatch } from './preview-batch.ts';
import { ProposeProfiles } from './propose-profiles.ts';
import { ReceiveBatch } from './receive-batch.ts';
import { ReceiveLines } from './receive-lines.ts';
import { ReverseBatch } from './reverse-batch.ts';
import { SaveProfile } from './save-profile.ts';
import { ShowBatch } from './show-batch.ts';
import { StateSuppliers } from './state-suppliers.ts';
import { StateMonth } from './ledger-months/state-month.ts';
import { TakeBody, type LinesRequest } from './take-body.ts';
import { idempotencyHeader, takesLines } from './takes-lines.ts';
import * as shape from './spend.shape.ts';

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
export class SpendController {
  constructor(
    private readonly receive: ReceiveBatch,
    private readonly list: ListBatches,
    private readonly show: ShowBatch,
    private readonly listLines: ListBatchLines,
    private readonly listCoverage: ListCoverage,
    private readonly reverse: ReverseBatch,
    private readonly preview: PreviewBatch,
    private readonly sendLines: ReceiveLines,
    private readonly wait: AwaitBatch,
  ) {}

  @Get('batches')
  @Permission('spend.read')
  @WithKey('spend:import', 'spend:reverse')
  @ApiQuery({ name: 'before', required: false, description: 'The id of the last batch of the page before.' })
  @ApiOkResponse({ type: [shape.BatchRowShape] })
  batches(@Query('before', new ParseUUIDPipe({ optional: true })) before?: string) {
    return this.list.run(before ?? null);
  }

  @Post('batches')
  @Permission('spend.import')
  @WithKey('spend:import')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema })
  @ApiCreatedResponse({ type: shape.BatchReceiptShape })
  @ApiHeader(idempotencyHeader)
  async receiveBatch(
    @Req() request: ActingRequest,
    @Body() { kind, buyerId, profileId, period }: shape.ReceiveBatchBody,
    @Res({ passthrough: true }) response: Response,
    @Headers('idempotency-key') key: string | undefined,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    const { again, ...receipt } = await this.receive.run(spooledOf(file), {
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
  @WithKey('spend:import')
  @UseInterceptors(TakeBody)
  @takesLines
  @ApiCreatedResponse({ type: shape.BatchShape, description: 'Read: posted, or refused with the reason.' })
  async receiveLines(
    @Req() request: ActingRequest & LinesRequest,
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

  @Post('previews')
  @HttpCode(200)
  @Permission('spend.import')
  @WithKey('spend:import')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema })
  @ApiOkResponse({ type: shape.BatchPreviewShape, description: 'What the file would come to. Nothing of it is kept.' })
  previewBatch(
    @Req() request: ActingRequest,
    @Body() { kind, buyerId, profileId, period }: shape.ReceiveBatchBody,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.preview.run(spooledOf(file), { kind, profileId, period, buyerId: buyerOf(request, buyerId) });
  }

  @Get('batches/:batchId')
  @Permission('spend.read')
  @WithKey('spend:import', 'spend:reverse')
  @ApiOkResponse({ type: shape.BatchShape })
  batch(@Param('batchId', ParseUUIDPipe) batchId: string) {
    return this.show.run(batchId);
  }

  @Get('batches/:batchId/lines')
  @Permission('spend.read')
  @WithKey('spend:import')
  @ApiQuery({ name: 'after', required: false, description: 'The number of the last line of the page before.' })
  @ApiOkResponse({ type: [shape.BatchLineShape] })
  lines(
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Query('after', new DefaultValuePipe(0), ParseIntPipe) after: number,
  ) {
    return this.listLines.run(batchId, after);
  }

  @Post('batches/:batchId/reversal')
  @Permission('spend.import')
  @WithKey('spend:reverse')
  @ApiCreatedResponse({ type: shape.BatchReceiptShape })
  reverseBatch(@Param('batchId', ParseUUIDPipe) batchId: string, @Body() { reason }: shape.ReverseBatchBody) {
    return this.reverse.run(batchId, reason);
  }

  @Get('coverage')
  @Permission('spend.read')
  @WithKey('spend:import')
  @ApiOkResponse({ type: [shape.CoverageShape] })
  coverage() {
    return this.listCoverage.run();
  }
}

@ApiTags('spend')
@Controller('spend/profiles')
export class ProfilesController {
  constructor(
    private readonly list: ListProfiles,
    private readonly save: SaveProfile,
    private readonly propose: ProposeProfiles,
  ) {}

  @Get()
  @Permission('spend.read')
  @WithKey('spend:import')
  @ApiOkResponse({ type: [shape.ProfileRowShape] })
  profiles() {
    return this.list.run();
  }

  @Post()
  @Permission('spend.import')
  @WithKey('spend:import')
  @ApiCreatedResponse({ type: shape.SavedProfileShape })
  saveProfile(@Req() request: ActingRequest, @Body() { profile, buyerId, onlyIfChanged }: shape.SaveProfileBody) {
    return this.save.run(profile, buyerOf(request, buyerId), onlyIfChanged);
  }

  @Post('proposals')
  @HttpCode(200)
  @Permission('spend.import')
  @WithKey('spend:import')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: binary } } })
  @ApiOkResponse({ type: [shape.ProposalShape] })
  proposeProfiles(@UploadedFile() file?: Express.Multer.File) {
    return this.propose.run(spooledOf(file));
  }
}

@ApiTags('spend')
@Controller('spend/suppliers')
export class SuppliersController {
  constructor(
    private readonly list: ListSuppliers,
    private readonly state: StateSuppliers,
  ) {}

  @Get()
  @Permission('spend.read')
  @WithKey('spend:import')
  @ApiOkResponse({ type: [shape.KnownSuppliersShape] })
  suppliers() {
    return this.list.run();
  }

  @Post()
  @HttpCode(200)
  @Permission('spend.import')
  @WithKey('spend:import')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: binary, buyerId: uuid } } })
  @ApiOkResponse({
    type: shape.SuppliersStatedShape,
    description: 'What the supplier master came to. The file is not kept.',
  })
  stateSuppliers(
    @Req() request: ActingRequest,
    @Body() { buyerId }: shape.SuppliersBody,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.state.run(spooledOf(file), buyerOf(request, buyerId));
  }
}

@ApiTags('spend')
@Controller('spend/ledger-months')
export class LedgerMonthsController {
  constructor(private readonly state: StateMonth) {}

  /** States that a month of a ledger is complete or incomplete. Figures are offered for complete months. */
  @Post(':month/statements')
  @Permission('spend.import')
  @ApiCreatedResponse({ type: shape.MonthStatementDto })
  stateMonth(
    @Req() request: ActingRequest,
    @Param('month') month: string,
    @Body() { buyerId, ...statement }: shape.MonthStatementRequest,
  ) {
    return this.state.run(buyerOf(request, buyerId), month, statement);
  }
}
