import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, ValidateNested } from 'class-validator';

const Percent = () => Matches(/^\d{1,3}(\.\d{1,6})?$/);
const Amount = () => Matches(/^\d{1,12}(\.\d{1,2})?$/);
const limit = (description: string) => ({ type: String, nullable: true, required: false, description });
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class ToleranceLimitsDto {
  @ApiProperty(limit('Of the price, per cent of the reported quantity at the booked price. Null: no limit.'))
  @IsOptional()
  @Percent()
  pricePercent?: string | null;
  @ApiProperty(limit('Of the price, NOK excl. VAT for one line. Null: no limit.'))
  @IsOptional()
  @Amount()
  priceAmount?: string | null;
  @ApiProperty(limit('Of the quantity, per cent of the booked quantity. Null: no limit.'))
  @IsOptional()
  @Percent()
  quantityPercent?: string | null;
  @ApiProperty(limit('Of the quantity, NOK excl. VAT at the booked price for one line. Null: no limit.'))
  @IsOptional()
  @Amount()
  quantityAmount?: string | null;
}

export class ToleranceDraftRequest {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    required: false,
    description: 'The agreement whose limits take precedence; null for the cooperative.',
  })
  @IsOptional()
  @IsUUID()
  agreementId?: string | null;
  @ApiProperty({
    format: 'date',
    example: '2026-01-01',
    description: 'First day of the lines it applies to: not before the first of the month a year ago.',
  })
  @IsISO8601({ strict: true })
  @Matches(DAY)
  validFrom!: string;
  @ApiProperty({
    required: false,
    description: 'From the day on the agreement follows the cooperative; limits are then ignored. False unless stated.',
  })
  @IsOptional()
  @IsBoolean()
  isInherited?: boolean;
  @ApiProperty({
    type: ToleranceLimitsDto,
    description:
      'A line is within tolerance if both its price and its quantity are. Of two limits the one reached first decides; with neither there is no tolerance.',
  })
  @ValidateNested()
  @Type(() => ToleranceLimitsDto)
  limits!: ToleranceLimitsDto;
}

export class SetToleranceRequest extends ToleranceDraftRequest {
  @ApiProperty() @IsString() @Length(1, 1000) @Matches(/\S/) reason!: string;
  @ApiProperty({ description: 'Of the preview of the same body.' })
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  basis!: string;
}

export class ToleranceSetDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class LineTotalDto {
  @ApiProperty({ type: 'integer' }) lineCount!: number;
  @ApiProperty({ description: 'Their differences, NOK excl. VAT, without sign, decimal text.' }) amount!: string;
}

export class ToleranceMovesDto {
  @ApiProperty({ type: LineTotalDto }) toWithin!: LineTotalDto;
  @ApiProperty({ type: LineTotalDto }) toFollowUp!: LineTotalDto;
}

export class ToleranceEffectDto {
  @ApiProperty({ type: LineTotalDto, description: 'Linked booked lines with a difference.' }) lines!: LineTotalDto;
  @ApiProperty({ type: LineTotalDto, description: 'Those within tolerance today.' }) within!: LineTotalDto;
  @ApiProperty({ type: ToleranceMovesDto, description: 'What saving moves: lines from the first day on.' })
  onSaving!: ToleranceMovesDto;
  @ApiProperty({
    type: ToleranceMovesDto,
    description: 'What the limits would move if they had been in force in the whole period.',
  })
  wholePeriod!: ToleranceMovesDto;
}

export class SupplierToleranceEffectDto extends ToleranceEffectDto {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
}

export class TolerancePreviewDto {
  @ApiProperty({ description: 'Hash of the draft and its effect, for saving it.' }) basis!: string;
  @ApiProperty({ format: 'date', description: 'First day of the last twelve months.' }) from!: string;
  @ApiProperty({ format: 'date', description: 'Today. Lines with a later day count too.' }) to!: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day of the version, where a later one exists.',
  })
  validTo!: string | null;
  @ApiProperty({ type: ToleranceEffectDto }) total!: ToleranceEffectDto;
  @ApiProperty({ type: [SupplierToleranceEffectDto], description: 'Suppliers with a difference, largest first.' })
  suppliers!: SupplierToleranceEffectDto[];
}

export class StoredLimitsDto {
  @ApiProperty({ type: String, nullable: true }) pricePercent!: string | null;
  @ApiProperty({ type: String, nullable: true }) priceAmount!: string | null;
  @ApiProperty({ type: String, nullable: true }) quantityPercent!: string | null;
  @ApiProperty({ type: String, nullable: true }) quantityAmount!: string | null;
}

export class ToleranceDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for the cooperative.' })
  agreementId!: string | null;
  @ApiProperty({ type: String, nullable: true }) agreement!: string | null;
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day; null without an end.' })
  validTo!: string | null;
  @ApiProperty() isInForce!: boolean;
  @ApiProperty({ description: 'A newer version has the same first day.' }) isReplaced!: boolean;
  @ApiProperty({ description: 'The agreement follows the cooperative.' }) isInherited!: boolean;
  @ApiProperty({ type: StoredLimitsDto }) limits!: StoredLimitsDto;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) decidedAt!: Date;
  @ApiProperty() byYou!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Null where the asker may not know.' }) decidedBy!:
    string | null;
  @ApiProperty({ type: String, nullable: true }) decidedFor!: string | null;
}
