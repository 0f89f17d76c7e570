import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import { ResetFactors } from './reset-factors.ts';

@ApiTags('colleagues')
@Controller('memberships')
export class ColleagueFactorsController {
  constructor(private readonly reset: ResetFactors) {}

  /** Removes the second factors of a colleague who has lost them. */
  @Post(':membershipId/reset-factors')
  @HttpCode(204)
  @Permission('colleague.invite')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  resetFactors(@Param('membershipId', ParseUUIDPipe) membershipId: string): Promise<void> {
    return this.reset.ofColleague(membershipId);
  }
}
