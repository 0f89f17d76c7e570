import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
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
import { Permission, requireSpooledFile } from '@tallgrunn/platform';
import { ApplyImport } from './apply-import.ts';
import { ChangeImport } from './change-import.ts';
import * as shape from './import.dto.ts';
import { ListImports } from './list-imports.ts';
import { PlanImport } from './plan-import.ts';
import { ReceiveRegister } from './receive-register.ts';
import { describeImport } from './describe-import.ts';

@ApiTags('agreement-imports')
@Controller('agreement-imports')
export class AgreementImportsController {
  constructor(
    private readonly listImports: ListImports,
    private readonly receiveRegister: ReceiveRegister,
    private readonly plan: PlanImport,
    private readonly change: ChangeImport,
    private readonly applyImport: ApplyImport,
  ) {}

  @Get()
  @Permission('agreement.write')
  @ApiOkResponse({ type: [shape.ImportSummaryDto] })
  list() {
    return this.listImports.run();
  }

  /**
   * Imports an agreement register (Excel or CSV) or an eForms notice: it is read and questions are asked; nothing is
   * applied.
   */
  @Post()
  @Permission('agreement.write')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: shape.ImportCreatedDto })
  receive(@UploadedFile() file?: Express.Multer.File) {
    return this.receiveRegister.run(requireSpooledFile(file));
  }

  @Get(':importId')
  @Permission('agreement.write')
  @ApiOkResponse({ type: shape.ImportDto })
  async show(@Param('importId', ParseUUIDPipe) importId: string) {
    return describeImport(await this.plan.run(await this.plan.row(importId)));
  }

  @Put(':importId/columns')
  @Permission('agreement.write')
  @ApiOkResponse({ type: shape.ImportDto })
  async setColumns(@Param('importId', ParseUUIDPipe) importId: string, @Body() { columns }: shape.ColumnsRequest) {
    return describeImport(await this.change.columns(importId, columns));
  }

  @Put(':importId/answers')
  @Permission('agreement.write')
  @ApiOkResponse({ type: shape.ImportDto })
  async answerQuestions(
    @Param('importId', ParseUUIDPipe) importId: string,
    @Body() { answers }: shape.RegisterAnswersRequest,
  ) {
    return describeImport(await this.change.answers(importId, answers));
  }

  @Post(':importId/apply')
  @Permission('agreement.write')
  @ApiCreatedResponse({ type: shape.AppliedDto })
  apply(@Param('importId', ParseUUIDPipe) importId: string) {
    return this.applyImport.run(importId);
  }

  @Delete(':importId')
  @Permission('agreement.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  discard(@Param('importId', ParseUUIDPipe) importId: string) {
    return this.change.discard(importId);
  }
}
