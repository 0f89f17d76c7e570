import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Permission, Problem, Public, RequiresRecentSignIn, type AuthenticatedRequest } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { DescribeSession } from '../describe-session.ts';
import { StartSession } from '../sessions/start-session.ts';
import { AcceptInvitation } from './accept-invitation.ts';
import { DecideInvitation } from './decide-invitation.ts';
import { FindInvitation } from './find-invitation.ts';
import { AcceptedInvitationDto, AcceptInvitationRequest, OpenInvitationDto } from './invitation.dto.ts';
import { RecordInvitationOpened } from './note-opened.ts';
import { WithdrawInvitation } from './withdraw-invitation.ts';

@ApiTags('invitations')
@Controller('invitations')
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 60, ttl: 60_000 } })
export class InvitationsController {
  constructor(
    private readonly find: FindInvitation,
    private readonly accepting: AcceptInvitation,
    private readonly opened: RecordInvitationOpened,
    private readonly describe: DescribeSession,
    private readonly withdrawing: WithdrawInvitation,
    private readonly decide: DecideInvitation,
    private readonly sessions: StartSession,
  ) {}

  @Get(':token')
  @Public()
  @ApiOkResponse({ type: OpenInvitationDto })
  async show(@Param('token') token: string): Promise<OpenInvitationDto> {
    const invitation = await this.find.run(token);
    await this.opened.run(invitation);
    const { organisation, inviter, inviterOrganisation, email, expiresAt, obligationId } = invitation;
    return { organisation, inviter, inviterOrganisation, email, expiresAt: expiresAt.toISOString(), obligationId };
  }

  @Post(':token/accept')
  @Public()
  @ApiCreatedResponse({ type: AcceptedInvitationDto })
  async accept(
    @Req() request: AuthenticatedRequest,
    @Param('token') token: string,
    @Body() body: AcceptInvitationRequest,
  ): Promise<AcceptedInvitationDto> {
    const { account, name, password } = requireComplete(body);
    const { person, membershipId } = await this.accepting.run(token, {
      account,
      name,
      password,
      signedInId: request.session.personId ?? null,
    });
    // An existing session continues as it is: accepting proves nothing new about the person.
    if (account === 'signed-in') Object.assign(request.session, membershipId ? { membershipId } : {});
    else await this.sessions.run(request, person, membershipId ?? undefined);
    return { state: membershipId ? 'joined' : 'awaiting-approval', session: await this.describe.run(request) };
  }

  @Post(':invitationId/withdraw')
  @HttpCode(204)
  @Permission('invitation.withdraw')
  @ApiNoContentResponse()
  withdraw(@Param('invitationId', ParseUUIDPipe) invitationId: string): Promise<void> {
    return this.withdrawing.run(invitationId);
  }

  @Post(':invitationId/approve')
  @HttpCode(204)
  @Permission('colleague.invite')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  approve(@Param('invitationId', ParseUUIDPipe) invitationId: string): Promise<void> {
    return this.decide.approve(invitationId);
  }

  @Post(':invitationId/reject')
  @HttpCode(204)
  @Permission('colleague.invite')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  reject(@Param('invitationId', ParseUUIDPipe) invitationId: string): Promise<void> {
    return this.decide.reject(invitationId);
  }
}

/**
 * Requires a name and a password of minimum length for a new account, and a password for signing in.
 * @throws Problem 'body-invalid' (400)
 */
function requireComplete({ account, name, password }: AcceptInvitationRequest): {
  account: AcceptInvitationRequest['account'];
  name: string;
  password: string;
} {
  const { charactersMin } = limits.password;
  const issues = [
    ...(account === 'new' && !name?.trim() ? [{ code: 'isLength', path: 'name' }] : []),
    ...(account !== 'signed-in' && !password ? [{ code: 'isLength', path: 'password' }] : []),
    ...(account === 'new' && password && password.length < charactersMin
      ? [{ code: 'isLength', path: 'password', params: { min: charactersMin } }]
      : []),
  ];
  if (issues.length > 0) throw new Problem(400, 'body-invalid', {}, issues);
  return { account, name: name?.trim() ?? '', password: password ?? '' };
}
