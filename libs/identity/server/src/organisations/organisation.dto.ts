import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';

export class CorrectOrganisationRequest {
  @ApiProperty({ required: false, maxLength: 200, description: 'Left out: the name stays.' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;
  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    maxLength: 40,
    description:
      'As it is written; validated by its check digit. Left out: the number stays. Null: the organisation has no number.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  orgNumber?: string | null;
  @ApiProperty({
    minLength: 1,
    maxLength: 500,
    description: 'Why. Stored with the history, for the cooperative alone.',
  })
  @IsString()
  @Length(1, 500)
  reason!: string;
}

export class MergePreviewQuery {
  @ApiProperty({ format: 'uuid', description: 'The organisation that stays.' }) @IsUUID() into!: string;
}

export class MergeOrganisationRequest {
  @ApiProperty({ format: 'uuid', description: 'The organisation that stays.' }) @IsUUID() into!: string;
  @ApiProperty({
    minLength: 1,
    maxLength: 500,
    description: 'Why they are the same. Stored with the history, for the cooperative alone.',
  })
  @IsString()
  @Length(1, 500)
  reason!: string;
  @ApiProperty({
    required: false,
    description: 'States that the number of the organisation that goes is wrong. Required where both have a number.',
  })
  @IsOptional()
  @IsBoolean()
  isNumberWrong?: boolean;
}

export class MergedOrganisationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) orgNumber!: string | null;
}

export class MergeCountDto {
  @ApiProperty({ example: 'agreements' }) kind!: string;
  @ApiProperty({ description: 'Rows that follow to the organisation that stays.' }) moved!: number;
  @ApiProperty({ description: 'Rows that the organisation that stays has already.' }) removed!: number;
  @ApiProperty({
    description: 'Rows that keep the record they were written for, such as sealed figures and the audit log.',
  })
  retained!: number;
}

export class MergeConflictDto {
  @ApiProperty({ example: 'obligations-overlap' }) code!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'An example, such as the title of an agreement or a month.',
  })
  found!: string | null;
  @ApiProperty({ type: String, nullable: true }) expected!: string | null;
  @ApiProperty() count!: number;
}

export class MergePreviewDto {
  @ApiProperty({ description: 'The organisation that goes.' }) from!: MergedOrganisationDto;
  @ApiProperty({ description: 'The organisation that stays.' }) into!: MergedOrganisationDto;
  @ApiProperty({ type: [MergeCountDto] }) counts!: readonly MergeCountDto[];
  @ApiProperty({ type: [MergeConflictDto], description: 'Must be settled before the merge.' })
  conflicts!: readonly MergeConflictDto[];
  @ApiProperty({ description: 'Both have a number, and not the same.' }) hasDifferentNumbers!: boolean;
}

export class MergeResultDto {
  @ApiProperty({ type: [MergeCountDto] }) counts!: readonly MergeCountDto[];
}
