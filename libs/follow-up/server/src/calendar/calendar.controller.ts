import { Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { notFound, Permission, Public } from '@tallgrunn/platform';
import type { Request, Response } from 'express';
import { CalendarFeeds } from './calendar-feeds.ts';
import { ShowFeed } from './show-feed.ts';

export class CalendarFeedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastReadAt!: string | null;
}

export class CreatedCalendarFeedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Shown once: it opens the calendar to whoever has it.' }) address!: string;
}

/** The user's own calendar feed addresses. */
@ApiTags('calendar-feeds')
@Controller('calendar-feeds')
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get()
  @Permission('notification.choose')
  @ApiOkResponse({ type: [CalendarFeedDto] })
  list() {
    return this.feeds.list();
  }

  @Post()
  @Permission('notification.choose')
  @ApiCreatedResponse({ type: CreatedCalendarFeedDto })
  create() {
    return this.feeds.create();
  }

  @Post(':feedId/revoke')
  @HttpCode(204)
  @Permission('notification.choose')
  @ApiNoContentResponse()
  revoke(@Param('feedId', ParseUUIDPipe) feedId: string): Promise<void> {
    return this.feeds.revoke(feedId);
  }
}

/** The calendar feed for calendar programs. The secret address replaces a sign-in. */
@ApiTags('calendar-feeds')
@Controller('calendar')
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 60, ttl: 60_000 } })
export class CalendarController {
  constructor(private readonly feed: ShowFeed) {}

  @Get(':file')
  @Public()
  @ApiProduces('text/calendar')
  @ApiOkResponse({ description: 'An iCalendar file (RFC 5545) with the dates that the member may see.' })
  @Header('Cache-Control', 'private, no-cache')
  async show(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(file)?.[1];
    if (!token) throw notFound('calendar');
    const { text, etag } = await this.feed.run(token);
    response.setHeader('ETag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.status(304).end();
      return;
    }
    response.type('text/calendar; charset=utf-8').send(text);
  }
}
