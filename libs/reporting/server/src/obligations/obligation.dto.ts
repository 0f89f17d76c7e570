import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import type { LocalText } from '@tallgrunn/checks';
import { QueryBoolean } from '@tallgrunn/platform';
import { languages, type Language } from '@tallgrunn/values';
import { obligationStatuses } from './obligation-status.ts';

const Optional = (options: object = {}) => ApiProperty({ type: String, required: false, ...options });

export class ObligationsQuery {
  @Optional({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string;
  @Optional({ format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
  @Optional({ example: '2026-03' }) @IsOptional() @IsString() @MaxLength(10) periodKey?: string;
  @ApiProperty({ type: Boolean, required: false, description: 'Only what the supplier still owes.' })
  @IsOptional()
  @QueryBoolean()
  open?: boolean;
  @ApiProperty({ type: Boolean, required: false, description: 'Only those whose report is accepted.' })
  @IsOptional()
  @QueryBoolean()
  accepted?: boolean;
  @Optional({ format: 'uuid', description: 'The last obligation of the page before.' })
  @IsOptional()
  @IsUUID()
  after?: string;
}

export class ComplianceQuery {
  @Optional({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string;
  @Optional({ format: 'uuid', description: 'Agreements this buyer takes part in, or did.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string;
  @Optional({ format: 'date' }) @IsOptional() @IsISO8601({ strict: true }) from?: string;
  @Optional({ format: 'date' }) @IsOptional() @IsISO8601({ strict: true }) until?: string;
}

export class LanguageQuery {
  @ApiProperty({ enum: languages, required: false, default: 'nb' }) @IsOptional() @IsIn(languages) language: Language =
    'nb';
}

export class NilRequest {
  @Optional({
    description:
      'Why nothing was delivered though buyers have booked something. Asked for by the problem `nil-but-booked`, which says what.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

export class NilReturnsRequest {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: 100 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  obligationIds!: string[];
}

export class NilReturnResultDto {
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The version; null when it was refused.' })
  versionId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The problem code, when it was refused.' })
  code!: string | null;
}

export class ExplainNilRequest {
  @ApiProperty({
    type: String,
    maxLength: 2000,
    description: 'Why the nil return is right although purchases are booked.',
  })
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  reason!: string;
}

export class PeriodDto {
  @ApiProperty({ example: '2026-03' }) key!: string;
  @ApiProperty({ format: 'date' }) start!: string;
  @ApiProperty({ format: 'date', description: 'The day after the last day.' }) end!: string;
}

export class AgreementRefDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
}

export class SupplierRefDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class SupplierNumberedDto extends SupplierRefDto {
  @ApiProperty({ type: String, nullable: true }) orgNumber!: string | null;
}

export class ReportRefDto {
  @ApiProperty({ example: 'deliveries' }) key!: string;
  @ApiProperty({
    nullable: true,
    oneOf: [
      { type: 'string' },
      {
        type: 'object',
        properties: { nb: { type: 'string' }, nn: { type: 'string' }, en: { type: 'string' } },
        required: ['nb'],
      },
    ],
  })
  title!: LocalText | null;
}

export class BranchRefDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) orgNumber!: string | null;
}

export class NilQuestionDto {
  @ApiProperty({ description: 'Decimal text, without VAT, in the currency of the version.' }) amount!: string;
  @ApiProperty() invoices!: number;
  @ApiProperty({ type: String, format: 'date-time' }) noticedAt!: string;
  @ApiProperty({ description: 'The supplier has not answered, or more has been booked since its answer.' })
  isOpen!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'The explanation of the supplier.' }) reason!:
    string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) reasonAt!: string | null;
}

export class VersionHeadDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, nullable: true }) number!: string | null;
  @ApiProperty({ enum: ['submitted', 'accepted', 'returned'] }) state!: string;
  @ApiProperty({ enum: ['lines', 'nil'] }) kind!: string;
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Decimal text.' }) amount!: string;
  @ApiProperty({ type: String, nullable: true }) currency!: string | null;
  @ApiProperty() needsDecision!: boolean;
  @ApiProperty({ description: 'Rows of its file that are kept out and wait to be corrected.' }) rowsWaiting!: number;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'When the file had arrived.' })
  receivedAt!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'When the supplier submitted it: the moment of delivery.',
  })
  submittedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) acceptedAt!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Working days of waiting for a decision; null when none is needed.',
  })
  daysInQueue!: number | null;
  @ApiProperty({ type: String, nullable: true }) returnReason!: string | null;
  @ApiProperty({
    type: NilQuestionDto,
    required: false,
    description: 'Purchases booked after a nil return that may contradict it.',
  })
  nilQuestion?: NilQuestionDto;
}

