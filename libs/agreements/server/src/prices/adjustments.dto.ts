import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { AdjustmentClauseDto } from './prices.dto.ts';

const day = { format: 'date', example: '2026-01-01' } as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });
const Left = (options: object = {}) => ApiProperty({ type: String, nullable: true, required: false, ...options });
const Day = () => IsISO8601({ strict: true });
const IndexPeriod = () => Matches(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/);

export class PriceAdjustmentRequest {
  @ApiProperty({ format: 'uuid', required: false, description: 'Left out by a supplier, who asks for itself.' })
  @IsOptional()
  @IsUUID()
  supplierId?: string;
  @Left() @IsOptional() @IsString() @MaxLength(40) lot?: string | null;
  @ApiProperty({ example: '2026-10' }) @IndexPeriod() comparePeriod!: string;
  @ApiProperty(day) @Day() wantedFrom!: string;
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() requestedOn?: string;
  @Left() @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

export class AdjustmentCreatedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
}

export class IndexValueDto {
  @ApiProperty() period!: string;
  @ApiProperty() value!: string;
}

export class IndexUsedDto {
  @ApiProperty() code!: string;
  @ApiProperty() version!: number;
  @ApiProperty() source!: string;
}

export class AdjustmentFactorDto {
  @ApiProperty() known!: boolean;
  @ApiProperty({ required: false, description: 'Why it is not known.' }) reason?: string;
  @ApiProperty({ required: false }) period?: string;
  @ApiProperty({ required: false, type: IndexValueDto }) base?: IndexValueDto;
  @ApiProperty({ required: false, type: IndexValueDto }) compare?: IndexValueDto;
  @ApiProperty({ required: false, description: 'Per cent.' }) indexChange?: string;
  @ApiProperty({ required: false, description: 'Per cent.' }) priceChange?: string;
  @ApiProperty({ required: false, type: String, nullable: true, enum: ['floor', 'cap', 'threshold'] }) limitedBy?:
    string | null;
}

export class ComputedDto {
  @ApiProperty({ type: IndexUsedDto, nullable: true }) index!: IndexUsedDto | null;
  @ApiProperty({ type: AdjustmentFactorDto }) factor!: AdjustmentFactorDto;
  @ApiProperty(day) earliestOn!: string;
  @ApiProperty() because!: string;
  @ApiProperty(day) fromOn!: string;
}

export class AdjustmentProposalDto {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @Nullable() lot!: string | null;
  @ApiProperty({ type: AdjustmentClauseDto }) clause!: AdjustmentClauseDto;
  @Nullable({ description: 'The newest period of the index; null without figures after the base period.' })
  comparePeriod!: string | null;
  @ApiProperty({ type: ComputedDto, nullable: true }) computed!: ComputedDto | null;
  @Nullable({ description: 'The number of an adjustment that is not decided.' }) openNumber!: string | null;
}

export class AdjustmentDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @Nullable() lot!: string | null;
  @ApiProperty(day) requestedOn!: string;
  @ApiProperty() comparePeriod!: string;
  @ApiProperty(day) wantedFrom!: string;
  @Nullable() note!: string | null;
  @ApiProperty({ type: AdjustmentClauseDto }) clause!: AdjustmentClauseDto;
  @ApiProperty({ type: ComputedDto, nullable: true }) computed!: ComputedDto | null;
  @ApiProperty({ enum: ['requested', 'computed', 'approved', 'refused'] }) state!: string;
  @Nullable(day) decidedOn!: string | null;
  @Nullable() reason!: string | null;
  @Nullable({ format: 'uuid' }) priceVersionId!: string | null;
  @ApiProperty({ type: Number, nullable: true }) versionNumber!: number | null;
}

export class AdjustmentDecisionRequest {
  @ApiProperty() @IsBoolean() approve!: boolean;
  @ApiProperty() @IsString() @Length(1, 2000) reason!: string;
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() fromOn?: string;
}

export class AdjustmentDecidedDto {
  @Nullable({ format: 'uuid' }) priceVersionId!: string | null;
  @ApiProperty({ type: Number, nullable: true }) number!: number | null;
}

export class IndexSeriesBody {
  @ApiProperty({ example: 'KPI' }) @IsString() @Matches(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/) code!: string;
  @ApiProperty() @IsString() @Length(1, 200) title!: string;
  @ApiProperty() @IsString() @Length(1, 500) source!: string;
  @ApiProperty() @IsString() @Length(1, 200) licence!: string;
}

export class ImportedIndexSeriesDto {
  @ApiProperty() code!: string;
  @ApiProperty() version!: number;
  @ApiProperty() values!: number;
}

export class IndexSeriesDto {
  @ApiProperty() code!: string;
  @ApiProperty() version!: number;
  @ApiProperty() title!: string;
  @ApiProperty() source!: string;
  @ApiProperty() licence!: string;
  @ApiProperty({ type: String, format: 'date-time' }) madeAt!: Date;
  @ApiProperty() periods!: number;
  @ApiProperty() first!: string;
  @ApiProperty() last!: string;
}
