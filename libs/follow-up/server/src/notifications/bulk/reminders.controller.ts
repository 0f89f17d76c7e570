import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { EmailPreviewDto } from '../templates/email-templates.dto.ts';
import { LateObligations } from './late-obligations.ts';
import { RemindLate } from './remind-late.ts';
import * as dto from './reminders.dto.ts';

/** Reminders of several late reports in one request. */
@ApiTags('reminders')
@Controller('late-obligations')
export class RemindersController {
  constructor(
    private readonly late: LateObligations,
    private readonly reminders: RemindLate,
  ) {}

  @Get()
  @Permission('message.send')
  @ApiOkResponse({ type: [dto.LateObligationDto] })
  list(@Query() { agreementId }: dto.LateObligationQuery) {
    return this.late.run(agreementId ?? null);
  }

  @Post('remind/preview')
  @HttpCode(200)
  @Permission('message.send')
  @ApiOkResponse({ type: EmailPreviewDto })
  preview(@Body() { obligationIds, message, language }: dto.PreviewReminderRequest) {
    return this.reminders.preview(obligationIds, message ?? null, language);
  }

  @Post('remind')
  @HttpCode(200)
  @Permission('message.send')
  @ApiOkResponse({ type: [dto.ReminderResultDto] })
  remind(@Body() { obligationIds, message }: dto.RemindLateRequest) {
    return this.reminders.run(obligationIds, message ?? null);
  }
}