export class DueAgreementDto extends AgreementRefDto {
  @ApiProperty({ description: 'Whoever asks is responsible for it.' }) isMine!: boolean;
}

export class DueDateExtensionDto {
  @ApiProperty({ format: 'date' }) originalDueOn!: string;
  @ApiProperty() reason!: string;
}

class ObligationStandingDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: PeriodDto }) period!: PeriodDto;
  @ApiProperty({
    format: 'date',
    description: 'The last day (Oslo) on which a report is in time, with the extension in force.',
  })
  dueOn!: string;
  @ApiProperty({ type: DueDateExtensionDto, nullable: true }) extension!: DueDateExtensionDto | null;
  @ApiProperty({ enum: obligationStatuses }) state!: string;
  @ApiProperty({
    description: 'Working days after the due date, without those on which a submission waited for the buyer.',
  })
  daysLate!: number;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'From when the report counts as delivered by the terms; null while it does not.',
  })
  deliveredOn!: string | null;
  @ApiProperty({ description: 'The obligation was made after its due date: it is not late by the supplier.' })
  isCreatedAfterDueDate!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Why nothing is owed after all.' }) exemptReason!:
    string | null;
  @ApiProperty({ description: 'After the last day of the agreement: only what was called off before it.' })
  runOff!: boolean;
  @ApiProperty({ type: VersionHeadDto, nullable: true }) version!: VersionHeadDto | null;
}

export class ObligationDto extends ObligationStandingDto {
  @ApiProperty({ type: [String] }) lots!: string[];
  @ApiProperty({ type: ReportRefDto }) report!: ReportRefDto;
  @ApiProperty({ type: BranchRefDto, nullable: true, description: 'The branch whose report it is.' })
  part!: BranchRefDto | null;
  @ApiProperty({ type: DueAgreementDto }) agreement!: DueAgreementDto;
  @ApiProperty({ type: SupplierRefDto }) supplier!: SupplierRefDto;
  @ApiProperty({ description: 'Lines that the supplier has typed on the page so far; 0 to everybody else.' })
  typedLines!: number;
}

export class VersionSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, nullable: true }) number!: string | null;
  @ApiProperty({ enum: ['received', 'checked', 'submitted', 'accepted', 'returned', 'replaced'] }) state!: string;
  @ApiProperty({ enum: ['lines', 'nil'] }) kind!: string;
  @ApiProperty({ type: String, nullable: true }) fileName!: string | null;
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Decimal text.' }) amount!: string;
  @ApiProperty({ type: String, format: 'date-time' }) receivedAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) submittedAt!: string | null;
}

export class DowntimeDto {
  @ApiProperty({ type: String, format: 'date-time' }) from!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) until!: Date;
}

export class MissingSaidDto {
  @ApiProperty() reason!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Name of who said so.' }) saidBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) saidAt!: Date;
}

export class ObligationDetailDto extends ObligationDto {
  @ApiProperty({ type: [VersionSummaryDto], description: 'Newest first.' }) versions!: VersionSummaryDto[];
  @ApiProperty({
    type: [DowntimeDto],
    description: 'When this service did not answer, from two days before the due date to its end.',
  })
  portalDown!: DowntimeDto[];
  @ApiProperty({
    type: MissingSaidDto,
    nullable: true,
    description: 'What the chain said of this branch when it sent the others without it.',
  })
  missing!: MissingSaidDto | null;
}

export class ComplianceCellDto extends ObligationStandingDto {}

export class ComplianceRowDto {
  @ApiProperty({ type: DueAgreementDto }) agreement!: DueAgreementDto;
  @ApiProperty({ type: SupplierRefDto }) supplier!: SupplierRefDto;
  @ApiProperty({ type: ReportRefDto }) report!: ReportRefDto;
  @ApiProperty({ type: BranchRefDto, nullable: true }) part!: BranchRefDto | null;
  @ApiProperty({ type: [ComplianceCellDto] }) cells!: ComplianceCellDto[];
}

export class ComplianceDto {
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) until!: string;
  @ApiProperty({ type: [String] }) periods!: string[];
  @ApiProperty({ type: [ComplianceRowDto] }) rows!: ComplianceRowDto[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) counts!: Record<string, number>;
  @ApiProperty() cut!: boolean;
}
