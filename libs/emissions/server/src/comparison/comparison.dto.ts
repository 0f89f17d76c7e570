import { ApiProperty } from '@nestjs/swagger';
import { comparisonStatuses, type ComparisonStatus } from './comparable-months.ts';

export class MonthsDto {
  @ApiProperty({ description: 'YYYY-MM, the first month.' }) from!: string;
  @ApiProperty({ description: 'YYYY-MM, the last month.' }) to!: string;
}

export class ComparedBuyerDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class ExcludedBuyerDto extends ComparedBuyerDto {
  @ApiProperty({ type: [String], description: 'Months, YYYY-MM, that its ledger is not complete for.' })
  missing!: string[];
}

export class ComparisonDto {
  @ApiProperty({
    enum: comparisonStatuses,
    description:
      'sound: the same months of two years, of buyers whose ledgers are complete in both; other-season: other months of the year; incomplete: nothing may be compared.',
  })
  standing!: ComparisonStatus;
  @ApiProperty({ type: MonthsDto }) before!: MonthsDto;
  @ApiProperty({ type: MonthsDto }) after!: MonthsDto;
  @ApiProperty({ type: [ComparedBuyerDto] }) buyers!: ComparedBuyerDto[];
  @ApiProperty({ type: [ExcludedBuyerDto] }) leftOut!: ExcludedBuyerDto[];
}
