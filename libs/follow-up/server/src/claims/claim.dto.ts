import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Language } from '@tallgrunn/values';
import { priceBases, type PriceBasis } from '../price-deviations/charged-lines.ts';
import { DeviationAgreementDto, DeviationSupplierDto } from '../price-deviations/price-deviation.dto.ts';
import { claimOutcomes, type ClaimOutcome } from './claim-acts.ts';
import { claimStates, type ClaimState } from './claim-state.ts';

const languages = ['nb', 'nn', 'en'] as const;
const TEXT_MAX = 2000;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const LINES_MAX = 5000;
export const claimEventKinds = [
  'sent',
  'accepted-by-supplier',
  'disputed-by-supplier',
  'agreed',
  'partly-agreed',
  'rejected',
  'settled',
  'withdrawn',
  'credited',
  'credit-revoked',
] as const;

export class ClaimQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string;
  @ApiPropertyOptional({ enum: claimStates }) @IsOptional() @IsIn(claimStates) state?: ClaimState;
}

export class ClaimLineQuery {
  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after?: number;
}

export class ClaimWorkbookQuery {
  @ApiPropertyOptional({ enum: languages }) @IsOptional() @IsIn(languages) language?: Language;
}

export class ClaimPlaceRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() documentId!: string;
  @ApiProperty() @IsInt() @Min(0) lineNo!: number;
}

export class DraftClaimRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() agreementId!: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty({ enum: priceBases }) @IsIn(priceBases) basis!: PriceBasis;
  @ApiPropertyOptional({ type: [ClaimPlaceRequest], maxItems: LINES_MAX, description: 'All open lines when left out.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LINES_MAX)
  @ValidateNested({ each: true })
  @Type(() => ClaimPlaceRequest)
  lines?: ClaimPlaceRequest[];
  @ApiPropertyOptional({ example: '2026-03', description: 'First month.' })
  @IsOptional()
  @Matches(MONTH)
  from?: string;
  @ApiPropertyOptional({ example: '2026-03', description: 'Last month.' }) @IsOptional() @Matches(MONTH) to?: string;
  @ApiPropertyOptional({ enum: languages, description: 'Of the letter; the supplier’s own when left out.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}

export class ClaimOutcomeRequest {
  @ApiProperty({ enum: claimOutcomes }) @IsIn(claimOutcomes) outcome!: ClaimOutcome;
  @ApiPropertyOptional({ description: 'Agreed in part, or paid by other means than a credit line. Decimal text.' })
  @IsOptional()
  @Matches(/^\d{1,12}(\.\d{1,2})?$/)
  amount?: string;
  @ApiProperty({ maxLength: TEXT_MAX }) @IsString() @Length(1, TEXT_MAX) reason!: string;
}

export class WithdrawClaimRequest {
  @ApiProperty({ maxLength: TEXT_MAX }) @IsString() @Length(1, TEXT_MAX) reason!: string;
}

export class RespondToClaimRequest {
  @ApiProperty({ enum: ['accept', 'dispute'] }) @IsIn(['accept', 'dispute']) answer!: 'accept' | 'dispute';
  @ApiProperty({ maxLength: TEXT_MAX, description: 'Required where the claim is disputed.' })
  @IsString()
  @MaxLength(TEXT_MAX)
  text!: string;
}

export class ConfirmCreditRequest extends ClaimPlaceRequest {
  @ApiProperty({ enum: priceBases }) @IsIn(priceBases) basis!: PriceBasis;
}

export class SentClaimDto {
  @ApiProperty({ description: 'People of the supplier to whom an e-mail was queued.' }) emails!: number;
}

export class ClaimSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ type: DeviationAgreementDto }) agreement!: DeviationAgreementDto;
  @ApiProperty({ type: DeviationSupplierDto }) supplier!: DeviationSupplierDto;
  @ApiProperty({ enum: priceBases }) basis!: PriceBasis;
  @ApiProperty({ enum: claimStates }) state!: ClaimState;
  @ApiProperty({ description: 'Without VAT, decimal text.' }) amount!: string;
  @ApiProperty({ type: String, nullable: true }) agreedAmount!: string | null;
  @ApiProperty({ description: 'Confirmed credits.' }) creditedAmount!: string;
  @ApiProperty() currency!: string;
  @ApiProperty() lineCount!: number;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closedAt!: string | null;
  @ApiProperty({ enum: ['accepted-by-supplier', 'disputed-by-supplier'], type: String, nullable: true })
  response!: string | null;
}

export class ClaimLetterDto {
  @ApiProperty({ enum: languages }) language!: string;
  @ApiProperty() subject!: string;
  @ApiProperty() text!: string;
}

export class ClaimEventDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: claimEventKinds }) kind!: string;
  @ApiProperty({ type: String, nullable: true }) amount!: string | null;
  @ApiProperty({ type: String, nullable: true }) text!: string | null;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class ClaimCreditDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: priceBases }) basis!: PriceBasis;
  @ApiProperty({ type: String, nullable: true }) documentName!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemName!: string | null;
  @ApiProperty({ type: String, nullable: true }) invoiceNumber!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) creditedOn!: string | null;
  @ApiProperty() amount!: string;
  @ApiProperty({ format: 'date-time' }) confirmedAt!: string;
}

