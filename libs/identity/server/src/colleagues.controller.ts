import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Database, Permission, Public, RequiresRecentSignIn, type Role } from '@tallgrunn/platform';
import { InvitePerson } from './invitations/invite-person.ts';
import { InviteColleagueRequest, SentInvitationDto } from './invitations/invitation.dto.ts';
import { ListColleagues } from './list-colleagues.ts';
import { ResetPassword } from './passwords/reset-password.ts';
import * as shape from './session.dto.ts';

@ApiTags('password')
@Controller('password-resets')
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 10, ttl: 60_000 } })
export class PasswordResetsController {
  constructor(private readonly reset: ResetPassword) {}

  @Post()
  @HttpCode(202)
  @Public()
  request(@Body() { email }: shape.ResetRequestRequest): Promise<void> {
    return this.reset.request(email);
  }

  @Post(':token')
  @HttpCode(204)
  @Public()
  complete(
    @Param('token') token: string,
    @Body() { password, revokeApiKeys }: shape.NewPasswordRequest,
  ): Promise<void> {
    return this.reset.run(token, password, revokeApiKeys ?? false);
  }
}

@ApiTags('colleagues')
@Controller()
export class ColleaguesController {
  constructor(
    private readonly listColleagues: ListColleagues,
    private readonly invite: InvitePerson,
    private readonly database: Database,
  ) {}

  @Get('colleagues')
  @Permission('colleague.read')
  @ApiOkResponse({ type: [shape.ColleagueDto] })
  list() {
    return this.listColleagues.run();
  }

  @Post('colleagues/invitations')
  @Permission('colleague.invite')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: SentInvitationDto })
  inviteColleague(@Body() { email, role, endsOn, message, language }: InviteColleagueRequest) {
    const organisationId = this.database.actor().organisationId ?? '';
    return this.invite.run({
      email,
      role: role as Role,
      organisationId,
      endsOn: endsOn ?? null,
      message: message ?? null,
      language: language ?? null,
    });
  }
}
