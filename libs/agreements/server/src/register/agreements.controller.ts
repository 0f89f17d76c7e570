import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Permission, requireSpooledFile, AllowApiKeys } from '@tallgrunn/platform';
import { SetUpLanguageQuery } from '../set-up-query.ts';
import * as shape from './agreement.dto.ts';
import { CreateAgreement } from './create-agreement.ts';
import { ImportAssortment } from '../prices/import-assortment.ts';
import { ListAgreements } from './list-agreements.ts';
import { ListItems } from '../prices/list-items.ts';
import { ListParties } from './list-parties.ts';
import { ShowAgreement } from './show-agreement.ts';

@ApiTags('agreements')
@Controller('agreements')
export class AgreementsController {
  constructor(
    private readonly listAgreements: ListAgreements,
    private readonly showAgreement: ShowAgreement,
    private readonly createAgreement: CreateAgreement,
    private readonly items: ListItems,
  ) {}

  @Get()
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.AgreementSummaryDto] })
  list() {
    return this.listAgreements.run();
  }

  @Get(':agreementId')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: shape.AgreementDto })
  show(@Param('agreementId', ParseUUIDPipe) agreementId: string) {
    return this.showAgreement.run(agreementId);
  }

  @Get(':agreementId/items')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiQuery({ name: 'search', required: false })
  @ApiQuery({ name: 'after', required: false, description: 'The last item number of the page before.' })
  @ApiQuery({ name: 'afterId', required: false, description: 'Its id, where suppliers may use the same number.' })
  @ApiOkResponse({ type: [shape.ItemSummaryDto] })
  listItems(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Query('search') search?: string,
    @Query('after') after?: string,
    @Query('afterId', new ParseUUIDPipe({ optional: true })) afterId?: string,
  ) {
    return this.items.run({ agreementId, search, after, afterId });
  }

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedAgreementDto })
  create(@Body() body: shape.AgreementRequest) {
    return this.createAgreement.run(body);
  }
}

@ApiTags('agreements')
@Controller('parties/assignable')
export class AssignablePartiesController {
  constructor(private readonly parties: ListParties) {}

  /** Lists the parties that an agreement can be made with. */
  @Get()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.PartyDto] })
  list() {
    return this.parties.run();
  }
}

@ApiTags('agreements')
@Controller('agreements/:agreementId/price-versions')
export class PriceFormsController {
  constructor(private readonly assortment: ImportAssortment) {}

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
        onlyIfChanged: { type: 'string', enum: ['true', 'false'] },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiCreatedResponse({ type: shape.ImportedAssortmentDto })
  import(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Body() { supplierId, onlyIfChanged, ...options }: shape.AssortmentBody,
    @Query() { language }: SetUpLanguageQuery,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.assortment.run(agreementId, supplierId, requireSpooledFile(file), {
      ...options,
      language,
      onlyIfChanged: onlyIfChanged === 'true',
    });
  }
}
