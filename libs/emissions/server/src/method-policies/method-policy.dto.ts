import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { TrimmedText } from '@tallgrunn/platform';
import { methodsWithFigure, type MethodWithFigure } from '../calculation/methods.ts';

const mappedSystems = ['unspsc', 'cpv', 'kostra', 'ns4102', 'dfo', 'item'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = { type: String, nullable: true } as const;

export class MethodPolicyRequest {
  @ApiProperty() @IsString() @MaxLength(40) category!: string;
  @ApiProperty({ example: '2026-01-01' }) @Matches(DAY) fromOn!: string;
  @ApiProperty({ enum: methodsWithFigure, isArray: true, description: 'In the order they are tried.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(methodsWithFigure, { each: true })
  methods!: MethodWithFigure[];
  @ApiProperty() @TrimmedText(1, 2000) reason!: string;
  @ApiProperty({ format: 'uuid', description: 'Who is asked to be the second person.' }) @IsUUID() approverId!: string;
}

export class RulingPreviewQuery {
  @ApiProperty() @IsString() @MaxLength(40) category!: string;
  @ApiProperty({ example: '2026-01-01' }) @Matches(DAY) fromOn!: string;
  @ApiProperty({ enum: methodsWithFigure, isArray: true, description: 'In the order they are tried.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(methodsWithFigure, { each: true })
  methods!: MethodWithFigure[];
}

export class MethodPolicyDecisionRequest {
  @ApiProperty({ enum: ['approved', 'rejected'] }) @IsIn(['approved', 'rejected']) verdict!: 'approved' | 'rejected';
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 2000) note?: string;
}

export class MethodPolicyDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) id!: string | null;
  @ApiProperty() category!: string;
  @ApiProperty(text) fromOn!: string | null;
  @ApiProperty({ enum: methodsWithFigure, isArray: true }) methods!: MethodWithFigure[];
  @ApiProperty(text) reason!: string | null;
  @ApiProperty(text) proposedBy!: string | null;
  @ApiProperty(text) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: Date | null;
  @ApiProperty({ description: 'Whether it is the one that holds today.' }) holds!: boolean;
}

export class MethodPolicyProposalDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() category!: string;
  @ApiProperty() fromOn!: string;
  @ApiProperty({ enum: methodsWithFigure, isArray: true }) methods!: MethodWithFigure[];
  @ApiProperty() reason!: string;
  @ApiProperty({ enum: ['proposed', 'approved', 'rejected', 'withdrawn'] }) state!:
    'proposed' | 'approved' | 'rejected' | 'withdrawn';
  @ApiProperty(text) proposedBy!: string | null;
  @ApiProperty({ format: 'date-time' }) proposedAt!: Date;
  @ApiProperty(text) approver!: string | null;
  @ApiProperty(text) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: Date | null;
  @ApiProperty(text) decisionNote!: string | null;
  @ApiProperty({ description: 'Whether whoever asks may decide on it now.' }) mine!: boolean;
  @ApiProperty({ description: 'Whether whoever asks proposed it.' }) own!: boolean;
}

export class PreviewBuyerDto {
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Its lines that are touched.' }) lines!: number;
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
}

export class PreviewCategoryDto {
  @ApiProperty() category!: string;
  @ApiProperty({ description: 'Lines that leave it or come to it.' }) lines!: number;
  @ApiProperty({ description: 'Kroner that leave it.' }) amountBefore!: string;
  @ApiProperty({ description: 'Kroner that come to it.' }) amountAfter!: string;
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
}

export class PreviewWeighingDto {
  @ApiProperty() method!: string;
  @ApiProperty(text) factor!: string | null;
  @ApiProperty({ ...text, description: 'Kroner where `unit` is null, else the quantity.' }) basis!: string | null;
  @ApiProperty(text) unit!: string | null;
  @ApiProperty(text) multiplier!: string | null;
  @ApiProperty(text) kg!: string | null;
}

export class PreviewLineDto {
  @ApiProperty({ format: 'uuid' }) batchId!: string;
  @ApiProperty() lineNo!: number;
  @ApiProperty({ ...text, format: 'uuid' }) buyerId!: string | null;
  @ApiProperty({ type: [String], description: 'The category it is in, and the one it would be in.' })
  categories!: string[];
  @ApiProperty(text) seller!: string | null;
  @ApiProperty(text) text!: string | null;
  @ApiProperty(text) file!: string | null;
  @ApiProperty(text) sheet!: string | null;
  @ApiProperty({ type: Number, nullable: true }) row!: number | null;
  @ApiProperty({ type: PreviewWeighingDto }) before!: PreviewWeighingDto;
  @ApiProperty({ type: PreviewWeighingDto }) after!: PreviewWeighingDto;
}

export class MappingsPreviewRequest {
  @ApiProperty({ enum: mappedSystems }) @IsIn(mappedSystems) system!: (typeof mappedSystems)[number];
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @Length(2, 300, { each: true })
  codes!: string[];
  @ApiProperty({ type: String, required: false, nullable: true }) @IsOptional() @IsString() @Length(1, 40) category?:
    string | null;
  @ApiProperty({ type: String, required: false, nullable: true }) @IsOptional() @IsString() @Length(1, 80) product?:
    string | null;
}

export class PreviewDto {
  @ApiProperty() lines!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
  @ApiProperty() difference!: string;
  @ApiProperty() total!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'The run that says what it is now.' }) run!: number | null;
  @ApiProperty({ type: [PreviewBuyerDto] }) buyers!: PreviewBuyerDto[];
  @ApiProperty({ type: [PreviewCategoryDto], description: 'What moves from one category to another.' })
  categories!: PreviewCategoryDto[];
  @ApiProperty({
    type: [PreviewLineDto],
    description: 'The lines that change most: of all, of each buyer and of each category that they leave or come to.',
  })
  largest!: PreviewLineDto[];
}
