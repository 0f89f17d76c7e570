import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { TrimmedText } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { bridgeSteps, type BridgeStep } from '../bridge/bridge-runs.ts';
import { ComparisonDto } from '../comparison/comparison.dto.ts';
import { classFilters, type ClassFilter } from '../emission-filter.ts';
import { NameDto } from '../auditing/auditing.dto.ts';
import { ExplanationDto, SumLineDto, toNumber } from '../emissions.dto.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const text = { type: String, nullable: true } as const;

export class BridgeQuery {
  @ApiProperty({ description: 'The earlier run.' }) @Transform(toNumber) @IsInt() @Min(1) from!: number;
  @ApiProperty({ description: 'The later run.' }) @Transform(toNumber) @IsInt() @Min(1) to!: number;
  @ApiProperty({ required: false, format: 'uuid', description: 'Only what lies within the scope of this publication.' })
  @IsOptional()
  @IsUUID()
  publication?: string;
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() buyerId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(40) category?: string;
  @ApiProperty({ required: false, example: '2026-01' }) @IsOptional() @Matches(MONTH) fromMonth?: string;
  @ApiProperty({ required: false, example: '2026-06' }) @IsOptional() @Matches(MONTH) toMonth?: string;
}

export class StepQuery extends BridgeQuery {
  @ApiProperty({ enum: bridgeSteps }) @IsIn(bridgeSteps) step!: BridgeStep;
  @ApiProperty({ required: false, enum: ['nb', 'nn', 'en'] })
  @IsOptional()
  @IsIn(['nb', 'nn', 'en'])
  language?: Language;
}

export class EvidenceQuery {
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Of the lines within the scope of this publication; of the whole run when left out.',
  })
  @IsOptional()
  @IsUUID()
  publication?: string;
}

export class EvidenceProgressDto {
  @ApiProperty() run!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The publication whose part it is of; null for the whole run.',
  })
  publication!: string | null;
  @ApiProperty({ description: 'Lines written so far, each as many times as it is in the pack.' }) rows!: number;
  @ApiProperty() rowsTotal!: number;
}

export class EvidenceUnderWayDto {
  @ApiProperty({
    type: EvidenceProgressDto,
    nullable: true,
    description: 'Null when no pack is being written for you.',
  })
  pack!: EvidenceProgressDto | null;
}

export class PeriodBridgeQuery {
  @ApiProperty({ description: 'The run that says what the earlier months weighed.' })
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  beforeRun!: number;
  @ApiProperty({ example: '2025-01' }) @Matches(MONTH) beforeFrom!: string;
  @ApiProperty({ example: '2025-12' }) @Matches(MONTH) beforeTo!: string;
  @ApiProperty({ description: 'The run that says what the later months weigh.' })
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  run!: number;
  @ApiProperty({ example: '2026-01' }) @Matches(MONTH) from!: string;
  @ApiProperty({ example: '2026-12' }) @Matches(MONTH) to!: string;
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Only what of both lies within the scope of this publication.',
  })
  @IsOptional()
  @IsUUID()
  publication?: string;
  @ApiProperty({
    required: false,
    enum: classFilters,
    description: 'Of the operating accounts, the investment accounts, or those of which it is not known.',
  })
  @IsOptional()
  @IsIn(classFilters)
  accountClass?: ClassFilter;
}

