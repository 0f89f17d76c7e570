import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches, MaxLength, MinLength } from 'class-validator';
import type { Terms } from '@tallgrunn/checks';
import { languages } from '@tallgrunn/values';

const report = /^[a-z][a-z0-9-]{0,39}$/;
export const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export class OpenTemplateDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() report!: string;
  @ApiProperty({ description: 'The last part of its address, /sjekk/{slug}.' }) slug!: string;
  @ApiProperty({ type: String, format: 'date-time' }) publishedAt!: Date;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) withdrawnAt!: Date | null;
}

export class PublishOpenTemplateRequest {
  @ApiProperty({ description: 'Which report of the agreement.' }) @Matches(report) report!: string;
  @ApiProperty({
    minLength: 3,
    maxLength: 60,
    pattern: slugForm.source,
    description:
      'Small letters, digits and hyphens; of the whole installation. One that was published before keeps its own.',
  })
  @MinLength(3)
  @MaxLength(60)
  @Matches(slugForm)
  slug!: string;
}

export class OpenTemplatePreviewQuery {
  @ApiProperty({ required: false, description: 'Which report of the agreement; "deliveries" unless said.' })
  @IsOptional()
  @Matches(report)
  report?: string;
}

export class OpenTemplatePreviewDto {
  @ApiProperty() report!: string;
  @ApiProperty({ description: 'The version in force today.' }) version!: number;
  @ApiProperty({ description: 'A slug that is free.' }) slug!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The document as anybody would read it.' })
  document!: unknown;
  @ApiProperty({ type: [String], description: 'Fields whose lists name buyers or items, and are left out.' })
  withheld!: readonly string[];
}

export class PublishedTemplateHeadDto {
  @ApiProperty() slug!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'A text, or one per language.' })
  title!: unknown;
  @ApiProperty() report!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ format: 'date' }) holdsFrom!: string;
  @ApiProperty({ description: 'SHA-256 of the canonical JSON of the document.' }) hash!: string;
  @ApiProperty({ description: 'Whose template it is.' }) cooperative!: string;
  @ApiProperty({
    enum: languages,
    isArray: true,
    description: 'Languages of the Excel template and of what the checks say.',
  })
  languages!: readonly string[];
}

export class PublishedTemplateDto extends PublishedTemplateHeadDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The terms document (see `tallgrunn schema terms`).',
  })
  document!: Terms;
  @ApiProperty({ type: [String], description: 'Fields whose lists name buyers or items, and are left out.' })
  withheld!: readonly string[];
}
