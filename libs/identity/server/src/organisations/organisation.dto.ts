import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length, MaxLength } from 'class-validator';

export class CorrectOrganisationRequest {
  @ApiProperty({ required: false, maxLength: 200, description: 'Left out: the name stays.' }) @IsOptional() @IsString() @Length(1, 200) name?: string;
  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    maxLength: 40,
    description: 'As it is written; validated by its check digit. Left out: the number stays. Null: the organisation has no number.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  orgNumber?: string | null;
  @ApiProperty({ minLength: 1, maxLength: 500, description: 'Why. Stored with the history, for the cooperative alone.' }) @IsString() @Length(1, 500) reason!: string;
}
