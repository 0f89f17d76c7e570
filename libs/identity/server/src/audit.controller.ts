import { Controller, Get, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ListAuditEntries } from './list-audit-entries.ts';

export class ApiKeyRefShape {
  @ApiProperty() name!: string;
  @ApiProperty() prefix!: string;
}

export class AuditEntryShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true }) person!: string | null;
  @ApiProperty({ type: String, nullable: true }) organisation!: string | null;
  @ApiProperty() side!: string;
  @ApiProperty() via!: string;
  @ApiProperty({ type: ApiKeyRefShape, nullable: true, description: 'The machine key it came with; `person` is then whoever made it.' }) apiKey!: ApiKeyRefShape | null;
  @ApiProperty() act!: string;
  @ApiProperty() subjectKind!: string;
  @ApiProperty() subjectId!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) details!: Record<string, unknown>;
}

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly list: ListAuditEntries) {}

  @Get()
  @Permission('audit.read')
  @ApiQuery({ name: 'before', required: false })
  @ApiOkResponse({ type: [AuditEntryShape] })
  entries(@Query('before', new ParseUUIDPipe({ optional: true })) before?: string) {
    return this.list.run(before ?? null);
  }
}
