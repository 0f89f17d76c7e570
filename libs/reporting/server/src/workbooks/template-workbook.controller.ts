import { Controller, Get, Headers, Param, Query, Res, UseGuards, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { PublishedTemplates } from '@tallgrunn/agreements-server';
import { Public, REVALIDATED } from '@tallgrunn/platform';
import type { Response } from 'express';
import { LanguageQuery } from '../obligations/obligation.dto.ts';
import { sendWorkbook, XLSX } from './send-workbook.ts';
import { templateSheets } from './write-template.ts';

@ApiTags('public templates')
@Controller('public/templates')
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 60, ttl: 60_000 } })
export class TemplateWorkbookController {
  constructor(private readonly published: PublishedTemplates) {}

  /** Returns a published template as an empty workbook: the columns and instructions, without agreement data. */
  @Get(':slug/template.xlsx')
  @Public()
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async show(
    @Param('slug') slug: string,
    @Query() { language }: LanguageQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const { document, hash } = await this.published.show(slug);
    const etag = `"${hash}-${language}"`;
    response.setHeader('Cache-Control', REVALIDATED);
    response.setHeader('ETag', etag);
    if (known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)) {
      response.status(304);
      return undefined;
    }
    return sendWorkbook(`${slug}.xlsx`, templateSheets(document, {}, language));
  }
}
