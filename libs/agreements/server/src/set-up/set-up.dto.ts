import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { QueryBoolean } from '@tallgrunn/platform';
import { NewLotRequest } from '../register/change.dto.ts';
import { SetUpQuery } from '../set-up-query.ts';
import { callOffMethods, type CallOffMethod } from '../register/call-off-method.ts';

const day = { format: 'date', example: '2026-01-01' } as const;
const Left = (options: object = {}) => ApiProperty({ type: String, nullable: true, required: false, ...options });
const Day = () => IsISO8601({ strict: true });
const who = { description: 'Organisation number, municipality number or whole name.', maxLength: 200 } as const;

export class TableQuery extends SetUpQuery {
  @ApiProperty({
    type: Boolean,
    required: false,
    default: false,
    description: 'Numbers of synthetic companies (they begin with 2 or 3) are meant.',
  })
  @IsOptional()
  @QueryBoolean()
  testNumbers: boolean = false;
}

export class SetUpSupplierRequest {
  @ApiProperty(who) @IsString() @Length(1, 200) supplier!: string;
  @ApiProperty({ type: [String], required: false, description: 'Keys of the lots; the whole agreement unless said.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  lots?: string[];
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() fromOn?: string;
  @Left(day) @IsOptional() @Day() untilOn?: string | null;
  @ApiProperty({ type: Number, nullable: true, required: false }) @IsOptional() @IsInt() @Min(1) @Max(100) rank?:
    number | null;
  @Left({ description: '0 to 1, decimal text.' }) @IsOptional() @Matches(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/) share?:
    string | null;
}

export class SetUpBuyerRequest {
  @ApiProperty(who) @IsString() @Length(1, 200) buyer!: string;
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() fromOn?: string;
  @Left(day) @IsOptional() @Day() untilOn?: string | null;
}

export class AgreementDocumentRequest {
  @ApiProperty() @IsString() @Length(1, 40) number!: string;
  @ApiProperty() @IsString() @Length(1, 200) title!: string;
  @Left() @IsOptional() @IsString() @MaxLength(20) cpv?: string | null;
  @Left() @IsOptional() @IsString() @MaxLength(60) caseNumber?: string | null;
  @Left() @IsOptional() @IsString() @MaxLength(60) documentNumber?: string | null;
  @ApiProperty(day) @Day() startsOn!: string;
  @Left(day) @IsOptional() @Day() endsOn?: string | null;
  @Left({ enum: callOffMethods }) @IsOptional() @IsIn(callOffMethods) technique?: CallOffMethod | null;
  @Left({ description: 'Decimal text.' }) @IsOptional() @Matches(/^\d{1,15}(\.\d{1,6})?$/) maximumValue?: string | null;
  @Left() @IsOptional() @IsString() @Length(3, 3) maximumCurrency?: string | null;
  @ApiProperty({ type: [NewLotRequest], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NewLotRequest)
  lots?: NewLotRequest[];
  @ApiProperty({ type: [SetUpSupplierRequest] })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SetUpSupplierRequest)
  suppliers!: SetUpSupplierRequest[];
  @ApiProperty({ type: [SetUpBuyerRequest] })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SetUpBuyerRequest)
  buyers!: SetUpBuyerRequest[];
}

export class AgreementSetUpDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ description: 'It was there already, as the document has it.' }) existed!: boolean;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Ids of the lots by their keys.',
  })
  lots!: Record<string, string>;
}

export class TableRowDto {
  @ApiProperty({ description: 'As in the file, 1-based.' }) row!: number;
  @ApiProperty({ enum: ['new', 'same'] }) state!: string;
  @ApiProperty({ description: 'The party that the row is about.' }) party!: string;
  @ApiProperty({ format: 'uuid', description: 'Its id.' }) partyId!: string;
}

export class PartyTableDto {
  @ApiProperty() kind!: string;
  @ApiProperty({ description: 'Rows that are new.' }) added!: number;
  @ApiProperty({ description: 'Rows that were there already, the same.' }) same!: number;
  @ApiProperty({ type: [TableRowDto] }) rows!: TableRowDto[];
}

export class ClausePackageDto {
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'A text, or one per language.' })
  title!: unknown;
  @ApiProperty() frequency!: string;
}
