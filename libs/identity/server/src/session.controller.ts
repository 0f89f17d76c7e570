import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Problem, Public, SignedIn, type ActingRequest } from '@tallgrunn/platform';
import { DescribeSession } from './describe-session.ts';
import { ListMemberships } from './list-memberships.ts';
import { beginSession, endSession } from './session-life.ts';
import { ActingBody, ChangePersonRequest, SessionShape, SignInBody } from './session.shape.ts';
import { People } from './store/people.ts';
import type { Person } from './store/person.ts';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly describe: DescribeSession,
    private readonly memberships: ListMemberships,
    private readonly people: People,
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
    return this.describe.run(request);
  }

  @Put('acting')
  @SignedIn()
  @ApiOkResponse({ type: SessionShape })
  async actFor(@Req() request: ActingRequest, @Body() { membershipId }: ActingBody): Promise<SessionShape> {
    const mine = await this.memberships.run(request.session.personId ?? '');
    if (!mine.some(({ id }) => id === membershipId)) throw new Problem(404, 'not-found', { kind: 'membership' });
    request.session.membershipId = membershipId;
    return this.describe.run(request);
  }

  /** A person's name and language are theirs to set. */
  @Put('person')
  @SignedIn()
  @ApiOkResponse({ type: SessionShape })
  async changePerson(@Req() request: ActingRequest, @Body() { name, language }: ChangePersonRequest): Promise<SessionShape> {
    await this.people.change(request.session.personId ?? '', { ...(name !== undefined && { name }), ...(language !== undefined && { language }) });
    return this.describe.run(request);
  }

  @Delete()
  @HttpCode(204)
  @Public()
  signOut(@Req() request: ActingRequest): Promise<void> {
    return endSession(request);
  }
}
