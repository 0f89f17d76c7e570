import { Body, Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Public, type AuthenticatedRequest } from '@tallgrunn/platform';
import { CodeRequest, PasskeyChallengeDto, PasskeyRequest } from '../account/account.dto.ts';
import { DescribeSession } from '../describe-session.ts';
import { SessionDto } from '../session.dto.ts';
import { Passkeys } from './passkeys.ts';
import { CompleteSignIn } from './complete-sign-in.ts';

/** Second factors at sign-in, and passkeys, which can also sign in on their own or confirm a sign-in. */
@ApiTags('session')
@Controller('session')
@Public()
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 20, ttl: 60_000 } })
export class SecondFactorController {
  constructor(
    private readonly complete: CompleteSignIn,
    private readonly passkeys: Passkeys,
    private readonly describe: DescribeSession,
  ) {}

  @Post('totp')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  async useTotp(@Req() request: AuthenticatedRequest, @Body() { code }: CodeRequest): Promise<SessionDto> {
    await this.complete.withTotp(request, code);
    return this.describe.run(request);
  }

  @Post('recovery-code')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  async useRecoveryCode(@Req() request: AuthenticatedRequest, @Body() { code }: CodeRequest): Promise<SessionDto> {
    await this.complete.withRecoveryCode(request, code);
    return this.describe.run(request);
  }

  @Post('passkey/challenge')
  @HttpCode(200)
  @ApiOkResponse({ type: PasskeyChallengeDto })
  async startPasskeyUse(@Req() request: AuthenticatedRequest): Promise<PasskeyChallengeDto> {
    return { options: { ...(await this.passkeys.startUsing(request, this.complete.onlyPerson(request))) } };
  }

  /** Signs in, completes a sign-in or confirms one, depending on the state of the session. */
  @Post('passkey')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionDto })
  async usePasskey(@Req() request: AuthenticatedRequest, @Body() { response }: PasskeyRequest): Promise<SessionDto> {
    await this.complete.withPasskey(request, response);
    return this.describe.run(request);
  }
}
