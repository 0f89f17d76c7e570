import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { ListRememberedAnswers } from './list-remembered.ts';
import { RememberedAnswerDto } from './remembered.dto.ts';
import { RevokeRememberedAnswer } from './revoke-remembered.ts';

/** A supplier's answers about earlier files of an agreement, applied to the next. */
@ApiTags('remembered answers')
@Controller('obligations/:obligationId/remembered-answers')
export class RememberedAnswersController {
  constructor(
    private readonly listRememberedAnswers: ListRememberedAnswers,
    private readonly revokeRememberedAnswer: RevokeRememberedAnswer,
  ) {}

  @Get()
  @Permission('report.submit')
  @ApiQuery({
    name: 'after',
    required: false,
    description: `The id of the last answer of the page before. A page has at most ${limits.rememberedAnswers.pageMax}; a shorter one is the last.`,
  })
  @ApiOkResponse({ type: [RememberedAnswerDto] })
  list(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Query('after', new ParseUUIDPipe({ optional: true })) after?: string,
  ) {
    return this.listRememberedAnswers.run(obligationId, after ?? null);
  }

  /** Revokes an answer. Reports that used it keep it. */
  @Post(':answerId/revoke')
  @HttpCode(204)
  @Permission('report.submit')
  @ApiNoContentResponse()
  async revoke(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Param('answerId', ParseUUIDPipe) answerId: string,
  ): Promise<void> {
    await this.revokeRememberedAnswer.run(obligationId, answerId);
  }
}
