import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import { CorrectOrganisation } from './correct-organisation.ts';
import { MergeOrganisations } from './merge-organisations.ts';
import {
  CorrectOrganisationRequest,
  MergeOrganisationRequest,
  MergePreviewDto,
  MergePreviewQuery,
  MergeResultDto,
} from './organisation.dto.ts';
import { PreviewMerge } from './preview-merge.ts';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly correcting: CorrectOrganisation,
    private readonly merging: MergeOrganisations,
    private readonly previewing: PreviewMerge,
  ) {}

  /**
   * Corrects the name or organisation number of a buyer or supplier. The former ones are retained and still recognised
   * in files.
   */
  @Post(':organisationId/correct')
  @HttpCode(204)
  @Permission('organisation.correct')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  correct(
    @Param('organisationId', ParseUUIDPipe) organisationId: string,
    @Body() correction: CorrectOrganisationRequest,
  ): Promise<void> {
    return this.correcting.run(organisationId, correction);
  }

  /**
   * Returns the rows that a merge into another organisation would move, by kind, and the conflicts to resolve first.
   * Changes nothing.
   */
  @Get(':organisationId/merge-preview')
  @Permission('organisation.correct')
  @ApiOkResponse({ type: MergePreviewDto })
  async mergePreview(
    @Param('organisationId', ParseUUIDPipe) organisationId: string,
    @Query() { into: intoId }: MergePreviewQuery,
  ): Promise<MergePreviewDto> {
    const { from, into, counts, conflicts, hasDifferentNumbers } = await this.previewing.run(organisationId, intoId);
    const named = ({ id, name, org_number: orgNumber }: typeof from) => ({ id, name, orgNumber });
    return { from: named(from), into: named(into), counts, conflicts, hasDifferentNumbers };
  }

  /**
   * Merges the organisation into another of the same kind: agreements, reports, invoices, users and all other data
   * move. It cannot be undone.
   */
  @Post(':organisationId/merge')
  @HttpCode(200)
  @Permission('organisation.correct')
  @RequiresRecentSignIn()
  @ApiOkResponse({ type: MergeResultDto })
  async merge(
    @Param('organisationId', ParseUUIDPipe) organisationId: string,
    @Body() merge: MergeOrganisationRequest,
  ): Promise<MergeResultDto> {
    return { counts: await this.merging.run(organisationId, merge) };
  }
}
