import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Req, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Problem, Public, SecurityLog, SignedIn, type ActingRequest } from '@tallgrunn/platform';
import { DescribeSession } from './describe-session.ts';
import { ListMemberships } from './list-memberships.ts';
import { beginSession, endSession } from './session-life.ts';
import { ConfirmSignIn } from './confirm-sign-in.ts';
import { ActingBody, ChangePersonRequest, ConfirmBody, SessionShape, SignInBody } from './session.shape.ts';
import { People } from './store/people.ts';
import type { Person } from './store/person.ts';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly describe: DescribeSession,
    private readonly memberships: ListMemberships,
    private readonly people: People,
    private readonly securityLog: SecurityLog,
    private readonly confirm: ConfirmSignIn,
  ) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: SessionShape })
  show(@Req() request: ActingRequest): Promise<SessionShape> {
    return this.describe.run(request);
  }

  @Post()
  @HttpCode(200)
  @Public()
  @UseGuards(ThrottlerGuard, AuthGuard('password'))
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @ApiBody({ type: SignInBody })
  @ApiOkResponse({ type: SessionShape })
  async signIn(@Req() request: ActingRequest & { user?: Person }): Promise<SessionShape> {
    if (!request.user) throw new Problem(401, 'sign-in-failed');
    await beginSession(request, request.user.id);
    await this.securityLog.record({ event: 'sign-in-succeeded', personId: request.user.id, details: { method: 'password' } });
    return this.describe.run(request);
  }

  /** Proves again who is signed in, for routes that need a recent sign-in. */
  @Post('confirm')
  @HttpCode(200)
  @SignedIn()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @ApiOkResponse({ type: SessionShape })
  async confirmSignIn(@Req() request: ActingRequest, @Body() { password }: ConfirmBody): Promise<SessionShape> {
    await this.confirm.run(request, password);
    return this.describe.run(request);
  }

  @Put('acting')
  @SignedIn()
  @ApiOkResponse({ type: SessionShape })
  async actFor(@Req() request: ActingRequest, @Body() { membershipId }: ActingBody): Promise<SessionShape> {
    const mine = await this.memberships.run(request.session.personId ?? '');
    const chosen = mine.find(({ id }) => id === membershipId);
    if (!chosen) throw new Problem(404, 'not-found', { kind: 'membership' });
    request.session.membershipId = membershipId;
    const { cooperative, organisation } = chosen;
    await this.securityLog.record({ event: 'acting-for-switched', personId: request.session.personId, membershipId, cooperativeId: cooperative.id, organisationId: organisation.id });
    return this.describe.run(request);
  }

  /** A person's name and language are theirs to set. */
  @Put('person')
  @SignedIn()
  @ApiOkResponse({ type: SessionShape })
  async changePerson(@Req() request: ActingRequest, @Body() { name, language }: ChangePersonRequest): Promise<SessionShape> {
    const change = { ...(name !== undefined && { name }), ...(language !== undefined && { language }) };
    if (Object.keys(change).length > 0) await this.people.change(request.session.personId ?? '', change);
    return this.describe.run(request);
  }

  /** Signs out. The browser also drops pages it holds for its Back button; what is stored of this origin is the language, and stays. */
  @Delete()
  @HttpCode(204)
  @Header('Clear-Site-Data', '"cache"')
  @Public()
  async signOut(@Req() request: ActingRequest): Promise<void> {
    const { personId } = request.session;
    await endSession(request);
    if (personId) await this.securityLog.record({ event: 'sign-out', personId });
  }
}
