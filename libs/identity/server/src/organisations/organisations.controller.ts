import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import { CorrectOrganisation } from './correct-organisation.ts';
import { CorrectOrganisationRequest } from './organisation.dto.ts';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly correcting: CorrectOrganisation) {}

  /** Corrects the name or organisation number of a buyer or supplier. The former ones are retained and still recognised in files. */
  @Post(':organisationId/correct')
  @HttpCode(204)
  @Permission('organisation.correct')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  correct(@Param('organisationId', ParseUUIDPipe) organisationId: string, @Body() correction: CorrectOrganisationRequest): Promise<void> {
    return this.correcting.run(organisationId, correction);
  }
}
