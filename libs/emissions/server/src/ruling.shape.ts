import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { countingMethods, type CountingMethod } from './weighing/methods.ts';

const text = { type: String, nullable: true } as const;

export class RulingBody {
  @ApiProperty() @IsString() @MaxLength(40) category!: string;
  @ApiProperty({ example: '2026-01-01' }) @Matches(/^\d{4}-\d{2}-\d{2}$/) fromOn!: string;
  @ApiProperty({ enum: countingMethods, isArray: true, description: 'In the order they are tried.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(countingMethods, { each: true })
  methods!: CountingMethod[];
  @ApiProperty() @IsString() @MaxLength(2000) @MinLength(1) reason!: string;
}

export class RulingShape {
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) id!: string | null;
  @ApiProperty() category!: string;
  @ApiProperty(text) fromOn!: string | null;
  @ApiProperty({ enum: countingMethods, isArray: true }) methods!: CountingMethod[];
  @ApiProperty(text) reason!: string | null;
  @ApiProperty(text) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: Date | null;
}

export class PreviewBuyerShape {
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
}

export class PreviewShape {
  @ApiProperty() lines!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
  @ApiProperty() difference!: string;
  @ApiProperty() total!: string;
  @ApiProperty({ type: [PreviewBuyerShape] }) buyers!: PreviewBuyerShape[];
}
