import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { qualities, type Quality, type InvoiceQualityLevel } from './invoice-quality.ts';

const decimal = { description: 'Decimal text.' } as const;
const verdicts = ['enough', 'nearly', 'not-enough', 'none'] as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class StartManualEntryRequest {
  @ApiProperty({
    type: [String],
    required: false,
    description: 'Keys of booked lines; without them, all lines of e-invoices in the period.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  lines?: string[];
}

export class MissingFieldDto {
  @ApiProperty() field!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Lines that lack it.' }) lines!: number;
}

export class InvoicedOfferDto {
  @ApiProperty({ description: '0 where there are none, or no report can be begun of them.' }) lines!: number;
  @ApiProperty({ description: 'There are more than can be begun with.' }) more!: boolean;
  @ApiProperty() invoices!: number;
  @ApiProperty() buyers!: number;
  @ApiProperty(decimal) amount!: string;
  @Nullable({ format: 'date', description: 'Date of the last of the invoices.' }) lastInvoicedOn!: string | null;
  @ApiProperty({ description: 'Lines that have all that must be filled in.' }) ready!: number;
  @ApiProperty({ description: 'Lines that are in what is typed already.' }) taken!: number;
  @ApiProperty({ type: [MissingFieldDto], description: 'What must be filled in, and some invoices do not say.' })
  missing!: MissingFieldDto[];
  @ApiProperty({ description: 'More lines than this are begun with as a file.' }) rowsMax!: number;
}

export class ShareDto {
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Decimal text; absolute kroner, so that a credit does not hide what it credits.' })
  amount!: string;
}

export class QualityShareDto extends ShareDto {
  @ApiProperty({ enum: qualities }) quality!: Quality;
}

export class GapExampleDto {
  @Nullable() invoice!: string | null;
  @Nullable() name!: string | null;
  @ApiProperty() buyer!: string;
  @Nullable({ description: 'What stands in its place.' }) found!: string | null;
}

export class QualityGapDto extends QualityShareDto {
  @ApiProperty({ type: GapExampleDto, description: 'The largest line that lacks it.' }) example!: GapExampleDto;
}

export class MonthQualityDto {
  @ApiProperty() month!: string;
  @ApiProperty({ type: ShareDto }) all!: ShareDto;
  @ApiProperty({
    type: ShareDto,
    description: 'Lines with an item of the assortment, quantity, a unit that can be made the agreed one, and price.',
  })
  good!: ShareDto;
}

export class InvoiceQualityDto {
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date', description: 'The day after the last.' }) until!: string;
  @ApiProperty({
    enum: verdicts,
    description: 'Of the kroner, by share that is good: enough from 95 %, nearly from 75 %.',
  })
  verdict!: InvoiceQualityLevel;
  @ApiProperty({ type: ShareDto }) all!: ShareDto;
  @ApiProperty({ type: ShareDto }) good!: ShareDto;
  @ApiProperty({ type: [QualityShareDto] }) each!: QualityShareDto[];
  @ApiProperty({ type: [MonthQualityDto] }) months!: MonthQualityDto[];
  @ApiProperty({ type: [QualityGapDto], description: 'What lines lack, most kroner first.' })
  gaps!: QualityGapDto[];
  @ApiProperty({ type: [String], description: 'What the terms require and no e-invoice says.' }) neverSaid!: string[];
}
