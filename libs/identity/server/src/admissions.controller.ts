import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { VouchForColleague } from './vouch-for-colleague.ts';

@ApiTags('colleagues')
@Controller('memberships')
export class AdmissionsController {
  constructor(private readonly vouchForColleague: VouchForColleague) {}

  @Post(':membershipId/vouch')
  @HttpCode(204)
  @Permission('colleague.vouch')
  @ApiNoContentResponse()
  vouch(@Param('membershipId', ParseUUIDPipe) membershipId: string): Promise<void> {
    return this.vouchForColleague.run(membershipId);
  }
}
