import { Controller, Get, HttpCode, Inject, Param, Post, Res, UseGuards } from '@nestjs/common';
import { ApiFoundResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { CONFIG, Public, type Config } from '@tallgrunn/platform';
import type { Response } from 'express';
import { Unsubscribe } from './unsubscribe.ts';

/** The address in the List-Unsubscribe header of e-mails. The signed token replaces a sign-in. */
@ApiTags('notification-preferences')
@Controller('notifications/unsubscribe')
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 20, ttl: 60_000 } })
export class UnsubscribeController {
  constructor(
    private readonly unsubscribe: Unsubscribe,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Turns the kinds of the e-mail off (RFC 8058, one click). */
  @Post(':token')
  @HttpCode(204)
  @Public({ hasSecretAddress: true })
  @ApiNoContentResponse()
  stop(@Param('token') token: string): Promise<void> {
    return this.unsubscribe.run(token);
  }

  /** Leads a person who opens the address to their notification preferences. Changes nothing, because scanners open links. */
  @Get(':token')
  @Public()
  @ApiFoundResponse({ description: 'The page with the notification preferences.' })
  show(@Param('token') _token: string, @Res() response: Response): void {
    response.redirect(`${this.config.publicUrl.replace(/\/$/, '')}/notifications`);
  }
}
