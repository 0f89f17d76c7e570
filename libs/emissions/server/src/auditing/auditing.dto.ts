import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { toNumber } from '../emissions.dto.ts';
import { sampleSizeMax, sampleUnits, type SampleUnit } from './draw-sample.ts';

const text = { type: String, nullable: true } as const;
const number = { type: Number, nullable: true } as const;
const instant = { type: String, nullable: true, format: 'date-time' } as const;

export class SampleQuery {
  @ApiProperty({ description: 'Any text; the same seed draws the same lines.' })
  @IsString()
  @Length(1, 100)
  seed!: string;
  @ApiProperty({ description: 'Units to draw.', minimum: 1, maximum: sampleSizeMax })
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(sampleSizeMax)
  size!: number;
  @ApiProperty({ enum: sampleUnits }) @IsIn(sampleUnits) unit!: SampleUnit;
  @ApiProperty({ required: false, format: 'uuid', description: 'Of the lines within the scope of this publication.' })
  @IsOptional()
  @IsUUID()
  publication?: string;
}

export class SampledLineDto {
  @ApiProperty({ format: 'uuid' }) batchId!: string;
  @ApiProperty() lineNo!: number;
  @ApiProperty() part!: number;
  @ApiProperty(text) buyer!: string | null;
  @ApiProperty(text) seller!: string | null;
  @ApiProperty(text) text!: string | null;
  @ApiProperty({ ...text, format: 'date' }) spentOn!: string | null;
  @ApiProperty() amount!: string;
  @ApiProperty() method!: string;
  @ApiProperty(text) kg!: string | null;
  @ApiProperty({ description: 'Drawn units that fell in the line.' }) hits!: number;
  @ApiProperty({ description: 'At least as large as the interval: every seed draws it.' }) certain!: boolean;
}

export class SampleDto {
  @ApiProperty() run!: number;
  @ApiProperty() seed!: string;
  @ApiProperty() size!: number;
  @ApiProperty({ enum: sampleUnits }) unit!: SampleUnit;
  @ApiProperty({ description: 'Lines with a size.' }) population!: number;
  @ApiProperty({ description: 'Their sizes together.' }) total!: string;
  @ApiProperty() interval!: string;
  @ApiProperty() start!: string;
  @ApiProperty({ type: [SampledLineDto] }) lines!: SampledLineDto[];
}

export class OriginalCellDto {
  @ApiProperty({ description: 'What it was read as.' }) field!: string;
  @ApiProperty({ ...text, description: 'As it stands in the file; null where that is not known.' }) heading!:
    string | null;
  @ApiProperty({ ...text, example: 'F12' }) cell!: string | null;
  @ApiProperty({ description: 'As written.' }) text!: string;
}

export class RowFindingDto {
  @ApiProperty() code!: string;
  @ApiProperty() severity!: string;
  @ApiProperty(text) cell!: string | null;
  @ApiProperty(text) found!: string | null;
  @ApiProperty(text) expected!: string | null;
}

export class OriginalRowDto {
  @ApiProperty({ enum: ['posting', 'invoice-line', 'report'] }) kind!: 'posting' | 'invoice-line' | 'report';
  @ApiProperty(text) document!: string | null;
  @ApiProperty(text) file!: string | null;
  @ApiProperty(text) sha256!: string | null;
  @ApiProperty(text) sheet!: string | null;
  @ApiProperty(number) row!: number | null;
  @ApiProperty({ type: [OriginalCellDto] }) cells!: OriginalCellDto[];
  @ApiProperty({ type: [RowFindingDto] }) findings!: RowFindingDto[];
}

export class TieDto {
  @ApiProperty(text) report!: string | null;
  @ApiProperty() line!: number;
  @ApiProperty() step!: string;
  @ApiProperty() amount!: string;
  @ApiProperty(text) score!: string | null;
}

export class NameDto {
  @ApiProperty() nb!: string;
  @ApiProperty() nn!: string;
  @ApiProperty() en!: string;
}

export class DecidedDto {
  @ApiProperty({ enum: ['factor', 'methods', 'item', 'account', 'declaration'] }) kind!:
    'factor' | 'methods' | 'item' | 'account' | 'declaration';
  @ApiProperty({ enum: ['product', 'category', 'account', 'item', 'declaration'] }) aboutKind!:
    'product' | 'category' | 'account' | 'item' | 'declaration';
  @ApiProperty({
    description: 'A code of the catalogue, system:code of an account, the number of an item or a declaration.',
  })
  about!: string;
  @ApiProperty({ type: NameDto, nullable: true, description: 'Of a kind of goods or a category.' })
  aboutName!: NameDto | null;
  @ApiProperty({ enum: ['factor', 'methods', 'product', 'category', 'verdict', 'nothing'] }) decidedKind!:
    'factor' | 'methods' | 'product' | 'category' | 'verdict' | 'nothing';
  @ApiProperty({ type: [String], description: 'Codes, but of a factor its name and source as they are published.' })
  decided!: string[];
  @ApiProperty({ type: NameDto, nullable: true, description: 'Of a kind of goods or a category.' })
  decidedName!: NameDto | null;
  @ApiProperty() reason!: string;
  @ApiProperty(text) by!: string | null;
  @ApiProperty(text) proposedBy!: string | null;
  @ApiProperty({ description: 'Somebody decided it, whose name you may not see where `by` is null.' })
  hasDecider!: boolean;
  @ApiProperty({ description: 'Somebody else proposed it, whose name you may not see where `proposedBy` is null.' })
  hasProposer!: boolean;
  @ApiProperty(instant) at!: Date | null;
}

export class LineEvidenceDto {
  @ApiProperty() run!: number;
  @ApiProperty({ type: [OriginalRowDto] }) rows!: OriginalRowDto[];
  @ApiProperty({ type: [TieDto] }) ties!: TieDto[];
  @ApiProperty({ type: [DecidedDto] }) decisions!: DecidedDto[];
}
