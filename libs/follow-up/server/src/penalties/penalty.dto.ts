import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import type { Language } from '@tallgrunn/values';
import { penaltyReasons } from './calculate-penalty.ts';

const languages = ['nb', 'nn', 'en'] as const;
const decisions = ['waive', 'warn', 'claim'] as const;
const REASON_MAX = 2000;

export class PenaltyQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string;
}

export class DecidePenaltyRequest {
  @ApiProperty({ enum: decisions }) @IsIn(decisions) decision!: (typeof decisions)[number];
  @ApiProperty({ maxLength: REASON_MAX }) @IsString() @Length(1, REASON_MAX) reason!: string;
  @ApiPropertyOptional({ description: 'A lower amount than the calculated one. Decimal text.' })
  @IsOptional()
  @Matches(/^\d{1,12}(\.\d{1,2})?$/)
  amount?: string;
  @ApiPropertyOptional({ enum: languages, description: 'Of the letter; the supplier’s own when left out.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}

export class WithdrawPenaltyRequest {
  @ApiProperty({ maxLength: REASON_MAX }) @IsString() @Length(1, REASON_MAX) reason!: string;
}

export class LetterRequest {
  @ApiProperty({ maxLength: 300 }) @IsString() @Length(1, 300) subject!: string;
  @ApiProperty({ maxLength: 20_000 }) @IsString() @Length(1, 20_000) text!: string;
}

export class ExcludePenaltyDaysRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'All agreements of the supplier when left out.' })
  @IsOptional()
  @IsUUID()
  agreementId?: string;
  @ApiProperty({ format: 'date' }) @IsISO8601({ strict: true }) @MaxLength(10) from!: string;
  @ApiProperty({ format: 'date', description: 'Included.' }) @IsISO8601({ strict: true }) @MaxLength(10) to!: string;
  @ApiProperty({ maxLength: REASON_MAX }) @IsString() @Length(1, REASON_MAX) reason!: string;
}

export class PenaltyExclusionQuery {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
}

export class FollowUpCreatedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class PenaltyExclusionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) agreementId!: string | null;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: String, nullable: true }) createdBy!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt!: string | null;
}

export class PenaltyAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
}

export class PenaltySupplierDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class PenaltyDecisionHeadDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Case number.' }) number!: string;
  @ApiProperty({ enum: decisions }) decision!: string;
  @ApiProperty({ description: 'Claimed, decimal text.' }) amount!: string;
  @ApiProperty({ format: 'date-time' }) decidedAt!: string;
}

export class LetterDto {
  @ApiProperty({ enum: languages }) language!: string;
  @ApiProperty() subject!: string;
  @ApiProperty() text!: string;
}

export class PenaltyDecisionDto extends PenaltyDecisionHeadDto {
  @ApiProperty() currency!: string;
  @ApiProperty({ description: 'Working days or started weeks that counted when it was decided.' }) unitCount!: number;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: String, nullable: true }) decidedBy!: string | null;
  @ApiProperty({ description: 'You decided it yourself.' }) isOwn!: boolean;
  @ApiProperty({ description: 'The amount needs a second, independent person.' }) requiresSecondApproval!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) approvedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) approvedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) withdrawnAt!: string | null;
  @ApiProperty({ type: LetterDto, nullable: true }) letter!: LetterDto | null;
}

export class PenaltySummaryDto {
  @ApiProperty({ format: 'uuid', description: 'The reporting obligation.' }) obligationId!: string;
  @ApiProperty() periodKey!: string;
  @ApiProperty() report!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The branch whose report it is.' }) partName!:
    string | null;
  @ApiProperty({ description: 'After the last day of the agreement.' }) isRunOff!: boolean;
  @ApiProperty({ type: PenaltyAgreementDto }) agreement!: PenaltyAgreementDto;
  @ApiProperty({ type: PenaltySupplierDto }) supplier!: PenaltySupplierDto;
  @ApiProperty({ enum: ['none', 'day-fine', 'warning-ladder'] }) kind!: string;
  @ApiProperty({ enum: ['working-day', 'week'] }) per!: string;
  @ApiProperty({ format: 'date', description: 'The extended due date where there is one.' }) dueOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null while it is not delivered.' })
  deliveredOn!: string | null;
  @ApiProperty({ description: 'Calendar days after the due date, whether they count or not.' }) lateDayCount!: number;
  @ApiProperty({ description: 'Days that count.' }) countedDayCount!: number;
  @ApiProperty({ description: 'Working days or started weeks.' }) unitCount!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Calculated; null where the clause names no amount.' })
  amount!: string | null;
  @ApiProperty() currency!: string;
  @ApiProperty({ description: 'At least one day counts as late.' }) isFailure!: boolean;
  @ApiProperty({ type: PenaltyDecisionHeadDto, nullable: true, description: 'The decision in force.' })
  decision!: PenaltyDecisionHeadDto | null;
}

