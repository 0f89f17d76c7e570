import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { RequiresRecentSignIn, SignedIn, type AuthenticatedRequest } from '@tallgrunn/platform';
import { Passkeys } from '../factors/passkeys.ts';
import { Totp } from '../factors/totp.ts';
import { ChangePassword } from '../passwords/change-password.ts';
import { renewSession } from '../session-lifecycle.ts';
import { Sessions } from '../sessions/sessions.ts';
import { Account } from './account.ts';
import * as dto from './account.dto.ts';

/**
 * The user's own account: password, second factors, sessions. Open to every role, and before a required second factor
 * is added.
 */
@ApiTags('account')
@Controller('account')
@SignedIn()
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 60, ttl: 60_000 } })
export class AccountController {
  constructor(
    private readonly account: Account,
    private readonly password: ChangePassword,
    private readonly passkeys: Passkeys,
    private readonly totp: Totp,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @ApiOkResponse({ type: dto.AccountDto })
  show(@Req() request: AuthenticatedRequest): Promise<dto.AccountDto> {
    return this.account.describe(request);
  }

  @Post('password')
  @HttpCode(204)
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  async changePassword(
    @Req() request: AuthenticatedRequest,
    @Body() { currentPassword, password }: dto.ChangePasswordRequest,
  ): Promise<void> {
    const { id } = await this.account.person(request);
    await this.password.run(id, request.sessionID, currentPassword, password);
    await renewSession(request);
  }

  @Post('passkeys/challenge')
  @HttpCode(200)
  @RequiresRecentSignIn()
  @ApiOkResponse({ type: dto.PasskeyChallengeDto })
  async startPasskey(@Req() request: AuthenticatedRequest): Promise<dto.PasskeyChallengeDto> {
    return { options: { ...(await this.passkeys.startAdding(request, await this.account.person(request))) } };
  }

  @Post('passkeys')
  @HttpCode(200)
  @RequiresRecentSignIn()
  @ApiOkResponse({ type: dto.RecoveryCodesDto })
  async addPasskey(
    @Req() request: AuthenticatedRequest,
    @Body() { name, response }: dto.AddPasskeyRequest,
  ): Promise<dto.RecoveryCodesDto> {
    const { id } = await this.account.person(request);
    await this.passkeys.add(request, id, name, response);
    return { codes: await this.account.completeAdding(request, id) };
  }

  @Post('passkeys/:passkeyId/remove')
  @HttpCode(204)
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  async removePasskey(
    @Req() request: AuthenticatedRequest,
    @Param('passkeyId', ParseUUIDPipe) passkeyId: string,
  ): Promise<void> {
    await this.account.removePasskey((await this.account.person(request)).id, passkeyId);
  }

  @Post('totp')
  @HttpCode(200)
  @RequiresRecentSignIn()
  @ApiOkResponse({ type: dto.NewTotpDto })
  async startTotp(@Req() request: AuthenticatedRequest): Promise<dto.NewTotpDto> {
    const { id, email } = await this.account.person(request);
    return this.totp.start(id, email);
  }

  @Post('totp/confirm')
  @HttpCode(200)
  @RequiresRecentSignIn()
  @ApiOkResponse({ type: dto.RecoveryCodesDto })
  async confirmTotp(
    @Req() request: AuthenticatedRequest,
    @Body() { code }: dto.CodeRequest,
  ): Promise<dto.RecoveryCodesDto> {
    const { id } = await this.account.person(request);
    await this.totp.confirm(id, code.replaceAll(/\D/g, ''));
    return { codes: await this.account.completeAdding(request, id) };
  }

  @Post('totp/remove')
  @HttpCode(204)
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  async removeTotp(@Req() request: AuthenticatedRequest): Promise<void> {
    await this.account.removeTotp((await this.account.person(request)).id);
  }

  /** Replaces the recovery codes. The former codes stop working. */
  @Post('recovery-codes')
  @HttpCode(200)
  @RequiresRecentSignIn()
  @ApiOkResponse({ type: dto.RecoveryCodesDto })
  async replaceRecoveryCodes(@Req() request: AuthenticatedRequest): Promise<dto.RecoveryCodesDto> {
    return { codes: await this.account.replaceCodes((await this.account.person(request)).id) };
  }

  @Post('sessions/end-others')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endOtherSessions(@Req() request: AuthenticatedRequest): Promise<void> {
    await this.sessions.endOthers((await this.account.person(request)).id, request.sessionID, 'ended-by-person');
  }

  @Post('sessions/:sessionId/end')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endSession(@Req() request: AuthenticatedRequest, @Param('sessionId') sessionId: string): Promise<void> {
    await this.sessions.end((await this.account.person(request)).id, sessionId);
  }
}
