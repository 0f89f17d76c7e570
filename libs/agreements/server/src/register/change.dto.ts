import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  clauseStatuses,
  contactRoles,
  callOffMethods,
  type ClauseStatus,
  type ContactRole,
  type CallOffMethod,
} from './call-off-method.ts';

const day = { format: 'date', example: '2026-01-01' } as const;
const Left = (options: object = {}) => ApiProperty({ type: String, nullable: true, required: false, ...options });
const Day = () => IsISO8601({ strict: true });
const Amount = () => Matches(/^\d{1,15}(\.\d{1,6})?$/);
const Share = () => Matches(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/);

export class AgreementChangeRequest {
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 200) title?: string;
  @Left() @IsOptional() @IsString() @MaxLength(20) cpv?: string | null;
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() startsOn?: string;
  @Left(day) @IsOptional() @Day() endsOn?: string | null;
  @Left() @IsOptional() @IsString() @MaxLength(60) caseNumber?: string | null;
  @Left() @IsOptional() @IsString() @MaxLength(60) documentNumber?: string | null;
  @Left({ enum: callOffMethods }) @IsOptional() @IsIn(callOffMethods) technique?: CallOffMethod | null;
  @Left({ description: 'Decimal text.' }) @IsOptional() @Amount() maximumValue?: string | null;
  @Left() @IsOptional() @IsString() @Length(3, 3) maximumCurrency?: string | null;
  @Left() @IsOptional() @IsString() @MaxLength(100) noticeId?: string | null;
}

export class NewLotRequest {
  @ApiProperty() @IsString() @Length(1, 40) key!: string;
  @ApiProperty() @IsString() @Length(1, 200) title!: string;
  @Left() @IsOptional() @IsString() @MaxLength(20) cpv?: string | null;
  @Left() @IsOptional() @Amount() maximumValue?: string | null;
  @Left({ enum: callOffMethods }) @IsOptional() @IsIn(callOffMethods) technique?: CallOffMethod | null;
}

export class LotChangeRequest {
  @Left() @IsOptional() @Amount() maximumValue?: string | null;
  @Left({ enum: callOffMethods }) @IsOptional() @IsIn(callOffMethods) technique?: CallOffMethod | null;
}

export class NewHoldingRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  lots?: string[];
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() fromOn?: string;
  @Left(day) @IsOptional() @Day() untilOn?: string | null;
  @ApiProperty({ type: Number, nullable: true, required: false }) @IsOptional() @IsInt() @Min(1) @Max(100) rank?:
    number | null;
  @Left({ description: '0 to 1, decimal text.' }) @IsOptional() @Share() share?: string | null;
  @ApiProperty({ enum: clauseStatuses, required: false })
  @IsOptional()
  @IsIn(clauseStatuses)
  clauseStatus?: ClauseStatus;
}

export class HoldingChangeRequest {
  @Left(day) @IsOptional() @Day() untilOn?: string | null;
  @ApiProperty({ type: Number, nullable: true, required: false }) @IsOptional() @IsInt() @Min(1) @Max(100) rank?:
    number | null;
  @Left({ description: '0 to 1, decimal text.' }) @IsOptional() @Share() share?: string | null;
  @ApiProperty({ enum: clauseStatuses, required: false })
  @IsOptional()
  @IsIn(clauseStatuses)
  clauseStatus?: ClauseStatus;
}

export class NewParticipationRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() buyerId!: string;
  @ApiProperty({ ...day, required: false }) @IsOptional() @Day() fromOn?: string;
  @Left(day) @IsOptional() @Day() untilOn?: string | null;
}

export class ParticipationEndRequest {
  @ApiProperty({ type: String, nullable: true, ...day }) @IsOptional() @Day() untilOn!: string | null;
}

export class OptionRequest {
  @ApiProperty() @IsInt() @Min(1) @Max(20) number!: number;
  @Left(day) @IsOptional() @Day() noticeBy?: string | null;
  @ApiProperty(day) @Day() extendsTo!: string;
  @Left({ enum: ['taken', 'left'] }) @IsOptional() @IsIn(['taken', 'left']) decided?: 'taken' | 'left' | null;
}

export class OptionsRequest {
  @ApiProperty({ type: [OptionRequest] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OptionRequest)
  options!: OptionRequest[];
}

export class ContactRequest {
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string | null;
  @ApiProperty() @IsString() @Length(1, 200) name!: string;
  @Left() @IsOptional() @IsEmail() @MaxLength(200) email?: string | null;
  @Left() @IsOptional() @IsString() @MaxLength(40) phone?: string | null;
  @ApiProperty({ enum: contactRoles }) @IsIn(contactRoles) role!: ContactRole;
}

export class ContactsRequest {
  @ApiProperty({ type: [ContactRequest] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ContactRequest)
  contacts!: ContactRequest[];
}

export class NewPartyRequest {
  @ApiProperty({ enum: ['supplier', 'buyer'] }) @IsIn(['supplier', 'buyer']) kind!: 'supplier' | 'buyer';
  @ApiProperty() @IsString() @Length(1, 200) name!: string;
  @Left({ description: 'As it is written; judged by its check digit.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  orgNumber?: string | null;
  @Left() @IsOptional() @Matches(/^\d{4}$/) municipalityNumber?: string | null;
  @ApiProperty({ required: false, description: 'That a synthetic company is meant.' })
  @IsOptional()
  @IsBoolean()
  testNumber?: boolean;
}

export class CreatedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class CreatedIdsDto {
  @ApiProperty({ type: [String] }) ids!: string[];
}

export class OpeningAmountRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @Left({ format: 'uuid', description: 'Null for the whole agreement.' }) @IsOptional() @IsUUID() lotId?: string | null;
  @ApiProperty({ description: 'Without VAT, in the currency of the agreement. Decimal text.' })
  @Amount()
  amount!: string;
}

export class OpeningAmountsRequest {
  @ApiProperty({ example: '2026-01', description: 'The amounts are of everything called off before this month.' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  beforeMonth!: string;
  @ApiProperty({ maxLength: 200, description: 'Where the amounts are from.' })
  @IsString()
  @Length(1, 200)
  source!: string;
  @ApiProperty({ ...day, description: 'The day of the source.' }) @Day() @MaxLength(10) sourceOn!: string;
  @ApiProperty({ type: [OpeningAmountRequest], maxItems: 500 })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => OpeningAmountRequest)
  amounts!: OpeningAmountRequest[];
}
