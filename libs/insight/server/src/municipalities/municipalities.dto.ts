import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { accountsCompared, type Accounts } from './compare-municipalities.ts';
import {
  ArrayMaxSize,
  ArrayMinSize,
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

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

export class MunicipalitiesQuery {
  @ApiProperty({ example: '2025-01' }) @Matches(MONTH) from!: string;
  @ApiProperty({ example: '2025-12', description: 'Included.' }) @Matches(MONTH) to!: string;
  @ApiProperty({
    required: false,
    enum: accountsCompared,
    description: 'Figures of the operating accounts only, or of all accounts together, as when left out.',
  })
  @IsOptional()
  @IsIn(accountsCompared)
  accounts?: Accounts;
}

export class PopulationDto {
  @ApiProperty() inhabitants!: number;
  @ApiProperty() year!: number;
  @ApiProperty() source!: string;
}

export class MunicipalityFiguresDto {
  @ApiProperty({ description: 'Purchases without VAT, in the currency of the cooperative.' }) spend!: string;
  @ApiProperty() kg!: string;
  @ApiProperty({ description: 'Of the 95 % interval, kg.' }) low!: string;
  @ApiProperty() high!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Of the kroner, 0 to 1: with an item of an agreement.' })
  shareByItem!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of the kroner, 0 to 1: with a factor.' })
  shareWithFactor!: string | null;
}

export class MunicipalityRowDto {
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({
    type: [String],
    description: 'Months, YYYY-MM, that its ledger is not complete for. With any, its figures may not be compared.',
  })
  missing!: string[];
  @ApiProperty({ type: PopulationDto, nullable: true }) population!: PopulationDto | null;
  @ApiProperty({ description: 'Kroner of which it is not known whether they are operating or investment.' })
  classUnknown!: string;
  @ApiProperty({
    description: 'Whether these are so few (1 %) that figures of the operating accounts may be compared.',
  })
  isClassKnown!: boolean;
  @ApiProperty({
    type: MunicipalityFiguresDto,
    nullable: true,
    description: 'Null where nothing of its purchases is here.',
  })
  figures!: MunicipalityFiguresDto | null;
}

export class PopulationFigureDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() buyerId!: string;
  @ApiProperty({ minimum: 1 }) @IsInt() @Min(1) @Max(100_000_000) inhabitants!: number;
}

export class PopulationRequest {
  @ApiProperty({ example: 2025 }) @IsInt() @Min(1900) @Max(2100) year!: number;
  @ApiProperty({ maxLength: 500, description: 'Where the figures are from: table, and the day they were looked up.' })
  @IsString()
  @MaxLength(500)
  @Matches(/\S/)
  source!: string;
  @ApiProperty({ type: [PopulationFigureDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PopulationFigureDto)
  figures!: PopulationFigureDto[];
}
