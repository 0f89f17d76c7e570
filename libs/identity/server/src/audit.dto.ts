import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { Language } from '@tallgrunn/values';

export class AuditFilterQuery {
  @ApiProperty({ required: false, maxLength: 200, description: 'A part of the person’s name.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  person?: string;
  @ApiProperty({
    required: false,
    maxLength: 80,
    description: 'The code of an action or event; one that ends with a dot stands for all that begin so.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  action?: string;
  @ApiProperty({ required: false, format: 'date', description: 'The first day (Oslo).' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/)
  from?: string;
  @ApiProperty({ required: false, format: 'date', description: 'The last day (Oslo).' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/)
  to?: string;
}

export class AuditQuery extends AuditFilterQuery {
  @ApiProperty({ required: false, format: 'uuid', description: 'The last row of the page before.' })
  @IsOptional()
  @IsUUID()
  before?: string;
}

export class AuditExportQuery extends AuditFilterQuery {
  @ApiProperty({ required: false, enum: ['nb', 'nn', 'en'], description: 'The language of the headings.' })
  @IsOptional()
  @IsIn(['nb', 'nn', 'en'])
  language?: Language;
}

export class ApiKeyRefDto {
  @ApiProperty() name!: string;
  @ApiProperty() prefix!: string;
}

export class AuditEntryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true }) person!: string | null;
  @ApiProperty({ type: String, nullable: true }) organisation!: string | null;
  @ApiProperty() side!: string;
  @ApiProperty() via!: string;
  @ApiProperty({
    type: ApiKeyRefDto,
    nullable: true,
    description: 'The machine key it came with; `person` is then whoever made it.',
  })
  apiKey!: ApiKeyRefDto | null;
  @ApiProperty() act!: string;
  @ApiProperty() subjectKind!: string;
  @ApiProperty() subjectId!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) details!: Record<string, unknown>;
}

export class SecurityEventDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() event!: string;
  @ApiProperty({ enum: ['success', 'failure'] }) outcome!: string;
  @ApiProperty({ description: 'How often it came in its minute.' }) count!: number;
  @ApiProperty({ type: String, nullable: true }) person!: string | null;
  @ApiProperty({ type: String, nullable: true }) organisation!: string | null;
  @ApiProperty({ type: String, nullable: true }) via!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The address of the client.' }) address!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) details!: Record<string, unknown>;
}
