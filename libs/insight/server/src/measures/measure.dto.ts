import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { ComparisonDto } from '@tallgrunn/emissions-server';
import { effectReasons, type EffectReason } from './read-effect.ts';
import { expectationReasons, type ExpectationReason } from './estimate-effect.ts';
import { measureStates, type MeasureState } from './measure.ts';

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;
const SHARE = /^(?:0\.\d{1,4}|1)$/;
const AMOUNT = /^\d{1,14}(?:\.\d{1,2})?$/;
const PRODUCTS_MAX = 50;
const text = { type: String, nullable: true } as const;
const number = { type: Number, nullable: true } as const;

export class BoughtKindsQuery {
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() buyerId?: string;
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(40) category?: string;
}

export class ProposeMeasureRequest {
  @ApiProperty({ maxLength: 200 }) @IsString() @MaxLength(200) @Matches(/\S/) title!: string;
  @ApiProperty({ required: false, nullable: true, type: String, format: 'uuid', description: 'Null: all buyers.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string | null;
  @ApiProperty({ required: false, nullable: true, type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  supplierId?: string | null;
  @ApiProperty({ required: false, nullable: true, type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  agreementId?: string | null;
  @ApiProperty({ description: 'Category of the kinds of goods.' }) @IsString() @MaxLength(40) category!: string;
  @ApiProperty({ format: 'uuid', description: 'A person of the cooperative or of the buyer, or their membership.' })
  @IsUUID()
  ownerId!: string;
  @ApiProperty({ example: '2026-03', description: 'First month. It is compared with the twelve months before.' })
  @Matches(MONTH)
  startsIn!: string;
  @ApiProperty({ required: false, nullable: true, type: String, description: 'NOK; null if it is not stated.' })
  @IsOptional()
  @Matches(AMOUNT)
  cost?: string | null;
  @ApiProperty({ type: [String], description: 'Kinds of goods from which quantity is shifted.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(PRODUCTS_MAX)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  fromProducts!: string[];
  @ApiProperty({ type: [String] })
  @ArrayMinSize(1)
  @ArrayMaxSize(PRODUCTS_MAX)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  toProducts!: string[];
  @ApiProperty({ example: '0.3', description: 'Share of the quantity that is shifted, above 0, at most 1.' })
  @Matches(SHARE)
  @Matches(/[1-9]/)
  share!: string;
  @ApiProperty({ maxLength: 2000 }) @IsString() @MaxLength(2000) @Matches(/\S/) reason!: string;
}

export class DecideMeasureRequest {
  @ApiProperty({ enum: measureStates }) @IsIn(measureStates) state!: MeasureState;
  @ApiProperty({ maxLength: 2000 }) @IsString() @MaxLength(2000) @Matches(/\S/) reason!: string;
}

export class MeasureDecidedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

class EffectMonthsDto {
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
}

export class ExpectedEffectDto {
  @ApiProperty(number) run!: number | null;
  @ApiProperty({ type: String, enum: expectationReasons, nullable: true, description: 'Null if it is calculated.' })
  reason!: ExpectationReason | null;
  @ApiProperty({ ...text, description: 'kg CO2e a year; negative: less.' }) kg!: string | null;
  @ApiProperty({ ...text, description: 'Of the 95 % interval.' }) low!: string | null;
  @ApiProperty(text) high!: string | null;
  @ApiProperty({ type: EffectMonthsDto, nullable: true, description: 'The complete months of which a year is made.' })
  months!: EffectMonthsDto | null;
  @ApiProperty({ ...text, description: 'Quantity that is shifted in a year, kg.' }) shiftedMass!: string | null;
}

export class MeasureProposedDto extends MeasureDecidedDto {
  @ApiProperty({ type: ExpectedEffectDto }) expected!: ExpectedEffectDto;
}

export class MeasureDecisionDto {
  @ApiProperty({ enum: measureStates }) state!: MeasureState;
  @ApiProperty() reason!: string;
  @ApiProperty(text) decidedBy!: string | null;
  @ApiProperty() decidedAt!: Date;
}

export class MeasureDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ ...text, format: 'uuid', description: 'Null: all buyers of the cooperative.' }) buyerId!:
    string | null;
  @ApiProperty(text) buyer!: string | null;
  @ApiProperty({ ...text, format: 'uuid' }) supplierId!: string | null;
  @ApiProperty(text) supplier!: string | null;
  @ApiProperty({ ...text, format: 'uuid' }) agreementId!: string | null;
  @ApiProperty(text) agreement!: string | null;
  @ApiProperty() category!: string;
  @ApiProperty({ format: 'uuid' }) ownerId!: string;
  @ApiProperty(text) owner!: string | null;
  @ApiProperty({ format: 'date' }) startsOn!: string;
  @ApiProperty({ ...text, description: 'NOK.' }) cost!: string | null;
  @ApiProperty({ type: [String] }) fromProducts!: string[];
  @ApiProperty({ type: [String] }) toProducts!: string[];
  @ApiProperty({ description: 'Share of the quantity that is shifted, 0 to 1.' }) share!: string;
  @ApiProperty(number) expectedRun!: number | null;
  @ApiProperty({ ...text, description: 'kg CO2e a year, as calculated when it was proposed.' })
  expectedKg!: string | null;
  @ApiProperty(text) expectedLow!: string | null;
  @ApiProperty(text) expectedHigh!: string | null;
  @ApiProperty({ type: String, enum: expectationReasons, nullable: true }) expectedReason!: ExpectationReason | null;
  @ApiProperty({ enum: measureStates }) state!: MeasureState;
  @ApiProperty({ type: [MeasureDecisionDto] }) decisions!: MeasureDecisionDto[];
}

const steps = ['data', 'volume', 'mix', 'supplier', 'factor', 'method', 'price'] as const;
const directions = ['fall', 'rise', 'unclear'] as const;

class EffectStepDto {
  @ApiProperty({ enum: steps }) step!: (typeof steps)[number];
  @ApiProperty({ description: 'kg CO2e.' }) kg!: string;
  @ApiProperty({ description: 'Kinds of goods with a change.' }) lines!: number;
}

class EffectFigureDto {
  @ApiProperty({ description: 'kg CO2e in the months compared; negative: less.' }) kg!: string;
  @ApiProperty() low!: string;
  @ApiProperty() high!: string;
  @ApiProperty({ enum: directions, description: 'unclear: the interval contains zero.' })
  direction!: (typeof directions)[number];
}

export class MeasureEffectDto {
  @ApiProperty({ type: ComparisonDto }) comparison!: ComparisonDto;
  @ApiProperty({ type: String, enum: effectReasons, nullable: true, description: 'Null if it is calculated.' })
  reason!: EffectReason | null;
  @ApiProperty({ ...text, description: 'kg CO2e of the goods, in the months compared.' }) before!: string | null;
  @ApiProperty(text) after!: string | null;
  @ApiProperty({ type: [EffectStepDto], description: 'Causes of the difference; they add up to it.' })
  steps!: EffectStepDto[];
  @ApiProperty({ type: EffectFigureDto, nullable: true, description: 'The step of the mix.' })
  effect!: EffectFigureDto | null;
  @ApiProperty({ ...number, description: 'Share of the quantity that is of the kinds shifted to.' })
  shareBefore!: number | null;
  @ApiProperty(number) shareAfter!: number | null;
  @ApiProperty({ ...number, description: 'Share of the spend on the goods with a known mass.' })
  massKnownBefore!: number | null;
  @ApiProperty(number) massKnownAfter!: number | null;
  @ApiProperty({ type: [String], description: 'Suppliers of which more or less is known than before.' })
  excludedSuppliers!: string[];
}

export class BoughtKindDto {
  @ApiProperty() code!: string;
  @ApiProperty() category!: string;
  @ApiProperty() nameNb!: string;
  @ApiProperty() nameNn!: string;
  @ApiProperty() nameEn!: string;
  @ApiProperty({ description: 'kg.' }) mass!: string;
  @ApiProperty() kgCo2e!: string;
  @ApiProperty({ description: 'Without VAT, in the currency of the cooperative.' }) amount!: string;
}

export class ProposedShiftDto {
  @ApiProperty({ format: 'uuid' }) agreementId!: string;
  @ApiProperty({ description: 'Number and title.' }) agreement!: string;
  @ApiProperty() category!: string;
  @ApiProperty({ description: 'Code of the kind of goods from which quantity is shifted.' }) from!: string;
  @ApiProperty() to!: string;
  @ApiProperty({ description: 'Share of the quantity, 0 to 1.' }) share!: string;
  @ApiProperty({ description: 'kg a year.' }) shiftedMass!: string;
  @ApiProperty({ description: 'kg CO2e a year; negative: less.' }) kg!: string;
  @ApiProperty({ description: 'Of the 95 % interval.' }) low!: string;
  @ApiProperty() high!: string;
  @ApiProperty({ description: 'NOK a year at the prices per kg paid; negative: cheaper.' }) cost!: string;
}

export class KindChangeDto {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'kg.' }) massBefore!: string;
  @ApiProperty() massAfter!: string;
}

export class KindChangesDto {
  @ApiProperty({ type: EffectMonthsDto }) before!: EffectMonthsDto;
  @ApiProperty({ type: EffectMonthsDto }) after!: EffectMonthsDto;
  @ApiProperty({ description: 'Share of the spend in the categories of the kinds with a known mass, 0 to 1.' })
  knownBefore!: number;
  @ApiProperty() knownAfter!: number;
  @ApiProperty({ description: 'The shares are about equal, so that a change of a kind is one of what was bought.' })
  isComparable!: boolean;
  @ApiProperty({ type: [KindChangeDto] }) kinds!: KindChangeDto[];
}

export class BoughtKindsDto {
  @ApiProperty({ type: EffectMonthsDto, nullable: true, description: 'Null if no month is complete.' })
  months!: EffectMonthsDto | null;
  @ApiProperty({ type: [BoughtKindDto], description: 'By emissions, the largest first.' }) kinds!: BoughtKindDto[];
  @ApiProperty({ type: [ProposedShiftDto], description: 'Within agreements, the largest reduction first.' })
  shifts!: ProposedShiftDto[];
  @ApiProperty({ type: KindChangesDto, nullable: true, description: 'Null: no month is complete in both years.' })
  changes!: KindChangesDto | null;
}
