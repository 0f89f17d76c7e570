import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { TrimmedText } from '@tallgrunn/platform';
import { languages, limits, type Language } from '@tallgrunn/values';
import { templateKinds, type TemplateKind } from './email-templates.ts';

const { subjectCharactersMax, bodyCharactersMax } = limits.notifications;

export class EmailTemplateParams {
  @ApiProperty({ enum: templateKinds }) @IsIn(templateKinds) kind!: TemplateKind;
  @ApiProperty({ enum: languages }) @IsIn(languages) language!: Language;
}

export class SaveEmailTemplateRequest {
  @ApiProperty({ maxLength: subjectCharactersMax }) @TrimmedText(1, subjectCharactersMax) subject!: string;
  @ApiProperty({ maxLength: bodyCharactersMax }) @TrimmedText(1, bodyCharactersMax) body!: string;
}

export class PreviewEmailTemplateRequest {
  @ApiProperty({
    type: SaveEmailTemplateRequest,
    required: false,
    nullable: true,
    description: 'A text that is not saved; that in use when left out.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => SaveEmailTemplateRequest)
  template?: SaveEmailTemplateRequest | null;
}

export class EmailTemplateDto {
  @ApiProperty({ enum: templateKinds }) kind!: TemplateKind;
  @ApiProperty({ enum: languages }) language!: Language;
  @ApiProperty() subject!: string;
  @ApiProperty() body!: string;
  @ApiProperty({ description: 'The cooperative has written its own.' }) isOwn!: boolean;
  @ApiProperty({ type: [String], description: 'The variables that the text may hold, each in braces.' })
  variables!: string[];
}

export class EmailPreviewDto {
  @ApiProperty() subject!: string;
  @ApiProperty() text!: string;
  @ApiProperty() html!: string;
}