export class PenaltyListDto {
  @ApiProperty({ type: [PenaltySummaryDto] }) items!: PenaltySummaryDto[];
  @ApiProperty({ description: 'There are more; choose a supplier or an agreement.' }) isTruncated!: boolean;
}

export class PenaltyDayDto {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() isCounted!: boolean;
  @ApiProperty({ enum: penaltyReasons }) reason!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Which public holiday.' }) holiday!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The reason of an excluded period.' }) note!: string | null;
  @ApiProperty({ description: 'What the day adds, decimal text.' }) amount!: string;
}

export class ReceivedPenaltyDayDto {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() isCounted!: boolean;
  @ApiProperty({ enum: penaltyReasons }) reason!: (typeof penaltyReasons)[number];
  @ApiProperty({ description: 'Decimal text.' }) amount!: string;
}

export class ReceivedPenaltyDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ enum: ['warn', 'claim'] }) decision!: 'warn' | 'claim';
  @ApiProperty({ description: 'Decimal text; 0 for a warning.' }) amount!: string;
  @ApiProperty() currency!: string;
  @ApiProperty() unitCount!: number;
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty() periodKey!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ type: PenaltyAgreementDto }) agreement!: PenaltyAgreementDto;
  @ApiProperty({ format: 'date-time' }) decidedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) withdrawnAt!: string | null;
  @ApiProperty({ type: [ReceivedPenaltyDayDto], description: 'The calculation that was decided on.' })
  days!: ReceivedPenaltyDayDto[];
}

export class FailureClauseDto {
  @ApiProperty() count!: number;
  @ApiProperty() months!: number;
  @ApiProperty({ type: String, nullable: true }) amount!: string | null;
}

export class PenaltyClauseDto {
  @ApiProperty({ enum: ['none', 'day-fine', 'warning-ladder'] }) kind!: string;
  @ApiProperty({ type: String, nullable: true }) amount!: string | null;
  @ApiProperty({ enum: ['working-day', 'week'] }) per!: string;
  @ApiProperty({ type: String, nullable: true }) capAmount!: string | null;
  @ApiProperty({ type: Number, nullable: true }) capUnits!: number | null;
  @ApiProperty() startsAfterDays!: number;
  @ApiProperty({ enum: ['delivered', 'not-delivered'] }) returnedReport!: string;
  @ApiProperty({ type: FailureClauseDto, nullable: true }) failures!: FailureClauseDto | null;
  @ApiProperty() currency!: string;
}

export class FailureDto {
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
}

export class FailureWindowDto {
  @ApiProperty({ type: [FailureDto] }) failures!: FailureDto[];
  @ApiProperty() count!: number;
  @ApiProperty() months!: number;
  @ApiProperty() isReached!: boolean;
  @ApiProperty({ type: String, nullable: true }) amount!: string | null;
}

export class DueExtensionDto {
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty() reason!: string;
}

export class PenaltyDto extends PenaltySummaryDto {
  @ApiProperty({ type: PenaltyClauseDto }) clause!: PenaltyClauseDto;
  @ApiProperty({ type: String, nullable: true, description: 'Where the agreement states it.' })
  clauseReference!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Case number of the agreement.' })
  caseNumber!: string | null;
  @ApiProperty({ format: 'date' }) originalDueOn!: string;
  @ApiProperty({ type: DueExtensionDto, nullable: true }) extension!: DueExtensionDto | null;
  @ApiProperty({ description: 'The amount without the cap.' }) uncappedAmount!: string;
  @ApiProperty({ type: [PenaltyDayDto], description: 'Every day after the due date.' }) days!: PenaltyDayDto[];
  @ApiProperty({ type: FailureWindowDto, nullable: true, description: 'Repeated late reports.' })
  failures!: FailureWindowDto | null;
  @ApiProperty({ type: [PenaltyDecisionDto], description: 'The newest first.' }) decisions!: PenaltyDecisionDto[];
}
