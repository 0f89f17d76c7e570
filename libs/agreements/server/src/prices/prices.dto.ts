import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { priceModelKinds, type PriceModelKind } from '@tallgrunn/checks';
import { AssortmentRemarkDto } from '../register/agreement.dto.ts';
import { priceChangeKinds, type PriceChangeKind } from './diff-prices.ts';

const day = { format: 'date', example: '2026-01-01' } as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });
const Left = (options: object = {}) => ApiProperty({ type: String, nullable: true, required: false, ...options });
const Day = () => IsISO8601({ strict: true });
const Decimal = () => Matches(/^-?\d{1,12}(\.\d{1,6})?$/);
const Percent = () => Matches(/^(\d{1,2}(\.\d{1,6})?|100(\.0{1,6})?)$/);
const IndexPeriod = () => Matches(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/);
const kinds = ['agreed', 'list', 'cost'] as const;

export class DraftBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty({ enum: kinds, required: false }) @IsOptional() @IsIn(kinds) kind?: (typeof kinds)[number];
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() fromOn?: string;
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() untilOn?: string;
}

export class PriceDraftCreatedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() lines!: number;
  @ApiProperty({ type: [AssortmentRemarkDto] }) remarks!: AssortmentRemarkDto[];
}

export class PriceDraftDto extends PriceDraftCreatedDto {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ enum: kinds }) kind!: string;
  @Nullable(day) fromOn!: string | null;
  @Nullable(day) untilOn!: string | null;
  @ApiProperty() fileName!: string;
  @ApiProperty({ type: String, format: 'date-time' }) madeAt!: Date;
}

export class PublishedPricesDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: number;
  @ApiProperty() items!: number;
}

export class PriceVersionRowDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() number!: number;
  @ApiProperty({ enum: kinds }) kind!: string;
  @ApiProperty({ enum: ['imported', 'adjusted', 'catalogue', 'transferred'] }) reason!: string;
  @Nullable(day) fromOn!: string | null;
  @Nullable(day) untilOn!: string | null;
  @Nullable({ ...day, description: 'The day a newer version of its kind takes over.' }) replacedOn!: string | null;
  @ApiProperty({ description: 'A newer version replaces it from the start.' }) replaced!: boolean;
  @ApiProperty() items!: number;
  @Nullable() fileName!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) publishedAt!: Date;
}

export class PriceChangeCountsDto {
  @ApiProperty() new!: number;
  @ApiProperty() gone!: number;
  @ApiProperty() 'price-up'!: number;
  @ApiProperty() 'price-down'!: number;
  @ApiProperty() renamed!: number;
  @ApiProperty() 'unit-changed'!: number;
  @ApiProperty() 'number-changed'!: number;
}

export class PriceChangeRowDto {
  @ApiProperty() number!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: priceChangeKinds, isArray: true }) kinds!: PriceChangeKind[];
  @Nullable() wasNumber!: string | null;
  @Nullable() wasName!: string | null;
  @Nullable() wasUnit!: string | null;
  @Nullable() unit!: string | null;
  @Nullable() wasPrice!: string | null;
  @Nullable() price!: string | null;
  @ApiProperty() currency!: string;
  @Nullable({ description: 'Of the price, per cent.' }) percent!: string | null;
}

export class PriceDiffDto {
  @ApiProperty() items!: number;
  @ApiProperty() same!: number;
  @ApiProperty({ type: PriceChangeCountsDto }) counts!: PriceChangeCountsDto;
  @ApiProperty({ type: Number, nullable: true, description: 'Number of the version it is compared with.' })
  comparedWith!: number | null;
  @ApiProperty({ type: [PriceChangeRowDto] }) changes!: PriceChangeRowDto[];
}

export class TierDto {
  @ApiProperty() @Decimal() from!: string;
  @ApiProperty() @Percent() discount!: string;
}

export class AdjustmentClauseDto {
  @ApiProperty({ description: 'Code of an index series.' }) @IsString() @Length(1, 40) index!: string;
  @ApiProperty({ description: '0 to 1, decimal text.' }) @Matches(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/) share!: string;
  @ApiProperty({ example: '2025-10' }) @IndexPeriod() basePeriod!: string;
  @ApiProperty({ required: false }) @IsOptional() @IsInt() @Min(0) @Max(120) fixedMonths?: number;
  @ApiProperty({ required: false }) @IsOptional() @IsInt() @Min(0) @Max(120) monthsBetween?: number;
  @ApiProperty({ required: false }) @IsOptional() @IsInt() @Min(0) @Max(24) noticeMonths?: number;
  @ApiProperty({ required: false }) @IsOptional() @Percent() threshold?: string;
  @ApiProperty({ required: false }) @IsOptional() @Decimal() floor?: string;
  @ApiProperty({ required: false }) @IsOptional() @Decimal() cap?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsInt() @Min(0) @Max(6) decimals?: number;
}

