import { ApiProperty } from '@nestjs/swagger';
import { AgreementRefDto } from '../obligations/obligation.dto.ts';

export class OverrideDto {
  @ApiProperty({ type: AgreementRefDto }) agreement!: AgreementRefDto;
  @ApiProperty({ description: 'The check.' }) code!: string;
  @ApiProperty({
    description: 'What it found in reports that stand: answered, corrected before they were sent, or left out.',
  })
  found!: number;
  @ApiProperty({ description: 'Of those, what suppliers said is not an error.' }) overridden!: number;
  @ApiProperty({ description: 'Decimal text with one decimal.' }) percent!: string;
  @ApiProperty({ description: 'Kroner behind what was overridden, decimal text.' }) amount!: string;
  @ApiProperty({ type: String, nullable: true }) currency!: string | null;
  @ApiProperty({ description: 'Reports in which it was overridden.' }) reports!: number;
  @ApiProperty({ description: 'Suppliers who overrode it.' }) suppliers!: number;
  @ApiProperty({ description: 'More than 10 of 100 were overridden, and it found at least 10.' }) toReview!: boolean;
}
