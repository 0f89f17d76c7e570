import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
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
  ApiTags,
} from '@nestjs/swagger';
import { Permission, Problem, requireSpooledFile, type AuthenticatedRequest } from '@tallgrunn/platform';
import { AddAttachment } from './add-attachment.ts';
import { ReviewFootprints } from './decide-footprints.ts';
import * as shape from './declaration.dto.ts';
import { LinkFootprint } from './link-footprint.ts';
import { ListDeclarations } from './list-declarations.ts';
import { OpenDeclarationFile } from './open-declaration-file.ts';
import { ShowDeclaration } from './show-declaration.ts';
import { SubmitDeclaration } from './submit-declaration.ts';

const download = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

@ApiTags('declarations')
@Controller('declarations')
export class DeclarationsController {
  constructor(
    private readonly submit: SubmitDeclaration,
    private readonly listDeclarations: ListDeclarations,
    private readonly showDeclaration: ShowDeclaration,
    private readonly addEvidence: AddAttachment,
    private readonly openFile: OpenDeclarationFile,
  ) {}

  @Get()
  @Permission('declaration.read')
  @ApiOkResponse({ type: [shape.DeclarationSummaryDto] })
  list(@Query() query: shape.DeclarationsQuery) {
    return this.listDeclarations.run(query);
  }

  @Post()
  @Permission('declaration.submit')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { supplierId: { type: 'string', format: 'uuid' }, file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiCreatedResponse({ type: shape.DeclarationReceiptDto })
  receive(
    @Req() request: AuthenticatedRequest,
    @Body() { supplierId }: shape.SubmitBody,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.submit.run(requireSpooledFile(file), supplierOf(request, supplierId));
  }

  @Get(':declarationId')
  @Permission('declaration.read')
  @ApiOkResponse({ type: shape.DeclarationDto })
  show(@Param('declarationId', ParseUUIDPipe) declarationId: string) {
    return this.showDeclaration.run(declarationId);
  }

  @Get(':declarationId/file')
  @Permission('declaration.read')
  @ApiOkResponse({ content: download })
  file(@Param('declarationId', ParseUUIDPipe) declarationId: string) {
    return this.openFile.run(declarationId, null);
  }

  @Post(':declarationId/attachments')
  @Permission('declaration.submit')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: shape.DeclarationEvidenceDto })
  addAttachment(
    @Param('declarationId', ParseUUIDPipe) declarationId: string,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    return this.addEvidence.run(declarationId, requireSpooledFile(file));
  }

  @Get(':declarationId/attachments/:attachmentId')
  @Permission('declaration.read')
  @ApiOkResponse({ content: download })
  attachment(
    @Param('declarationId', ParseUUIDPipe) declarationId: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
  ) {
    return this.openFile.run(declarationId, attachmentId);
  }
}

@ApiTags('declarations')
@Controller('footprints')
export class FootprintsController {
  constructor(
    private readonly link: LinkFootprint,
    private readonly decideFootprints: ReviewFootprints,
  ) {}

  @Post('review')
  @Permission('declaration.review')
  @ApiCreatedResponse({ type: shape.DecidedFootprintsDto })
  async review(@Body() body: shape.FootprintDecisionRequest): Promise<shape.DecidedFootprintsDto> {
    return { footprints: await this.decideFootprints.run(body) };
  }

  @Post(':footprintId/item-links')
  @HttpCode(204)
  @Permission('declaration.submit')
  @ApiNoContentResponse()
  linkItems(@Param('footprintId', ParseUUIDPipe) footprintId: string, @Body() body: shape.LinkRequest) {
    return this.link.run({ footprintId, ...body });
  }
}

/**
 * Returns the supplier of a submission: the actor's own organisation for a supplier, the stated one for the
 * cooperative.
 * @throws Problem 'body-invalid' (400) if the cooperative states no supplier
 */
function supplierOf({ actor }: AuthenticatedRequest, supplierId: string | undefined): string {
  const own = actor?.side === 'supplier' ? actor.organisationId : supplierId;
  if (!own) throw new Problem(400, 'body-invalid', {}, [{ code: 'isUuid', path: 'supplierId' }]);
  return own;
}
