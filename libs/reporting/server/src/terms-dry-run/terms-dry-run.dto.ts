import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';

export class DryRunRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'A terms document that is not published; id, version and agreement need not be set.',
  })
  @IsObject()
  document!: Record<string, unknown>;
  @ApiProperty({
    type: 'integer',
    required: false,
    default: 5,
    minimum: 1,
    maximum: 12,
    description: 'How many of the newest reports.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(12)
  reports?: number;
}

export class DryRunFindingDto {
  @ApiProperty() code!: string;
  @ApiProperty({ required: false, description: 'Of own-rule: the id of the rule in the terms.' }) rule?: string;
  @ApiProperty({ enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] }) severity!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
}

export class DryRunOutcomeDto {
  @ApiProperty({ type: 'integer', description: 'Rows.' }) accepted!: number;
  @ApiProperty({ type: 'integer', description: 'Rows.' }) quarantined!: number;
  @ApiProperty({ type: [DryRunFindingDto] }) findings!: DryRunFindingDto[];
}

export class DryRunReportDto {
  @ApiProperty({ format: 'uuid' }) versionId!: string;
  @ApiProperty({ type: String, nullable: true }) number!: string | null;
  @ApiProperty() supplier!: string;
  @ApiProperty() periodKey!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty({ type: DryRunOutcomeDto, description: 'What was found when it was handed in.' })
  before!: DryRunOutcomeDto;
  @ApiProperty({
    type: DryRunOutcomeDto,
    nullable: true,
    description: 'What the draft would find; null when it was left out.',
  })
  after!: DryRunOutcomeDto | null;
  @ApiProperty({ type: String, nullable: true, enum: ['too-large', 'file-deleted', 'memory', 'time', 'crash'] })
  leftOut!: string | null;
}
