import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import * as dto from './email-templates.dto.ts';
import { EmailTemplates } from './email-templates.ts';

/** Templates of the cooperative's e-mails. */
@ApiTags('email-templates')
@Controller('email-templates')
export class EmailTemplatesController {
  constructor(private readonly templates: EmailTemplates) {}

  @Get()
  @Permission('email-template.write')
  @ApiOkResponse({ type: [dto.EmailTemplateDto] })
  list() {
    return this.templates.list();
  }

  @Post(':kind/:language/preview')
  @HttpCode(200)
  @Permission('email-template.write')
  @ApiOkResponse({ type: dto.EmailPreviewDto })
  preview(@Param() { kind, language }: dto.EmailTemplateParams, @Body() { template }: dto.PreviewEmailTemplateRequest) {
    return this.templates.preview(kind, language, template ?? null);
  }

  @Put(':kind/:language')
  @HttpCode(204)
  @Permission('email-template.write')
  @ApiNoContentResponse()
  save(
    @Param() { kind, language }: dto.EmailTemplateParams,
    @Body() body: dto.SaveEmailTemplateRequest,
  ): Promise<void> {
    return this.templates.save(kind, language, body);
  }

  @Post(':kind/:language/reset')
  @HttpCode(204)
  @Permission('email-template.write')
  @ApiNoContentResponse()
  reset(@Param() { kind, language }: dto.EmailTemplateParams): Promise<void> {
    return this.templates.reset(kind, language);
  }
}
