import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsObject, IsOptional, Matches, Min } from 'class-validator';
import { exampleTerms, type ClausePackage } from '@tallgrunn/checks';
import { languages, type Language } from '@tallgrunn/values';

const day = { format: 'date', example: '2026-01-01' };
const packages = Object.keys(exampleTerms) as ClausePackage[];
const reportKey = /^[a-z][a-z0-9-]{0,39}$/;

export class TermsRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'A terms document (see `tallgrunn schema terms`); id, version and agreement are set when it is published. With a package, only what differs from it.',
  })
  @IsObject()
  document!: Record<string, unknown>;
  @ApiProperty({
    enum: packages,
    required: false,
    description: 'A clause package that says what the document leaves out.',
  })
  @IsOptional()
  @IsIn(packages)
  package?: ClausePackage;
  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'Publish nothing where the newest version of the report says the same: a script may publish twice.',
  })
  @IsOptional()
  @IsBoolean()
  onlyIfChanged?: boolean;
  @ApiProperty({ ...day, required: false, description: 'Periods that begin on or after this day.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  holdsFrom?: string;
}

export class ObligationForecastRequest {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The terms document as drafted.' })
  @IsObject()
  document!: Record<string, unknown>;
  @ApiProperty({ ...day, description: 'Periods that begin on or after this day.' })
  @IsISO8601({ strict: true })
  holdsFrom!: string;
}

export class ObligationForecastDto {
  @ApiProperty({ description: 'Obligations that are made at once when the terms are published.' }) count!: number;
  @ApiProperty() suppliers!: number;
  @ApiProperty({ description: 'Those whose due date has passed already.' }) overdueCount!: number;
  @ApiProperty({ type: String, nullable: true, ...day }) firstDueOn!: string | null;
}

export class PublishedTermsDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() version!: number;
  @ApiProperty() sha256!: string;
  @ApiProperty() report!: string;
  @ApiProperty(day) holdsFrom!: string;
  @ApiProperty({ description: 'The newest version says the same, and nothing was published.' }) existed!: boolean;
}

export class ReportQuery {
  @ApiProperty({ required: false, description: 'Which report of the agreement; "deliveries" unless said.' })
  @IsOptional()
  @Matches(reportKey)
  report?: string;
}

export class ReportInWordsQuery extends ReportQuery {
  @ApiProperty({ enum: languages, required: false }) @IsOptional() @IsIn(languages) language: Language = 'nb';
}

export class DifferenceQuery extends ReportInWordsQuery {
  @ApiProperty({ type: 'integer' }) @Type(() => Number) @IsInt() @Min(1) from!: number;
  @ApiProperty({ type: 'integer' }) @Type(() => Number) @IsInt() @Min(1) to!: number;
}

export class TermsChangeDto {
  @ApiProperty({ description: 'JSON pointer into the later document; into the earlier one for what was taken out.' })
  path!: string;
  @ApiProperty({ enum: ['added', 'removed', 'changed', 'reordered'] }) kind!: string;
  @ApiProperty({ nullable: true, type: 'object', additionalProperties: true }) before!: unknown;
  @ApiProperty({ nullable: true, type: 'object', additionalProperties: true }) after!: unknown;
  @ApiProperty({ description: 'The place in words.' }) where!: string;
  @ApiProperty({ description: 'The change in words.' }) says!: string;
}

export class TermsVersionHeadDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() version!: number;
  @ApiProperty(day) holdsFrom!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
  @ApiProperty({ enum: ['coming', 'in-force', 'past'] }) state!: string;
}

export class TermsOfReportDto {
  @ApiProperty() report!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'A text, or one per language.' })
  title!: unknown;
  @ApiProperty({ type: [TermsVersionHeadDto] }) versions!: TermsVersionHeadDto[];
}
