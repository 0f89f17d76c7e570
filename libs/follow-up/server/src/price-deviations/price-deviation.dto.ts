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
  Min,
  ValidateNested,
} from 'class-validator';
import type { Language } from '@tallgrunn/values';
import { priceBases, type PriceBasis } from './charged-lines.ts';
import { deviationStatuses, type DeviationStatus } from './deviation-filter.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const month = { example: '2026-03', description: 'A month; both ends are included.' } as const;

export class PriceDeviationQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
  @ApiPropertyOptional({ enum: priceBases }) @IsOptional() @IsIn(priceBases) basis?: PriceBasis;
  @ApiPropertyOptional(month) @IsOptional() @Matches(MONTH) from?: string;
  @ApiPropertyOptional(month) @IsOptional() @Matches(MONTH) to?: string;
}

export class PriceDeviationWorkbookQuery extends PriceDeviationQuery {
  @ApiPropertyOptional({ enum: ['nb', 'nn', 'en'] }) @IsOptional() @IsIn(['nb', 'nn', 'en']) language?: Language;
}

export class DeviationLineQuery extends PriceDeviationQuery {
  @ApiPropertyOptional({ enum: deviationStatuses }) @IsOptional() @IsIn(deviationStatuses) status?: DeviationStatus;
  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @Matches(/^-?\d{1,16}(\.\d{1,2})?_[0-9a-f-]{36}_\d{1,9}$/)
  after?: string;
}

export class PricePairQuery {
  @ApiProperty({ format: 'uuid' }) @IsUUID() agreementId!: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiPropertyOptional(month) @IsOptional() @Matches(MONTH) from?: string;
  @ApiPropertyOptional(month) @IsOptional() @Matches(MONTH) to?: string;
}

export class DeviationPlaceRequest {
  @ApiProperty({ enum: priceBases }) @IsIn(priceBases) basis!: PriceBasis;
  @ApiProperty({ format: 'uuid' }) @IsUUID() documentId!: string;
  @ApiProperty() @IsInt() @Min(0) lineNo!: number;
}

export class AcceptDeviationsRequest {
  @ApiProperty({ type: [DeviationPlaceRequest], maxItems: 1000 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => DeviationPlaceRequest)
  lines!: DeviationPlaceRequest[];
  @ApiProperty({ maxLength: 2000 }) @IsString() @Length(1, 2000) reason!: string;
}

export class AcceptedDeviationsDto {
  @ApiProperty({ description: 'Open deviations that were accepted.' }) accepted!: number;
}

export class DeviationAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
}

export class DeviationSupplierDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class CountedAmountDto {
  @ApiProperty() count!: number;
  @ApiProperty({ description: 'Decimal text.' }) amount!: string;
}

export class DeviationSummaryDto {
  @ApiProperty({ type: DeviationAgreementDto }) agreement!: DeviationAgreementDto;
  @ApiProperty({ type: DeviationSupplierDto }) supplier!: DeviationSupplierDto;
  @ApiProperty({ enum: priceBases }) basis!: PriceBasis;
  @ApiProperty() currency!: string;
  @ApiProperty({ description: 'Lines above the agreed price.' }) lineCount!: number;
  @ApiProperty({ description: 'Quantity times difference, without VAT. Decimal text.' }) amount!: string;
  @ApiProperty() openLineCount!: number;
  @ApiProperty({ description: 'Neither accepted nor claimed.' }) openAmount!: string;
  @ApiProperty({ description: 'A person accepted the reason.' }) acceptedAmount!: string;
  @ApiProperty({ description: 'In a claim that was not withdrawn or rejected.' }) claimedAmount!: string;
  @ApiProperty({ description: 'Lines that could be compared.' }) comparedCount!: number;
  @ApiProperty({ description: 'Charged for them.' }) chargedAmount!: string;
  @ApiProperty({ type: CountedAmountDto, description: 'What is agreed cannot be known.' }) unknown!: CountedAmountDto;
  @ApiProperty({ type: CountedAmountDto, description: 'The price differs for another reason, such as another pack.' })
  other!: CountedAmountDto;
  @ApiProperty({ type: CountedAmountDto, description: 'In this currency, which is not that of the agreed prices.' })
  otherCurrency!: CountedAmountDto;
  @ApiProperty({ type: CountedAmountDto, description: 'With VAT, or not known.' }) vatUnknown!: CountedAmountDto;
  @ApiProperty({ type: CountedAmountDto, description: 'Not in the assortment.' }) offAssortment!: CountedAmountDto;
}

