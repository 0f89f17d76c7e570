import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Database, Permission, Public, RequiresRecentSignIn, type ActingRequest, type Role } from '@tallgrunn/platform';
import { AcceptInvitation } from './accept-invitation.ts';
import { DescribeSession } from './describe-session.ts';
import { EndMembership } from './end-membership.ts';
import { FindInvitation } from './find-invitation.ts';
import { InviteColleague } from './invite-colleague.ts';
import { ListColleagues } from './list-colleagues.ts';
import { NoteOpened } from './note-opened.ts';
import { ResetPassword } from './passwords/reset-password.ts';
import { beginSession } from './session-life.ts';
import { WithdrawInvitation } from './withdraw-invitation.ts';
import * as shape from './session.shape.ts';

@ApiTags('invitations')
@Controller('invitations')
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 60, ttl: 60_000 } })
export class InvitationsController {
  constructor(
    private readonly find: FindInvitation,
    private readonly accept: AcceptInvitation,
    private readonly opened: NoteOpened,
    private readonly describe: DescribeSession,
  ) {}

  @Get(':token')
  @Public()
  @ApiOkResponse({ type: shape.OpenInvitationShape })
  async show(@Param('token') token: string): Promise<shape.OpenInvitationShape> {
    const invitation = await this.find.run(token);
    await this.opened.run(invitation);
    const { organisation, inviter, email, expiresAt, dutyId, hasAccount } = invitation;
    return { organisation, inviter, email, expiresAt: expiresAt.toISOString(), dutyId, hasAccount };
  }

  @Post(':token/account')
  @Public()
  @ApiCreatedResponse({ type: shape.SessionShape })
  async join(@Req() request: ActingRequest, @Param('token') token: string, @Body() { name, password }: shape.AccountBody): Promise<shape.SessionShape> {
    const { person, membershipId } = await this.accept.run(token, name, password);
    await beginSession(request, person.id, membershipId);
    return this.describe.run(request);
  }
}

@ApiTags('password')
@Controller('password-resets')
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 10, ttl: 60_000 } })
export class PasswordResetsController {
  constructor(private readonly reset: ResetPassword) {}

  @Post()
  @HttpCode(202)
  @Public()
  ask(@Body() { email }: shape.ResetRequestBody): Promise<void> {
    return this.reset.ask(email);
  }

  @Post(':token')
  @HttpCode(204)
  @Public()
  setNew(@Param('token') token: string, @Body() { password, revokeApiKeys }: shape.NewPasswordBody): Promise<void> {
    return this.reset.run(token, password, revokeApiKeys ?? false);
  }
}

@ApiTags('colleagues')
@Controller()
export class ColleaguesController {
  constructor(
    private readonly list: ListColleagues,
    private readonly invite: InviteColleague,
    private readonly end: EndMembership,
    private readonly withdraw: WithdrawInvitation,
    private readonly database: Database,
  ) {}

  @Get('colleagues')
  @Permission('colleague.read')
  @ApiOkResponse({ type: [shape.ColleagueShape] })
  colleagues() {
    return this.list.run();
  }

  @Post('colleagues/invitations')
  @Permission('colleague.invite')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: shape.SentInvitationShape })
  inviteColleague(@Body() { email, role, endsOn }: shape.InvitationBody) {
    return this.invite.run({ email, role: role as Role, organisationId: this.database.actor().organisationId ?? '', endsOn: endsOn ?? null });
  }

  @Post('colleagues/invitations/:invitationId/withdrawal')
  @HttpCode(204)
  @Permission('colleague.invite')
  @ApiNoContentResponse()
  withdrawInvitation(@Param('invitationId', ParseUUIDPipe) invitationId: string): Promise<void> {
    return this.withdraw.run(invitationId);
  }

  @Post('colleagues/:membershipId/end')
  @HttpCode(204)
  @Permission('colleague.invite')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  endMembership(@Param('membershipId', ParseUUIDPipe) membershipId: string): Promise<void> {
    return this.end.run(membershipId);
  }

  @Post('suppliers/:supplierId/invitations')
  @Permission('supplier.invite')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: shape.SentInvitationShape })
  inviteSupplier(@Param('supplierId', ParseUUIDPipe) supplierId: string, @Body() { email, dutyId }: shape.SupplierInvitationBody) {
    return this.invite.run({ email, role: 'supplier-administrator', organisationId: supplierId, dutyId: dutyId ?? null });
  }
}
