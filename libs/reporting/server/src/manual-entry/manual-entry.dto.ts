import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { limits } from '@tallgrunn/values';
import { correctionWays } from '../corrections/correction.dto.ts';

const { cellCharactersMax, changesAtOnceMax } = limits.typed;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class TypedQuery {
  @ApiProperty({ type: Number, required: false, description: 'Only lines changed after this revision.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(-1)
  since?: number;
}

export class ManualEntryCellRequest {
  @ApiProperty({ description: 'Name of a field of the terms.' }) @IsString() @MaxLength(100) field!: string;
  @ApiProperty({ description: 'What was seen in the cell before it was written in.' })
  @IsString()
  @MaxLength(cellCharactersMax)
  was!: string;
  @ApiProperty({ description: 'What was written.' }) @IsString() @MaxLength(cellCharactersMax) is!: string;
}

export class ManualEntryChangeRequest {
  @ApiProperty({ format: 'uuid', description: 'Made where the line is typed.' }) @IsUUID() id!: string;
  @ApiProperty({ description: 'Where a new line stands among the others.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  place!: number;
  @ApiProperty({ required: false, description: 'Takes the line away, or puts it back.' })
  @IsOptional()
  @IsBoolean()
  removed?: boolean;
  @ApiProperty({ type: [ManualEntryCellRequest] })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ManualEntryCellRequest)
  cells!: ManualEntryCellRequest[];
}

export class ManualEntryChangesRequest {
  @ApiProperty({ description: 'The revision that was seen before these changes.' }) @IsInt() @Min(-1) since!: number;
  @ApiProperty({ type: [ManualEntryChangeRequest] })
  @IsArray()
  @ArrayMaxSize(changesAtOnceMax)
  @ValidateNested({ each: true })
  @Type(() => ManualEntryChangeRequest)
  changes!: ManualEntryChangeRequest[];
}

export class SubmitManualEntryRequest {
  @ApiProperty({ description: 'The revision that was seen and checked; another is not sent.' })
  @IsInt()
  @Min(0)
  revision!: number;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'What was settled beside the lines: {patches?, settled?}.',
  })
  @IsOptional()
  @IsObject()
  answers?: Record<string, unknown>;
  @ApiProperty({ required: false, enum: correctionWays })
  @IsOptional()
  @IsIn(correctionWays)
  way?: (typeof correctionWays)[number];
}

export class ManualEntryOriginDto {
  @ApiProperty({ description: 'Name of the buyer who has booked it.' }) buyer!: string;
  @Nullable() invoiceNumber!: string | null;
  @Nullable() invoiceLine!: string | null;
  @Nullable({ format: 'date' }) invoicedOn!: string | null;
}

export class ManualEntryRowDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() place!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'As written, by the names of the terms’ fields.',
  })
  cells!: Record<string, string>;
  @ApiProperty() removed!: boolean;
  @ApiProperty({ description: 'The revision it was last changed in.' }) revision!: number;
  @Nullable({ description: 'Who changed it last.' }) changedBy!: string | null;
  @ApiProperty({ type: ManualEntryOriginDto, nullable: true, description: 'The e-invoice it was begun from.' })
  origin!: ManualEntryOriginDto | null;
}

export class ManualEntryConflictDto {
  @ApiProperty({ format: 'uuid', description: 'The line.' }) id!: string;
  @Nullable({ description: 'Null where a line was to be taken away that had been changed meanwhile.' }) field!:
    string | null;
  @ApiProperty({ description: 'What was sent, and not kept.' }) mine!: string;
  @ApiProperty({ description: 'What stands.' }) theirs!: string;
  @Nullable() by!: string | null;
}

export class ManualEntryDto {
  @ApiProperty({ description: 'Counts the saves; 0 before the first.' }) revision!: number;
  @Nullable({ format: 'date-time' }) savedAt!: string | null;
  @Nullable() savedBy!: string | null;
  @Nullable({ format: 'uuid', description: 'The version it was last sent as.' }) sentVersionId!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The revision that was sent.' }) sentRevision!:
    number | null;
  @ApiProperty({ description: 'More lines than this are sent as a file.' }) rowsMax!: number;
  @ApiProperty({ type: [ManualEntryRowDto], description: 'In their order; lines that were taken away among them.' })
  rows!: ManualEntryRowDto[];
  @ApiProperty({ type: [ManualEntryConflictDto], description: 'What somebody else had written first.' })
  conflicts!: ManualEntryConflictDto[];
}
