import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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
import { TrimmedText } from '@tallgrunn/platform';

const text = { type: String, nullable: true } as const;

export class MadeElsewhereRequest {
  @ApiProperty() @IsInt() @Min(1990) @Max(2100) year!: number;
  @ApiProperty({ ...text, required: false, format: 'uuid', description: 'Left out: all buyers together.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string | null;
  @ApiProperty({ ...text, required: false, description: 'Left out: all purchases.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  category?: string | null;
  @ApiProperty({ description: 'kg CO2e, decimal text.', example: '1250000' })
  @Matches(/^\d{1,15}(\.\d{1,6})?$/)
  kg!: string;
}

export class ExternalFiguresRequest {
  @ApiProperty({ type: [MadeElsewhereRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => MadeElsewhereRequest)
  figures!: MadeElsewhereRequest[];
  @ApiProperty({ description: 'Who made them.' }) @TrimmedText(1, 200) madeBy!: string;
  @ApiProperty({ description: 'How they were made, in words.' }) @TrimmedText(1, 1000) method!: string;
  @ApiProperty({ description: 'The document or case they stand in.' }) @TrimmedText(1, 500) source!: string;
}

export class ExternalFigureDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() year!: number;
  @ApiProperty({ ...text, format: 'uuid' }) buyerId!: string | null;
  @ApiProperty(text) buyer!: string | null;
  @ApiProperty(text) category!: string | null;
  @ApiProperty() kg!: string;
  @ApiProperty() madeBy!: string;
  @ApiProperty() method!: string;
  @ApiProperty() source!: string;
  @ApiProperty(text) by!: string | null;
  @ApiProperty({ ...text, description: 'The second person; null of what was sealed before two were needed.' })
  approvedBy!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: Date;
  @ApiProperty({ description: 'All of it as one text.' }) sealed!: string;
  @ApiProperty({ description: 'Of that text in UTF-8.' }) sha256!: string;
}

export class NightlySampleDto {
  @ApiProperty() buyers!: number;
  @ApiProperty() buyersTried!: number;
  @ApiProperty({ description: 'What the draw was made by: the same seed draws the same buyers.' }) seed!: string;
}

export class NightlyVerificationDto {
  @ApiProperty() run!: number;
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Lines that were weighed anew: all of them, or a sample.' }) linesTried!: number;
  @ApiProperty({ type: NightlySampleDto, nullable: true, description: 'Null where everything was tried.' })
  sample!: NightlySampleDto | null;
  @ApiProperty({ description: 'Lines that came out otherwise when they were weighed anew.' }) differing!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'The run that put it right.' }) madeRun!: number | null;
  @ApiProperty({ description: 'Something came in between: nothing is proven.' }) overtaken!: boolean;
  @ApiProperty({ format: 'date-time' }) at!: Date;
}
