import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ComparisonDto, ExcludedBuyerDto } from '@tallgrunn/emissions-server';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { figureReasons, type FigureReason } from './target-figures.ts';
import { pathPositions, type PathPosition } from './read-progress.ts';
import { targetKinds, type TargetKind } from './target.ts';

const VALUE = /^\d{1,15}(?:\.\d{1,9})?$/;
const YEAR_MIN = 1990;
const YEAR_MAX = 2100;
const POINTS_MAX = 50;
const text = { type: String, nullable: true } as const;

export class PathPointDto {
  @ApiProperty({ example: 2028 }) @IsInt() @Min(YEAR_MIN) @Max(YEAR_MAX) year!: number;
  @ApiProperty({ description: 'Decimal text, in the unit of the target.' }) @Matches(VALUE) value!: string;
}

export class SetTargetRequest {
  @ApiProperty({ ...text, required: false, format: 'uuid', description: 'Null: the whole cooperative.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string | null;
  @ApiProperty({ enum: targetKinds }) @IsIn(targetKinds) kind!: TargetKind;
  @ApiProperty({ example: 2025, description: 'A year that has ended.' })
  @IsInt()
  @Min(YEAR_MIN)
  @Max(YEAR_MAX)
  baseYear!: number;
  @ApiProperty({ example: 2030 }) @IsInt() @Min(YEAR_MIN) @Max(YEAR_MAX) targetYear!: number;
  @ApiProperty({ description: 'kg CO2e, kg CO2e per NOK or per inhabitant, or a share 0 to 1.' })
  @Matches(VALUE)
  targetValue!: string;
  @ApiProperty({ type: [PathPointDto], description: 'Values between the years; empty for a straight line.' })
  @ArrayMaxSize(POINTS_MAX)
  @ValidateNested({ each: true })
  @Type(() => PathPointDto)
  path!: PathPointDto[];
  @ApiProperty({ maxLength: 2000, description: 'What it was decided by.' }) @IsString() @MaxLength(2000) note!: string;
}

export class EndTargetRequest {
  @ApiProperty({ maxLength: 2000 }) @IsString() @MaxLength(2000) @Matches(/\S/) reason!: string;
}

export class TargetCreatedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class TargetFigureDto {
  @ApiProperty() value!: string;
  @ApiProperty({ ...text, description: 'Of the 95 % interval; null for shares.' }) low!: string | null;
  @ApiProperty(text) high!: string | null;
}

export class BaseFigureDto {
  @ApiProperty({ type: TargetFigureDto, nullable: true }) figure!: TargetFigureDto | null;
  @ApiProperty({ type: String, enum: figureReasons, nullable: true }) reason!: FigureReason | null;
  @ApiProperty({ type: [ExcludedBuyerDto], description: 'Municipalities whose ledgers lack months of the year.' })
  incomplete!: ExcludedBuyerDto[];
}

export class YearProgressDto {
  @ApiProperty() year!: number;
  @ApiProperty({ type: ComparisonDto }) comparison!: ComparisonDto;
  @ApiProperty({ ...text, description: 'The same months and municipalities in the base year.' }) base!: string | null;
  @ApiProperty({ type: TargetFigureDto, nullable: true }) figure!: TargetFigureDto | null;
  @ApiProperty({ ...text, description: 'What the path requires of these months.' }) required!: string | null;
  @ApiProperty({ type: String, enum: pathPositions, nullable: true }) position!: PathPosition | null;
  @ApiProperty({ type: String, enum: figureReasons, nullable: true, description: 'Why there is no position.' })
  reason!: FigureReason | null;
}

export class TargetDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ ...text, format: 'uuid' }) buyerId!: string | null;
  @ApiProperty(text) buyer!: string | null;
  @ApiProperty({ enum: targetKinds }) kind!: TargetKind;
  @ApiProperty() baseYear!: number;
  @ApiProperty() targetYear!: number;
  @ApiProperty() targetValue!: string;
  @ApiProperty({ type: [PathPointDto], description: 'Typed values.' }) path!: PathPointDto[];
  @ApiProperty() note!: string;
  @ApiProperty(text) createdBy!: string | null;
  @ApiProperty() createdAt!: Date;
  @ApiProperty({ type: BaseFigureDto }) base!: BaseFigureDto;
  @ApiProperty({ type: [PathPointDto], description: 'Every year after the base year; empty without a base figure.' })
  progressPath!: PathPointDto[];
  @ApiProperty({ type: [YearProgressDto] }) years!: YearProgressDto[];
}

export class TargetsDto {
  @ApiProperty({ format: 'date' }) today!: string;
  @ApiProperty({ type: [TargetDto] }) targets!: TargetDto[];
}