export class DeviationLineDto {
  @ApiProperty({ enum: priceBases }) basis!: PriceBasis;
  @ApiProperty({ format: 'uuid', description: 'Report version or batch of invoices.' }) documentId!: string;
  @ApiProperty() lineNo!: number;
  @ApiProperty({ format: 'uuid' }) agreementId!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() agreement!: string;
  @ApiProperty() supplier!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) buyerId!: string | null;
  @ApiProperty({ type: String, nullable: true }) buyer!: string | null;
  @ApiProperty({ format: 'uuid' }) itemId!: string;
  @ApiProperty({ type: String, nullable: true }) itemNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemName!: string | null;
  @ApiProperty({ type: String, nullable: true }) invoiceNumber!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Number of the report or batch.' })
  documentNumber!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) chargedOn!: string | null;
  @ApiProperty() month!: string;
  @ApiProperty({ type: String, nullable: true }) quantity!: string | null;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  @ApiProperty() price!: string;
  @ApiProperty() agreedPrice!: string;
  @ApiProperty({ format: 'date' }) agreedFrom!: string;
  @ApiProperty() amount!: string;
  @ApiProperty() currency!: string;
  @ApiProperty({ enum: deviationStatuses }) status!: DeviationStatus;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) acceptedId!: string | null;
  @ApiProperty({ type: String, nullable: true }) acceptedReason!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) claimId!: string | null;
  @ApiProperty({ type: String, nullable: true }) claimNumber!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the supplier answered to the finding.' })
  answer!: string | null;
}

export class DeviationLinePageDto {
  @ApiProperty({ type: [DeviationLineDto] }) items!: DeviationLineDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class OffAssortmentItemDto {
  @ApiProperty({ type: String, nullable: true }) itemNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemName!: string | null;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  @ApiProperty({ type: String, nullable: true }) quantity!: string | null;
  @ApiProperty() lineCount!: number;
  @ApiProperty({ type: String, nullable: true }) amount!: string | null;
  @ApiProperty() currency!: string;
}

export class PriceMonthDto {
  @ApiProperty() month!: string;
  @ApiProperty({ enum: priceBases }) basis!: PriceBasis;
  @ApiProperty() currency!: string;
  @ApiProperty({ description: 'Charged for the lines that could be compared.' }) chargedAmount!: string;
  @ApiProperty({ description: 'Agreed for the same quantities.' }) agreedAmount!: string;
  @ApiProperty() comparedCount!: number;
}

export class BuyerPriceDto {
  @ApiProperty() buyer!: string;
  @ApiProperty({ description: 'Mean price of the month.' }) price!: string;
  @ApiProperty() quantity!: string;
}

export class PriceSpreadDto {
  @ApiProperty() itemNumber!: string;
  @ApiProperty() itemName!: string;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  @ApiProperty({ description: 'Paid above the lowest mean price of each month.' }) extraAmount!: string;
  @ApiProperty() currency!: string;
  @ApiProperty({ description: 'Months in which buyers paid different prices.' }) monthCount!: number;
  @ApiProperty({ description: 'The month with the widest spread, whose prices are shown.' }) month!: string;
  @ApiProperty({ type: [BuyerPriceDto] }) buyers!: BuyerPriceDto[];
}
