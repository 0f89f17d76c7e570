import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { parseReadingOptions } from '../checking/reading-options.ts';
import { VersionIdDto } from '../versions/version.dto.ts';
import { SaveManualEntry } from './save-manual-entry.ts';
import { SubmitManualEntry } from './submit-manual-entry.ts';
import { ShowManualEntry } from './show-manual-entry.ts';
import * as shape from './manual-entry.dto.ts';

/** Small reports entered on the page. */
@ApiTags('manual entry')
@Controller('obligations/:obligationId/manual-entry')
export class ManualEntryController {
  constructor(
    private readonly showManualEntry: ShowManualEntry,
    private readonly save: SaveManualEntry,
    private readonly send: SubmitManualEntry,
  ) {}

  @Get()
  @Permission('report.submit')
  @ApiOkResponse({ type: shape.ManualEntryDto })
  show(@Param('obligationId', ParseUUIDPipe) obligationId: string, @Query() { since }: shape.TypedQuery) {
    return this.showManualEntry.run(obligationId, since);
  }

  /** Saves changes. Returns the rows changed by others after the given revision, and the caller's own. */
  @Patch()
  @HttpCode(200)
  @Permission('report.submit')
  @ApiOkResponse({ type: shape.ManualEntryDto })
  change(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Body() { since, changes }: shape.ManualEntryChangesRequest,
  ) {
    return this.save.run(obligationId, since, changes);
  }

  /** Submits the rows as a file, which is then checked like any other. */
  @Post('submit')
  @HttpCode(202)
  @Permission('report.submit')
  @ApiAcceptedResponse({ type: VersionIdDto })
  submit(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Body() { revision, answers, way }: shape.SubmitManualEntryRequest,
  ) {
    return this.send.run(obligationId, revision, parseReadingOptions(JSON.stringify(answers ?? {})), way);
  }
}
