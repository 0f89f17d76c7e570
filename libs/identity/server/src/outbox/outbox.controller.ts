import { Controller, Get, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Public } from '@tallgrunn/platform';
import { ListOutbox, type OutboxPage } from './list-outbox.ts';

export class StoredEmailDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() to!: string;
  @ApiProperty() subject!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: [String], description: 'Addresses in this installation that the text links to.' })
  paths!: string[];
  @ApiProperty({ format: 'date-time' }) writtenAt!: string;
}

export class OutboxDto {
  @ApiProperty({ type: [StoredEmailDto] }) items!: StoredEmailDto[];
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) next!: string | null;
}

@ApiTags('outbox')
@Controller('outbox')
export class OutboxController {
  constructor(private readonly outbox: ListOutbox) {}

  /** Lists the e-mails of a demo, which sends none; anyone may read them. 404 in every other installation. */
  @Get()
  @Public()
  @ApiQuery({ name: 'before', required: false, format: 'uuid' })
  @ApiOkResponse({ type: OutboxDto })
  list(@Query('before', new ParseUUIDPipe({ optional: true })) before?: string): Promise<OutboxPage> {
    return this.outbox.run(before ?? null);
  }
}