export class ClaimDto extends ClaimSummaryDto {
  @ApiProperty({ type: String, nullable: true }) outcomeReason!: string | null;
  @ApiProperty({ type: String, nullable: true }) createdBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) sentBy!: string | null;
  @ApiProperty({ type: ClaimLetterDto }) letter!: ClaimLetterDto;
  @ApiProperty({ type: [ClaimEventDto], description: 'The oldest first.' }) events!: ClaimEventDto[];
  @ApiProperty({ type: [ClaimCreditDto] }) credits!: ClaimCreditDto[];
}

export class ClaimLineDto {
  @ApiProperty() lineNo!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Number of the report or batch.' })
  documentName!: string | null;
  @ApiProperty({ type: String, nullable: true }) buyer!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemName!: string | null;
  @ApiProperty({ type: String, nullable: true }) invoiceNumber!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) chargedOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) quantity!: string | null;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  @ApiProperty() price!: string;
  @ApiProperty() agreedPrice!: string;
  @ApiProperty({ format: 'date' }) agreedFrom!: string;
  @ApiProperty() amount!: string;
}

export class ClaimLinePageDto {
  @ApiProperty({ type: [ClaimLineDto] }) items!: ClaimLineDto[];
  @ApiProperty({ type: Number, nullable: true }) next!: number | null;
}

export class ClaimCreditCandidateDto {
  @ApiProperty({ enum: priceBases }) basis!: PriceBasis;
  @ApiProperty({ format: 'uuid' }) documentId!: string;
  @ApiProperty() lineNo!: number;
  @ApiProperty({ type: String, nullable: true }) documentName!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemName!: string | null;
  @ApiProperty({ type: String, nullable: true }) invoiceNumber!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) creditedOn!: string | null;
  @ApiProperty({ description: 'Positive, decimal text.' }) amount!: string;
  @ApiProperty({ type: String, nullable: true }) buyer!: string | null;
  @ApiProperty() isSameInvoice!: boolean;
  @ApiProperty({ description: 'Same item and buyer.' }) isSameItem!: boolean;
  @ApiProperty({ description: 'The amount of the claim, or of one of its lines.' }) isSameAmount!: boolean;
}

export class RecoveredYearDto {
  @ApiProperty() year!: string;
  @ApiProperty() currency!: string;
  @ApiProperty() sentClaimCount!: number;
  @ApiProperty({ description: 'Of claims sent in the year and not withdrawn. Without VAT.' }) claimedAmount!: string;
  @ApiProperty() recoveredClaimCount!: number;
  @ApiProperty({ description: 'Confirmed credits of the year, and what was recorded as paid. Without VAT.' })
  recoveredAmount!: string;
}
