import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { QueryBoolean } from '@tallgrunn/platform';
import { languages, limits, type Language } from '@tallgrunn/values';
import { correctionReasons, type CorrectionReason } from '../corrections/correction.ts';
import { correctionWays } from '../corrections/correction.dto.ts';
import { ReceiptDto } from '../versions/receipt.dto.ts';
import { FindingDto, ProgressDto, TotalsDto } from '../versions/version.dto.ts';

const { waitSecondsMax, findingsMax } = limits.sending;
const when = { type: String, format: 'date-time' } as const;

export class CheckQuery {
  @ApiProperty({
    enum: languages,
    required: false,
    default: 'nb',
    description: 'The language of the messages; codes do not depend on it.',
  })
  @IsOptional()
  @IsIn(languages)
  language: Language = 'nb';
  @ApiProperty({
    type: Number,
    required: false,
    default: waitSecondsMax,
    minimum: 0,
    maximum: waitSecondsMax,
    description: 'How many seconds to wait for the answer before 202 is given instead.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(waitSecondsMax)
  wait: number = waitSecondsMax;
}

export class SubmissionQuery extends CheckQuery {
  @ApiProperty({
    type: Boolean,
    required: false,
    default: false,
    description: 'The rows that findings keep out are known; submit the rest.',
  })
  @IsOptional()
  @QueryBoolean()
  leaveOutRows: boolean = false;
  @ApiProperty({
    enum: correctionWays,
    required: false,
    description:
      'Where something has been delivered for the obligation: the file holds the whole report (replaces, unless said), or only lines that are new or other (amends).',
  })
  @IsOptional()
  @IsIn(correctionWays)
  way?: (typeof correctionWays)[number];
  @ApiProperty({
    enum: correctionReasons,
    required: false,
    description: 'Why, where something has been delivered for the obligation.',
  })
  @IsOptional()
  @IsIn(correctionReasons)
  reason?: CorrectionReason;
  @ApiProperty({ type: String, required: false, description: 'Must say something where the reason is other.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reasonText?: string;
}

export class CheckFormDto {
  @ApiProperty({
    required: false,
    description: 'JSON: columns pointed out and findings answered, {mapping?, patches?, together?}.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2_000_000)
  answers?: string;
}

export class SubmissionFormDto extends CheckFormDto {
  @ApiProperty({ required: false, description: 'JSON: answers to questions, [{code, cause?, reason}].' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000_000)
  confirmations?: string;
}

export class SentFindingDto extends FindingDto {
  @ApiProperty({ description: 'What was found and what to do, in the language that was asked for.' }) message!: string;
}

export class TermsRefDto {
  @ApiProperty() id!: string;
  @ApiProperty() version!: number;
  @ApiProperty() hash!: string;
}

export class ContextRefDto {
  @ApiProperty() hash!: string;
}

/** The keys of `tallgrunn check --json`, and two more. */
export class CheckDto {
  @ApiProperty() file!: string;
  @ApiProperty({ description: 'False when a finding stops the file or keeps a row out.' }) ok!: boolean;
  @ApiProperty() rows!: number;
  @ApiProperty() accepted!: number;
  @ApiProperty({ type: TotalsDto }) totals!: TotalsDto;
  @ApiProperty({ type: [SentFindingDto], maxItems: findingsMax }) findings!: SentFindingDto[];
  @ApiProperty({ type: TermsRefDto }) terms!: TermsRefDto;
  @ApiProperty({ type: ContextRefDto, nullable: true }) context!: ContextRefDto | null;
  @ApiProperty() engine!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'All findings, counted by code.',
  })
  counts!: Record<string, number>;
  @ApiProperty({ description: `Findings beyond the ${findingsMax} that an answer holds.` }) findingsLeftOut!: number;
}

export class CheckSubmissionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['waiting', 'working', 'done', 'failed'] }) state!: string;
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty(when) receivedAt!: Date;
  @ApiProperty({ ...when, nullable: true }) answeredAt!: Date | null;
  @ApiProperty({ type: ProgressDto, nullable: true, description: 'How far the work has come; null when it is done.' })
  progress!: ProgressDto | null;
  @ApiProperty({ type: CheckDto, nullable: true }) check!: Record<string, unknown> | null;
}

export class SubmissionRefusalDto {
  @ApiProperty() code!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) params!: Record<string, unknown>;
}

export class ApiSubmissionDto extends CheckSubmissionDto {
  @ApiProperty() submitted!: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) versionId!: string | null;
  @ApiProperty({ type: [SubmissionRefusalDto], description: 'What stood in the way; empty when it was submitted.' })
  refusals!: SubmissionRefusalDto[];
  @ApiProperty({ type: ReceiptDto, nullable: true }) receipt!: ReceiptDto | null;
}
