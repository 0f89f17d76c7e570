import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ruleKinds, type RuleKind } from './list-rules.ts';

export class DressDto {
  @ApiProperty({ description: 'Letters and signs before the number; 9 for any digit.' })
  @IsString()
  @MaxLength(60)
  before!: string;
  @ApiProperty({ description: 'The same behind it.' }) @IsString() @MaxLength(60) after!: string;
}

export class NumberFormDto {
  @ApiProperty({ type: DressDto }) @ValidateNested() @Type(() => DressDto) report!: DressDto;
  @ApiProperty({ type: DressDto }) @ValidateNested() @Type(() => DressDto) booked!: DressDto;
}

export class SeenNumbersDto {
  @ApiProperty() report!: string;
  @ApiProperty() booked!: string;
}

export class RuleSaidDto {
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) decidedAt!: Date;
  @ApiProperty({ description: 'Decided by whoever asks.' }) byYou!: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the person is called; null where the asker may not know.',
  })
  decidedBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) decidedFor!: string | null;
  @ApiProperty({ description: 'A match run has gone by it since.' }) isGoneBy!: boolean;
}

export class LearnedRuleDto {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty({ enum: ruleKinds }) kind!: RuleKind;
  @ApiProperty({
    type: NumberFormDto,
    nullable: true,
    description: 'How numbers are written on either side; null for other rules.',
  })
  form!: NumberFormDto | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days from a reported line to the books; null for other rules.',
  })
  days!: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days before and after those, where they differ from line to line; null where they do not.',
  })
  reach!: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'How many times what is booked is reported, decimal text; null for other rules.',
  })
  scale!: string | null;
  @ApiProperty({ type: 'integer', description: 'Pairs of numbers, lines, or items and invoices, that bear it out.' })
  seen!: number;
  @ApiProperty({ type: [SeenNumbersDto], description: 'Some of the pairs of numbers.' })
  examples!: SeenNumbersDto[];
  @ApiProperty() inUse!: boolean;
  @ApiProperty({ type: RuleSaidDto, nullable: true, description: 'What a person last said of it.' })
  said!: RuleSaidDto | null;
}

export class RuleDecisionRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty({ enum: ruleKinds }) @IsIn(ruleKinds) kind!: RuleKind;
  @ApiProperty({
    type: NumberFormDto,
    nullable: true,
    required: false,
    description: 'Which form of numbers, as the list has it; none for other rules.',
  })
  @ValidateIf(({ kind }: RuleDecisionRequest) => kind === 'number-form')
  @ValidateNested()
  @Type(() => NumberFormDto)
  form?: NumberFormDto | null;
  @ApiProperty({ description: 'False sets the rule aside, true takes that back.' }) @IsBoolean() inUse!: boolean;
  @ApiProperty() @IsString() @Length(1, 1000) @Matches(/\S/) reason!: string;
}

export class RuleDecidedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}
