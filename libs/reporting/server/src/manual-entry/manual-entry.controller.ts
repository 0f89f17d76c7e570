import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { parseReadingOptions } from '../checking/reading-options.ts';
import { VersionIdDto } from '../versions/version.dto.ts';
import { SaveManualEntry } from './save-manual-entry.ts';
import { SubmitManualEntry } from './submit-manual-entry.ts';
import { ShowManualEntry } from './show-manual-entry.ts';
import * as shape from './manual-entry.dto.ts';

/** Small reports entered on the page. */
@ApiTags('typed reports')
@Controller('duties/:dutyId/typed')
export class TypedController {
  constructor(
    private readonly show: ShowManualEntry,
    private readonly save: SaveManualEntry,
    private readonly send: SubmitManualEntry,
  ) {}

  @Get()
  @Permission('report.submit')
  @ApiOkResponse({ type: shape.ManualEntryDto })
  typed(@Param('dutyId', ParseUUIDPipe) dutyId: string, @Query() { since }: shape.TypedQuery) {
    return this.show.run(dutyId, since);
  }

  /** Saves changes. Returns the rows changed by others after the given revision, and the caller's own. */
  @Post('changes')
  @HttpCode(200)
  @Permission('report.submit')
  @ApiOkResponse({ type: shape.ManualEntryDto })
  change(@Param('dutyId', ParseUUIDPipe) dutyId: string, @Body() { since, changes }: shape.ManualEntryChangesRequest) {
    return this.save.run(dutyId, since, changes);
  }

  /** Submits the rows as a file, which is then checked like any other. */
  @Post('versions')
  @HttpCode(202)
  @Permission('report.submit')
  @ApiAcceptedResponse({ type: VersionIdDto })
  hand(
    @Param('dutyId', ParseUUIDPipe) dutyId: string,
    @Body() { revision, answers, way }: shape.SubmitManualEntryRequest,
  ) {
    return this.send.run(dutyId, revision, parseReadingOptions(JSON.stringify(answers ?? {})), way);
  }
}
