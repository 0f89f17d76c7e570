import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { EmissionQuery } from './emissions.dto.ts';
import { periodsOfTotals, type PeriodOfTotal } from './uncertainty/estimate-uncertainty.ts';

export class PeriodUncertaintyQuery extends EmissionQuery {
  @ApiProperty({ enum: periodsOfTotals }) @IsIn(periodsOfTotals) period!: PeriodOfTotal;
}

export class PeriodUncertaintyDto {
  @ApiProperty({ example: '2026-Q1' }) period!: string;
  @ApiProperty({ description: 'kg CO2e of the period, as in its total.' }) kg!: string;
  @ApiProperty({ description: 'Of the 95 % interval, kg.' }) low!: string;
  @ApiProperty() high!: string;
}
