import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsString, Length, MaxLength } from 'class-validator';

export class ExemptionRequest {
  @ApiProperty({ description: 'Why nothing is owed for the period; the supplier reads it.' })
  @IsString()
  @Length(3, 1000)
  reason!: string;
}

export class ExtendObligationRequest {
  @ApiProperty({ format: 'date', description: 'The new last day on which the report is in time.' })
  @IsISO8601({ strict: true })
  @MaxLength(10)
  dueOn!: string;
  @ApiProperty({ description: 'Why the supplier gets more time; the supplier reads it.' })
  @IsString()
  @Length(3, 1000)
  reason!: string;
}
