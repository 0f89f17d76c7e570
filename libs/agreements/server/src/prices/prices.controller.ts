import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { Permission, requireSpooledFile, AllowApiKeys } from '@tallgrunn/platform';
import { AddPriceModel } from './add-price-model.ts';
import { DiffPrices, priceChangeKinds, type PriceChangeKind } from './diff-prices.ts';
import { ImportPriceDraft } from './draft-prices.ts';
import { ListPriceModels } from './list-price-models.ts';
import { ListPriceVersions } from './list-price-versions.ts';
import { PriceDrafts } from './price-drafts.ts';
import * as shape from './prices.dto.ts';
import { PublishPrices } from './publish-prices.ts';
import { RemovePriceModel } from './remove-price-model.ts';

const Id = (name: string) => Param(name, ParseUUIDPipe);
const Kind = () =>
  Query(
    'kind',
    new ParseEnumPipe(Object.fromEntries(priceChangeKinds.map((kind) => [kind, kind])), { optional: true }),
  );

@ApiTags('prices')
@Controller('agreements/:agreementId')
export class PriceModelsController {
  constructor(
    private readonly listPriceModels: ListPriceModels,
    private readonly add: AddPriceModel,
    private readonly removePriceModel: RemovePriceModel,
  ) {}

  @Get('price-models')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.PriceModelDto] })
  list(@Id('agreementId') agreementId: string) {
    return this.listPriceModels.run(agreementId);
  }

  /** Adds a price model from a day on; the previous one ends the day before. */
  @Post('price-models')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedPriceModelDto })
  create(@Id('agreementId') agreementId: string, @Body() body: shape.PriceModelRequest) {
    return this.add.run(agreementId, body);
  }

  @Delete('price-models/:modelId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Id('agreementId') agreementId: string, @Id('modelId') modelId: string) {
    return this.removePriceModel.run(agreementId, modelId);
  }
}

@ApiTags('prices')
@Controller('agreements/:agreementId')
export class PriceVersionsController {
  constructor(
    private readonly versions: ListPriceVersions,
    private readonly diffPrices: DiffPrices,
  ) {}

  @Get('price-versions')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.PriceVersionRowDto] })
  list(@Id('agreementId') agreementId: string) {
    return this.versions.run(agreementId);
  }

  /** Compares a version with the previous one of its kind. */
  @Get('price-versions/:versionId/diff')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiQuery({ name: 'kind', required: false, enum: priceChangeKinds })
  @ApiQuery({ name: 'after', required: false, description: 'The last item number of the page before.' })
  @ApiOkResponse({ type: shape.PriceDiffDto })
  diff(
    @Id('agreementId') agreementId: string,
    @Id('versionId') versionId: string,
    @Kind() kind?: PriceChangeKind,
    @Query('after') after?: string,
  ) {
    return this.diffPrices.ofVersion(agreementId, versionId, { kind, after });
  }
}

@ApiTags('prices')
@Controller('agreements/:agreementId/price-drafts')
export class PriceDraftsController {
  constructor(
    private readonly drafts: PriceDrafts,
    private readonly draft: ImportPriceDraft,
    private readonly diffPrices: DiffPrices,
    private readonly publishPrices: PublishPrices,
  ) {}

  @Get()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.PriceDraftDto] })
  list(@Id('agreementId') agreementId: string) {
    return this.drafts.run(agreementId);
  }

  /** Imports a price form or catalogue as a draft without effect. */
  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'supplierId'],
      properties: {
        supplierId: { type: 'string', format: 'uuid' },
        kind: { type: 'string', enum: ['agreed', 'list', 'cost'] },
        fromOn: { type: 'string', format: 'date' },
        untilOn: { type: 'string', format: 'date' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiCreatedResponse({ type: shape.PriceDraftCreatedDto })
  create(
    @Id('agreementId') agreementId: string,
    @Body() { supplierId, ...options }: shape.DraftBody,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.draft.run(agreementId, supplierId, requireSpooledFile(file), options);
  }

  /** Compares the draft with the latest version of its kind. */
  @Get(':draftId/diff')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiQuery({ name: 'kind', required: false, enum: priceChangeKinds })
  @ApiQuery({ name: 'after', required: false, description: 'The last item number of the page before.' })
  @ApiOkResponse({ type: shape.PriceDiffDto })
  diff(
    @Id('agreementId') agreementId: string,
    @Id('draftId') draftId: string,
    @Kind() kind?: PriceChangeKind,
    @Query('after') after?: string,
  ) {
    return this.diffPrices.ofDraft(agreementId, draftId, { kind, after });
  }

  @Post(':draftId/publish')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.PublishedPricesDto })
  publish(@Id('agreementId') agreementId: string, @Id('draftId') draftId: string) {
    return this.publishPrices.run(agreementId, draftId);
  }

  @Delete(':draftId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  discard(@Id('agreementId') agreementId: string, @Id('draftId') draftId: string) {
    return this.drafts.discard(agreementId, draftId);
  }
}
