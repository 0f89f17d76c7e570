import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Req, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Problem, Public, SecurityLog, SignedIn, type AuthenticatedRequest } from '@tallgrunn/platform';
import { DescribeSession } from './describe-session.ts';
import { ListMemberships, requireNotMoved } from './list-memberships.ts';
import { endSession } from './session-lifecycle.ts';
import { ConfirmSignIn } from './confirm-sign-in.ts';
import { SetMembershipRequest, ChangePersonRequest, ConfirmRequest, SessionDto, SignInRequest } from './session.dto.ts';
import { StartSession } from './sessions/start-session.ts';
import { SignIn } from './sign-in.ts';
import { People } from './store/people.ts';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly describe: DescribeSession,
    private readonly memberships: ListMemberships,
    private readonly people: People,
    private readonly securityLog: SecurityLog,
    private readonly confirm: ConfirmSignIn,
    private readonly check: SignIn,
    private readonly start: StartSession,
  ) {}

  @Get()
  @Public()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 300, ttl: 60_000 } })
  @ApiOkResponse({ type: SessionDto })
  show(@Req() request: AuthenticatedRequest): Promise<SessionDto> {
    return this.describe.run(request);
  }

  @Post()
  @HttpCode(200)
  @Public()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @ApiOkResponse({ type: SessionDto })
  async signIn(@Req() request: AuthenticatedRequest, @Body() { email, password }: SignInRequest): Promise<SessionDto> {
    await this.start.run(request, await this.check.run(email, password));
    return this.describe.run(request);
  }

  /** Re-authenticates the signed-in person, for routes that need a recent sign-in. */
  @Post('confirm')
  @HttpCode(200)
  @SignedIn()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @ApiOkResponse({ type: SessionDto })
  async confirmSignIn(@Req() request: AuthenticatedRequest, @Body() { password }: ConfirmRequest): Promise<SessionDto> {
    await this.confirm.run(request, password);
    return this.describe.run(request);
  }

  @Put('membership')
  @SignedIn()
  @ApiOkResponse({ type: SessionDto })
  async setMembership(
    @Req() request: AuthenticatedRequest,
    @Body() { membershipId }: SetMembershipRequest,
  ): Promise<SessionDto> {
    const ownMemberships = await this.memberships.run(request.session.personId ?? '');
    const chosen = ownMemberships.find(({ id }) => id === membershipId);
    if (!chosen) throw new Problem(404, 'not-found', { kind: 'membership' });
    requireNotMoved(chosen);
    request.session.membershipId = membershipId;
    const { cooperative, organisation } = chosen;
    await this.securityLog.record({
      event: 'acting-for-switched',
      personId: request.session.personId,
      membershipId,
      cooperativeId: cooperative.id,
      organisationId: organisation.id,
    });
    return this.describe.run(request);
  }

  /** Changes the person's own name and language. */
  @Put('person')
  @SignedIn()
  @ApiOkResponse({ type: SessionDto })
  async changePerson(
    @Req() request: AuthenticatedRequest,
    @Body() { name, language }: ChangePersonRequest,
  ): Promise<SessionDto> {
    const change = { ...(name !== undefined && { name }), ...(language !== undefined && { language }) };
    if (Object.keys(change).length > 0) await this.people.change(request.session.personId ?? '', change);
    return this.describe.run(request);
  }

  /**
   * Signs out. The browser also discards pages cached for its Back button. The page itself deletes stored drafts of
   * reports; the language is retained.
   */
  @Delete()
  @HttpCode(204)
  @Header('Clear-Site-Data', '"cache"')
  @Public()
  async signOut(@Req() request: AuthenticatedRequest): Promise<void> {
    const { personId } = request.session;
    await endSession(request);
    if (personId) await this.securityLog.record({ event: 'sign-out', personId });
  }
}
