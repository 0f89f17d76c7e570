import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { GiveBulkAnswer } from './give-bulk-answer.ts';
import { ListBulkAnswers } from './list-bulk-answers.ts';
import { ListQuestions } from './list-questions.ts';
import { PreviewBulkAnswer } from './preview-bulk-answer.ts';
import * as shape from './questions.dto.ts';
import { RevokeBulkAnswer } from './revoke-bulk-answer.ts';

@ApiTags('matching')
@Controller('matching')
export class MatchingQuestionsController {
  constructor(private readonly listQuestions: ListQuestions) {}

  @Get('questions')
  @Permission('matching.read')
  @ApiOkResponse({ type: [shape.MatchingQuestionDto] })
  list(@Query() { supplierId }: shape.QuestionsQuery) {
    return this.listQuestions.run(supplierId ?? null);
  }
}

@ApiTags('matching')
@Controller('matching')
export class BulkAnswersController {
  constructor(
    private readonly previewBulkAnswer: PreviewBulkAnswer,
    private readonly give: GiveBulkAnswer,
    private readonly given: ListBulkAnswers,
    private readonly revokeBulkAnswer: RevokeBulkAnswer,
  ) {}

  @Post('bulk-answers/preview')
  @HttpCode(200)
  @Permission('matching.resolve')
  @ApiOkResponse({ type: shape.BulkPreviewDto })
  preview(@Body() { supplierId, key, verdict, cause }: shape.BulkAnswerRequest) {
    return this.previewBulkAnswer.run({ supplierId, key, verdict: verdict ?? null, cause: cause ?? null });
  }

  @Get('bulk-answers')
  @Permission('matching.read')
  @ApiOkResponse({ type: [shape.StoredBulkAnswerDto] })
  list() {
    return this.given.run();
  }

  @Post('bulk-answers')
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: shape.BulkAnswerGivenDto })
  create(@Body() { verdict, cause, ...body }: shape.GiveBulkAnswerRequest) {
    return this.give.run({ ...body, verdict: verdict ?? null, cause: cause ?? null });
  }

  @Post('bulk-answers/:bulkAnswerId/revoke')
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: shape.BulkAnswerRevokedDto })
  revoke(
    @Param('bulkAnswerId', ParseUUIDPipe) bulkAnswerId: string,
    @Body() { reason }: shape.RevokeBulkAnswerRequest,
  ) {
    return this.revokeBulkAnswer.run(bulkAnswerId, reason);
  }
}
