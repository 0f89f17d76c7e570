import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { FINDINGS_PER_THOUSAND_MAX, qualityLevels, reachedLevels } from './quality-levels.ts';
import type { QualityLevel, ReachedLevel } from './quality-levels.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const perThousand = {
  type: String,
  nullable: true,
  description: 'Errors per 1,000 lines; null without lines.',
} as const;

export class DataQualityQuery {
  @ApiPropertyOptional({ description: 'First month, such as 2026-01; eleven months before the last when left out.' })
  @IsOptional()
  @Matches(MONTH)
  from?: string;

  @ApiPropertyOptional({ description: 'Last month; the one before this when left out.' })
  @IsOptional()
  @Matches(MONTH)
  to?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only reports of this agreement; all agreements when left out.' })
  @IsOptional()
  @IsUUID()
  agreementId?: string;
}

export class QualityPeriodDto {
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
}

export class RatedSupplierDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class RatedCheckDto {
  @ApiProperty({ description: 'The code of the check.' }) code!: string;
  @ApiProperty({ enum: qualityLevels, nullable: true, description: 'Null for a check that is not of the data.' })
  level!: QualityLevel | null;
  @ApiProperty({ description: 'Findings that asked for an answer or a correction.' }) findingCount!: number;
  @ApiProperty({ description: 'Of those, answered that it was no error.' }) overriddenCount!: number;
  @ApiProperty({ description: 'The others.' }) errorCount!: number;
  @ApiProperty(perThousand) errorsPerThousand!: string | null;
  @ApiProperty({ description: `At most ${FINDINGS_PER_THOUSAND_MAX} errors per 1,000 lines.` }) isPassed!: boolean;
}

export class QualityLevelDto {
  @ApiProperty({ enum: qualityLevels }) level!: QualityLevel;
  @ApiProperty() errorCount!: number;
  @ApiProperty(perThousand) errorsPerThousand!: string | null;
  @ApiProperty({ description: 'Checks of the level that are not passed.' }) failedCheckCount!: number;
  @ApiProperty({ description: 'Every check of this level and of the lower ones is passed.' }) isReached!: boolean;
}

export class RatedQualityDto {
  @ApiProperty() reports!: number;
  @ApiProperty() lines!: number;
  @ApiProperty() returned!: number;
  @ApiProperty() findingCount!: number;
  @ApiProperty() overriddenCount!: number;
  @ApiProperty({ enum: reachedLevels, nullable: true, description: 'Null without a reported line.' })
  level!: ReachedLevel | null;
  @ApiProperty({ type: [QualityLevelDto], description: 'The lowest first.' }) levels!: QualityLevelDto[];
  @ApiProperty({ type: [RatedCheckDto], description: 'Those with most findings first.' }) checks!: RatedCheckDto[];
}

export class SupplierDataQualityDto extends RatedQualityDto {
  @ApiProperty({ type: RatedSupplierDto }) supplier!: RatedSupplierDto;
}

export class DataQualityListDto {
  @ApiProperty({ type: QualityPeriodDto }) period!: QualityPeriodDto;
  @ApiProperty({ type: [SupplierDataQualityDto], description: 'The best first.' }) items!: SupplierDataQualityDto[];
}

export class SupplierDataQualityDetailDto extends SupplierDataQualityDto {
  @ApiProperty({ type: QualityPeriodDto }) period!: QualityPeriodDto;
}
