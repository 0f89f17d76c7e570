import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Permission, Public, REVALIDATED } from '@tallgrunn/platform';
import type { Response } from 'express';
import * as dto from './open-template.dto.ts';
import { OpenTemplates } from './open-templates.ts';
import { PublishedTemplates } from './published-templates.ts';

@ApiTags('terms')
@Controller('agreements/:agreementId/open-templates')
export class OpenTemplatesController {
  constructor(private readonly templates: OpenTemplates) {}

  /** Lists the reports of the agreement whose terms are or were published as templates. */
  @Get()
  @Permission('agreement.write')
  @ApiOkResponse({ type: [dto.OpenTemplateDto] })
  list(@Param('agreementId', ParseUUIDPipe) agreementId: string) {
    return this.templates.list(agreementId);
  }

  /** Returns what would become public of a report's terms. */
  @Get('preview')
  @Permission('agreement.write')
  @ApiOkResponse({ type: dto.OpenTemplatePreviewDto })
  preview(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Query() { report }: dto.OpenTemplatePreviewQuery) {
    return this.templates.preview(agreementId, report);
  }

  @Post()
  @Permission('agreement.write')
  @ApiCreatedResponse({ type: dto.OpenTemplateDto })
  publish(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Body() { report, slug }: dto.PublishOpenTemplateRequest,
  ) {
    return this.templates.publish(agreementId, report, slug);
  }

  @Post(':templateId/withdraw')
  @HttpCode(204)
  @Permission('agreement.write')
  withdraw(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('templateId', ParseUUIDPipe) templateId: string,
  ): Promise<void> {
    return this.templates.withdraw(agreementId, templateId);
  }
}

@ApiTags('public templates')
@Controller('public/templates')
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 120, ttl: 60_000 } })
export class PublishedTemplatesController {
  constructor(private readonly published: PublishedTemplates) {}

  /** Lists the published templates. */
  @Get()
  @Public()
  @ApiOkResponse({ type: [dto.PublishedTemplateHeadDto] })
  list(@Res({ passthrough: true }) response: Response) {
    response.setHeader('Cache-Control', REVALIDATED);
    return this.published.list();
  }

  /**
   * Returns a published template with the latest terms in force; 410 when it has been withdrawn. Its ETag changes with
   * its content.
   */
  @Get(':slug')
  @Public()
  @ApiOkResponse({ type: dto.PublishedTemplateDto })
  async show(@Param('slug') slug: string, @Res({ passthrough: true }) response: Response) {
    const template = await this.published.show(slug);
    response.setHeader('Cache-Control', REVALIDATED);
    return template;
  }
}
