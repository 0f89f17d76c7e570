import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ListRemembered } from './list-remembered.ts';
import { RememberedAnswerDto } from './remembered.shape.ts';
import { RevokeRemembered } from './revoke-remembered.ts';

/** What a supplier answered about earlier files of an agreement, to be given along with the next. */
@ApiTags('remembered answers')
@Controller('duties/:dutyId/remembered-answers')
export class RememberedAnswersController {
  constructor(
    private readonly list: ListRemembered,
    private readonly revoke: RevokeRemembered,
  ) {}

  @Get()
  @Permission('report.submit')
  @ApiOkResponse({ type: [RememberedAnswerDto] })
  remembered(@Param('dutyId', ParseUUIDPipe) dutyId: string) {
    return this.list.run(dutyId);
  }

  /** Takes an answer back. The reports that it was given with keep it. */
  @Post(':answerId/revoke')
  @HttpCode(204)
  @Permission('report.submit')
  @ApiNoContentResponse()
  async revokeAnswer(@Param('dutyId', ParseUUIDPipe) dutyId: string, @Param('answerId', ParseUUIDPipe) answerId: string): Promise<void> {
    await this.revoke.run(dutyId, answerId);
  }
}
