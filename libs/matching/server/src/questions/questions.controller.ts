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
export class QuestionsController {
  constructor(
    private readonly list: ListQuestions,
    private readonly preview: PreviewBulkAnswer,
    private readonly give: GiveBulkAnswer,
    private readonly given: ListBulkAnswers,
    private readonly revoke: RevokeBulkAnswer,
  ) {}

  @Get('questions')
  @Permission('matching.read')
  @ApiOkResponse({ type: [shape.MatchingQuestionDto] })
  questions(@Query() { supplierId }: shape.QuestionsQueryShape) {
    return this.list.run(supplierId ?? null);
  }

  @Post('bulk-answers/preview')
  @HttpCode(200)
  @Permission('matching.resolve')
  @ApiOkResponse({ type: shape.BulkPreviewDto })
  previewBulkAnswer(@Body() { supplierId, key, verdict, cause }: shape.BulkAnswerRequest) {
    return this.preview.run({ supplierId, key, verdict: verdict ?? null, cause: cause ?? null });
  }

  @Get('bulk-answers')
  @Permission('matching.read')
  @ApiOkResponse({ type: [shape.StoredBulkAnswerDto] })
  bulkAnswers() {
    return this.given.run();
  }

  @Post('bulk-answers')
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: shape.BulkAnswerGivenDto })
  giveBulkAnswer(@Body() { verdict, cause, ...body }: shape.GiveBulkAnswerRequest) {
    return this.give.run({ ...body, verdict: verdict ?? null, cause: cause ?? null });
  }

  @Post('bulk-answers/:bulkAnswerId/revoke')
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: shape.BulkAnswerRevokedDto })
  revokeBulkAnswer(
    @Param('bulkAnswerId', ParseUUIDPipe) bulkAnswerId: string,
    @Body() { reason }: shape.RevokeBulkAnswerRequest,
  ) {
    return this.revoke.run(bulkAnswerId, reason);
  }
}
