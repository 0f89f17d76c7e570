import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class ExemptionBody {
  @ApiProperty({ description: 'Why nothing is owed for the period; the supplier reads it.' })
  @IsString()
  @Length(3, 1000)
  reason!: string;
}
