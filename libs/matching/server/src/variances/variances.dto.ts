import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language } from '@tallgrunn/values';
import { IsIn, IsOptional } from 'class-validator';
import { CoverageQuery } from '../matching.dto.ts';

export class VarianceFileQuery extends CoverageQuery {
  @ApiProperty({ enum: languages, required: false }) @IsOptional() @IsIn(languages) language?: Language;
}

export class VarianceShareDto {
  @ApiProperty({ type: 'integer' }) lineCount!: number;
  @ApiProperty({ description: 'Reported less booked.' }) difference!: string;
  @ApiProperty({ description: 'The differences without sign.' }) amount!: string;
}

export class VarianceDto {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null where the booked lines belong to no agreement.',
  })
  agreementId!: string | null;
  @ApiProperty({ type: String, nullable: true }) agreement!: string | null;
  @ApiProperty({ type: 'integer', description: 'Booked lines that are tied, and whose amount differs.' })
  lineCount!: number;
  @ApiProperty() booked!: string;
  @ApiProperty() reported!: string;
  @ApiProperty({ description: 'Reported less booked: the three parts add up to it.' }) difference!: string;
  @ApiProperty({ description: 'More or less reported, at the booked price.' }) quantityPart!: string;
  @ApiProperty({ description: 'Another price, of what is reported.' }) pricePart!: string;
  @ApiProperty({ description: 'Where the quantities are not known in one unit, or the difference is VAT.' })
  unknownPart!: string;
  @ApiProperty({ description: 'Of the unknown part, what is VAT.' }) vatPart!: string;
  @ApiProperty({
    type: VarianceShareDto,
    description: 'Lines within the tolerance limits of their agreement and day. Without limits there are none.',
  })
  withinTolerance!: VarianceShareDto;
  @ApiProperty({
    type: VarianceShareDto,
    description: 'All other lines: the two add up to the lines and the difference.',
  })
  toFollowUp!: VarianceShareDto;
}
