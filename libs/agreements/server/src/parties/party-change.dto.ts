import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { relatedEntityKinds, type RelatedEntityKind } from './change-related-entities.ts';
import { organisationChangeKinds } from './record-organisation-change.ts';
import { buyerTypes, type BuyerTypeName } from './set-buyer-type.ts';

const day = { format: 'date', example: '2026-01-01' } as const;
const unitKinds = ['site', 'department'] as const;
const Left = (options: object = {}) => ApiProperty({ type: String, nullable: true, required: false, ...options });
const IsDay = () => IsISO8601({ strict: true });

export class BuyerTypeRequest {
  @ApiProperty({ enum: buyerTypes }) @IsIn(buyerTypes) kind!: BuyerTypeName;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) @IsOptional() @IsUUID() hostId!: string | null;
}

export class MemberRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() memberId!: string;
  @Left({ description: '0 to 1, decimal text.' }) @IsOptional() @Matches(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/) share?:
    string | null;
  @ApiProperty(day) @IsDay() fromOn!: string;
  @Left(day) @IsOptional() @IsDay() untilOn?: string | null;
}

export class EndRequest {
  @ApiProperty({ type: String, nullable: true, ...day }) @IsOptional() @IsDay() untilOn!: string | null;
}

class UnitFields {
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() parentId?: string | null;
  @ApiProperty({ enum: unitKinds, required: false }) @IsOptional() @IsIn(unitKinds) kind?: (typeof unitKinds)[number];
  @Left({ description: 'As it is written; judged by its check digit.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  orgNumber?: string | null;
  @Left() @IsOptional() @IsString() @MaxLength(60) costCentre?: string | null;
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  deliveryNames?: string[];
  @Left(day) @IsOptional() @IsDay() fromOn?: string | null;
  @Left(day) @IsOptional() @IsDay() untilOn?: string | null;
}

export class UnitChangeRequest extends UnitFields {
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 200) name?: string;
}

export class NewUnitRequest extends UnitFields {
  @ApiProperty() @IsString() @Length(1, 200) name!: string;
}

class BelongingFields {
  @Left({ description: 'As it is written; judged by its check digit.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  orgNumber?: string | null;
  @Left({ description: 'Of another country, kept as text.' }) @IsOptional() @IsString() @MaxLength(40) foreignNumber?:
    string | null;
  @ApiProperty({ required: false, example: 'NO' }) @IsOptional() @Matches(/^[A-Z]{2}$/) country?: string;
  @Left(day) @IsOptional() @IsDay() fromOn?: string | null;
  @Left(day) @IsOptional() @IsDay() untilOn?: string | null;
}

export class RelatedEntityChangeRequest extends BelongingFields {
  @ApiProperty({ enum: relatedEntityKinds, required: false })
  @IsOptional()
  @IsIn(relatedEntityKinds)
  kind?: RelatedEntityKind;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 200) name?: string;
}

export class NewRelatedEntityRequest extends BelongingFields {
  @ApiProperty({ enum: relatedEntityKinds }) @IsIn(relatedEntityKinds) kind!: RelatedEntityKind;
  @ApiProperty() @IsString() @Length(1, 200) name!: string;
}

export class AliasRequest {
  @ApiProperty() @IsString() @Length(1, 200) text!: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() buyerId!: string;
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() siteId?: string | null;
}

export class NumberChangeRequest {
  @Left(day) @IsOptional() @IsDay() fromOn?: string | null;
  @Left(day) @IsOptional() @IsDay() untilOn?: string | null;
}

export class CustomerNumberRequest extends NumberChangeRequest {
  @ApiProperty() @IsString() @Length(1, 60) number!: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() buyerId!: string;
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() siteId?: string | null;
}

export class RuleStateRequest {
  @ApiProperty({ description: 'False takes it back; true lets it act again.' }) @IsBoolean() acts!: boolean;
}

export class EventRequest {
  @ApiProperty({ enum: organisationChangeKinds })
  @IsIn(organisationChangeKinds)
  kind!: (typeof organisationChangeKinds)[number];
  @ApiProperty(day) @IsDay() onDate!: string;
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  fromIds!: string[];
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  toIds?: string[];
  @Left() @IsOptional() @IsString() @MaxLength(200) newName?: string | null;
  @Left() @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}