export class ModelDocumentDto {
  @ApiProperty({ required: false }) @IsOptional() @Decimal() markup?: string;
  @ApiProperty({ required: false }) @IsOptional() @Decimal() addition?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsInt() @Min(1) @Max(366) holdsDays?: number;
  @ApiProperty({ required: false }) @IsOptional() @IsInt() @Min(0) @Max(6) decimals?: number;
  @ApiProperty({ required: false, type: [TierDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TierDto)
  tiers?: TierDto[];
  @ApiProperty({ required: false, type: AdjustmentClauseDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AdjustmentClauseDto)
  adjustment?: AdjustmentClauseDto;
}

export class PriceModelRequest {
  @Left({ description: 'Key of a lot; left out for every lot without a model of its own.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  lot?: string | null;
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string | null;
  @ApiProperty({ enum: priceModelKinds }) @IsIn(priceModelKinds) kind!: PriceModelKind;
  @ApiProperty(day) @Day() fromOn!: string;
  @Left(day) @IsOptional() @Day() untilOn?: string | null;
  @Left({ description: 'Per cent, decimal text.' }) @IsOptional() @Percent() discount?: string | null;
  @Left({ description: 'Per cent, decimal text.' }) @IsOptional() @Percent() tolerance?: string | null;
  @ApiProperty({ type: ModelDocumentDto, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelDocumentDto)
  document?: ModelDocumentDto;
  @Left() @IsOptional() @IsString() @MaxLength(2000) clause?: string | null;
}

export class PriceModelDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @Nullable() lot!: string | null;
  @Nullable({ format: 'uuid' }) supplierId!: string | null;
  @ApiProperty({ enum: priceModelKinds }) kind!: PriceModelKind;
  @ApiProperty(day) fromOn!: string;
  @Nullable(day) untilOn!: string | null;
  @Nullable() discount!: string | null;
  @Nullable() tolerance!: string | null;
  @ApiProperty({ type: ModelDocumentDto }) document!: ModelDocumentDto;
  @Nullable() clause!: string | null;
}

export class CreatedPriceModelDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class ItemPriceDto {
  @ApiProperty({ enum: kinds }) basis!: string;
  @ApiProperty() price!: string;
  @ApiProperty() currency!: string;
  @ApiProperty() unit!: string;
  @Nullable() fromQuantity!: string | null;
  @ApiProperty(day) validFrom!: string;
  @Nullable(day) validTo!: string | null;
  @ApiProperty({ description: 'Number of the price version.' }) version!: number;
  @ApiProperty({ enum: ['imported', 'adjusted', 'catalogue', 'transferred'] }) reason!: string;
}

export class ItemPackDto {
  @ApiProperty() level!: number;
  @ApiProperty() unit!: string;
  @Nullable() gtin!: string | null;
  @ApiProperty() contains!: string;
  @ApiProperty() of!: string;
  @ApiProperty({ enum: ['price-form', 'catalogue'] }) origin!: string;
}

export class PackRequest {
  @ApiProperty({ description: 'What the unit is called; one of each name.' })
  @IsString()
  @Length(1, 40)
  @Matches(/\S/)
  unit!: string;
  @Left({ description: 'Decimal text, above zero; left out where the unit is no conversion.' })
  @IsOptional()
  @Matches(/^(?=.*[1-9])\d{1,12}(\.\d{1,6})?$/)
  contains?: string | null;
  @Left({ description: 'The unit it holds so many of.' }) @IsOptional() @IsString() @Length(1, 40) of?: string | null;
  @ApiProperty() @IsString() @Length(1, 500) @Matches(/\S/) reason!: string;
}

export class PackDecisionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() unit!: string;
  @Nullable({ description: 'Decimal text; null where the unit is no conversion.' }) contains!: string | null;
  @Nullable() of!: string | null;
  @ApiProperty() reason!: string;
  @Nullable({ description: 'Name of who decided.' }) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) decidedAt!: Date;
}

export class NumberStepDto {
  @ApiProperty() oldNumber!: string;
  @ApiProperty() newNumber!: string;
  @ApiProperty(day) onDate!: string;
  @ApiProperty({ enum: ['imported', 'decided', 'reported'] }) origin!: string;
  @Nullable({ description: 'Number of the report that said so.' }) reportedIn!: string | null;
}

export class PriceTodayDto {
  @Nullable() price!: string | null;
  @Nullable({ description: 'Why it cannot be known.' }) reason!: string | null;
}

export class ItemDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() number!: string;
  @Nullable() gtin!: string | null;
  @Nullable() nobb!: string | null;
  @ApiProperty() name!: string;
  @Nullable() lot!: string | null;
  @Nullable() category!: string | null;
  @ApiProperty() unit!: string;
  @Nullable() contentQuantity!: string | null;
  @Nullable() contentUnit!: string | null;
  @Nullable() packQuantity!: string | null;
  @Nullable() packUnit!: string | null;
  @Nullable() netWeightKg!: string | null;
  @ApiProperty({ type: [String] }) labels!: string[];
  @Nullable({ description: '0 to 1, decimal text.' }) organicShare!: string | null;
  @ApiProperty() current!: boolean;
  @Nullable({ enum: priceModelKinds }) model!: string | null;
  @ApiProperty({ type: PriceTodayDto }) today!: PriceTodayDto;
  @ApiProperty({ type: [ItemPriceDto] }) prices!: ItemPriceDto[];
  @ApiProperty({ type: [ItemPackDto], description: 'As price form and catalogue say.' }) packs!: ItemPackDto[];
  @ApiProperty({ type: [PackDecisionDto], description: 'What stands before them.' })
  packDecisions!: PackDecisionDto[];
  @ApiProperty({ type: [NumberStepDto] }) numbers!: NumberStepDto[];
}

export class ItemChangeRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty() @IsString() @Length(1, 100) oldNumber!: string;
  @ApiProperty() @IsString() @Length(1, 100) newNumber!: string;
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() onDate?: string;
}

export class ChangeSourceDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
}

export class ItemChangeDto extends NumberStepDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @Nullable({ description: 'Name of the item it is now.' }) name!: string | null;
  @Nullable({ format: 'date-time' }) undoneAt!: Date | null;
  @ApiProperty({
    type: ChangeSourceDto,
    nullable: true,
    description:
      'The agreement before this one that it was learned in; null where it is this one’s own. Undone, it is undone here alone.',
  })
  inheritedFrom!: ChangeSourceDto | null;
  @ApiProperty({
    type: [String],
    description: 'Number and title of the agreements after this one that may inherit it.',
  })
  alsoIn!: string[];
}