export class PeriodStepQuery extends PeriodBridgeQuery {
  @ApiProperty({ enum: bridgeSteps }) @IsIn(bridgeSteps) step!: BridgeStep;
  @ApiProperty({
    required: false,
    description:
      'Only lines of this category, and of it those of the kind `product`, or of no known kind. `unsorted`: of no category.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  category?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(60) product?: string;
  @ApiProperty({ required: false, enum: ['nb', 'nn', 'en'] })
  @IsOptional()
  @IsIn(['nb', 'nn', 'en'])
  language?: Language;
}

export class BridgeStepDto {
  @ApiProperty({ enum: bridgeSteps }) step!: BridgeStep;
  @ApiProperty() kg!: string;
  @ApiProperty({ description: 'Lines, or groups of lines between periods, that it moved.' }) lines!: number;
}

export class BridgeDto {
  @ApiProperty() from!: number;
  @ApiProperty() to!: number;
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
  @ApiProperty({ type: [BridgeStepDto], description: 'In order; before plus every step is after.' })
  steps!: BridgeStepDto[];
}

export class RunPeriodDto {
  @ApiProperty() run!: number;
  @ApiProperty() from!: string;
  @ApiProperty({ description: 'The last month that is compared.' }) to!: string;
  @ApiProperty() kg!: string;
}

export class NotDeflatedDto {
  @ApiProperty({ description: 'NOK, decimal text.' }) amount!: string;
  @ApiProperty({ type: [String], description: 'Years without a price index.' }) years!: string[];
}

export class PeriodBridgeDto {
  @ApiProperty({ type: ComparisonDto }) comparison!: ComparisonDto;
  @ApiProperty({ type: RunPeriodDto }) before!: RunPeriodDto;
  @ApiProperty({ type: RunPeriodDto }) after!: RunPeriodDto;
  @ApiProperty({ type: [BridgeStepDto], description: 'In order; before plus every step is after.' })
  steps!: BridgeStepDto[];
  @ApiProperty({
    type: NotDeflatedDto,
    nullable: true,
    description: 'Calculated from kroner of years without a price index: what of it is higher prices is not known.',
  })
  notDeflated!: NotDeflatedDto | null;
}

export class MovedGroupDto {
  @ApiProperty({ ...text, description: 'Null for goods of no category.' }) category!: string | null;
  @ApiProperty({ type: NameDto, nullable: true }) categoryName!: NameDto | null;
  @ApiProperty({ ...text, description: 'The kind of goods; null where it is not known.' }) product!: string | null;
  @ApiProperty({ type: NameDto, nullable: true }) productName!: NameDto | null;
  @ApiProperty() kronerBefore!: string;
  @ApiProperty() kronerAfter!: string;
  @ApiProperty() kgBefore!: string;
  @ApiProperty() kgAfter!: string;
  @ApiProperty({
    ...text,
    description: 'What a krone of it weighed before, kg; of its category, or of all, where it was not bought before.',
  })
  perKrone!: string | null;
  @ApiProperty({ description: 'What it counts for in the total before the step, kg.' }) before!: string;
  @ApiProperty({ description: 'The same in the total after it.' }) after!: string;
  @ApiProperty({ description: 'What it moves.' }) kg!: string;
  @ApiProperty() lines!: number;
}

export class MovedLineDto extends OmitType(SumLineDto, ['before', 'after']) {
  @ApiProperty({ description: 'The run that says what it weighs.' }) run!: number;
  @ApiProperty({ description: 'It is of the later period.' }) later!: boolean;
  @ApiProperty({ description: 'What it counts for in the total before the step, kg.' }) before!: string;
  @ApiProperty({ description: 'The same in the total after it.' }) after!: string;
}

export class PeriodStepDto extends ExplanationDto {
  @ApiProperty({
    enum: ['bought', 'reckoned'],
    description: 'Whether somebody has bought otherwise, or it is only reckoned otherwise.',
  })
  kind!: 'bought' | 'reckoned';
  @ApiProperty({ description: 'Kroner with a number, of buyers with books in both periods.' }) kronerBefore!: string;
  @ApiProperty() kronerAfter!: string;
  @ApiProperty({ type: [MovedGroupDto], description: 'Groups of goods, those that move most first.' })
  groups!: MovedGroupDto[];
  @ApiProperty({ type: [MovedLineDto], description: 'Lines of them, those that move most first.' })
  largest!: MovedLineDto[];
}

export class PublicationRequest {
  @ApiProperty({ description: 'The case in the archive.' }) @TrimmedText(1, 60) caseNumber!: string;
  @ApiProperty({ description: 'What of the run is published, in words.' }) @TrimmedText(1, 1000) scope!: string;
  @ApiProperty({
    required: false,
    example: '2026-01',
    description: 'The first month of it; all when left out, as with what follows.',
  })
  @IsOptional()
  @Matches(MONTH)
  from?: string;
  @ApiProperty({ required: false, example: '2026-12', description: 'The last month of it.' })
  @IsOptional()
  @Matches(MONTH)
  to?: string;
  @ApiProperty({ required: false, type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID('all', { each: true })
  buyerIds?: string[];
  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  categories?: string[];
}

export class PublishedBuyerDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(text) name!: string | null;
}

export class PublicationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() run!: number;
  @ApiProperty() caseNumber!: string;
  @ApiProperty({ description: 'What is published, in words.' }) scope!: string;
  @ApiProperty({ description: 'False of what was published in words alone: its figure is the whole run’s.' })
  scoped!: boolean;
  @ApiProperty({ ...text, description: 'First month; null is all, as with what follows.' }) from!: string | null;
  @ApiProperty(text) to!: string | null;
  @ApiProperty({ type: [PublishedBuyerDto], nullable: true }) buyers!: PublishedBuyerDto[] | null;
  @ApiProperty({ type: [String], nullable: true }) categories!: string[] | null;
  @ApiProperty() kg!: string;
  @ApiProperty(text) by!: string | null;
  @ApiProperty({ ...text, description: 'The second person; null of what was published before two were needed.' })
  approvedBy!: string | null;
  @ApiProperty({ description: 'A second person approved it, whose name you may not see where `approvedBy` is null.' })
  hasApprover!: boolean;
  @ApiProperty({ format: 'date-time' }) at!: Date;
  @ApiProperty({ ...text, description: 'The case of a later publication of the same scope, which holds in its place.' })
  supersededBy!: string | null;
}
