import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { clauseStatuses, contactRoles, callOffMethods } from './call-off-method.ts';

const day = { format: 'date', example: '2026-01-01' } as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class LotRequest {
  @ApiProperty() @IsString() @Length(1, 40) key!: string;
  @ApiProperty() @IsString() @Length(1, 200) title!: string;
}

export class AgreementSupplierRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty({ type: [String], required: false }) @IsOptional() @IsArray() @IsString({ each: true }) lots?: string[];
  @ApiProperty({ ...day, required: false }) @IsOptional() @IsISO8601({ strict: true }) fromOn?: string;
  @Nullable({ ...day, required: false }) @IsOptional() @IsISO8601({ strict: true }) untilOn?: string | null;
}

export class ParticipationRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() buyerId!: string;
  @ApiProperty({ ...day, required: false }) @IsOptional() @IsISO8601({ strict: true }) fromOn?: string;
  @Nullable({ ...day, required: false }) @IsOptional() @IsISO8601({ strict: true }) untilOn?: string | null;
}

export class AgreementRequest {
  @ApiProperty() @IsString() @Length(1, 40) number!: string;
  @ApiProperty() @IsString() @Length(1, 200) title!: string;
  @Nullable({ required: false }) @IsOptional() @IsString() @MaxLength(20) cpv?: string | null;
  @Nullable({ required: false }) @IsOptional() @IsString() @MaxLength(60) caseNumber?: string | null;
  @Nullable({ required: false }) @IsOptional() @IsString() @MaxLength(60) documentNumber?: string | null;
  @ApiProperty(day) @IsISO8601({ strict: true }) startsOn!: string;
  @Nullable({ ...day, required: false }) @IsOptional() @IsISO8601({ strict: true }) endsOn?: string | null;
  @ApiProperty({ type: [LotRequest], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => LotRequest)
  lots?: LotRequest[];
  @ApiProperty({ type: [AgreementSupplierRequest] })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => AgreementSupplierRequest)
  suppliers!: AgreementSupplierRequest[];
  @ApiProperty({ type: [ParticipationRequest] })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ParticipationRequest)
  buyers!: ParticipationRequest[];
}

export class CreatedAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Ids of the lots by their keys.',
  })
  lots!: Record<string, string>;
}

export class AssortmentBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty({ enum: ['agreed', 'list', 'cost'], required: false })
  @IsOptional()
  @IsIn(['agreed', 'list', 'cost'])
  kind?: 'agreed' | 'list' | 'cost';
  @ApiProperty({ ...day, required: false }) @IsOptional() @IsISO8601({ strict: true }) fromOn?: string;
  @ApiProperty({ ...day, required: false }) @IsOptional() @IsISO8601({ strict: true }) untilOn?: string;
  @ApiProperty({
    enum: ['true', 'false'],
    required: false,
    description:
      'Publish nothing where the newest version of its kind is of the same file: a script may send it twice.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  onlyIfChanged?: 'true' | 'false';
}

export class AssortmentRemarkDto {
  @ApiProperty() code!: string;
  @ApiProperty({ type: Number, nullable: true }) row!: number | null;
  @Nullable() column!: string | null;
  @Nullable() found!: string | null;
  @Nullable() expected!: string | null;
}

export class ImportedAssortmentDto {
  @ApiProperty({ format: 'uuid' }) priceVersionId!: string;
  @ApiProperty() number!: number;
  @ApiProperty() items!: number;
  @ApiProperty({ type: [AssortmentRemarkDto] }) remarks!: AssortmentRemarkDto[];
  @ApiProperty({ description: 'The newest version is of this very file, and nothing was published.' })
  existed!: boolean;
}

export class AgreementOwnerDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Whoever asks.' }) isMe!: boolean;
}

class AgreementHead {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @Nullable() cpv!: string | null;
  @ApiProperty(day) startsOn!: string;
  @Nullable(day) endsOn!: string | null;
  @ApiProperty({
    type: AgreementOwnerDto,
    nullable: true,
    description: 'The contract manager who is responsible; null to other sides.',
  })
  owner!: AgreementOwnerDto | null;
}

export class AgreementSummaryDto extends AgreementHead {
  @Nullable() caseNumber!: string | null;
  @ApiProperty() lots!: number;
  @ApiProperty() suppliers!: number;
  @ApiProperty() buyers!: number;
  @ApiProperty() items!: number;
  @ApiProperty({ type: Number, nullable: true }) termsVersion!: number | null;
}

export class PartyDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['supplier', 'buyer'] }) kind!: string;
  @ApiProperty() name!: string;
  @Nullable() orgNumber!: string | null;
}

export class LotDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @Nullable() cpv!: string | null;
  @Nullable() maximumValue!: string | null;
  @Nullable({ enum: callOffMethods }) technique!: string | null;
}

export class AgreementSupplierDto {
  @ApiProperty({ format: 'uuid', description: 'Of the part it holds.' }) id!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() name!: string;
  @Nullable() orgNumber!: string | null;
  @Nullable() lot!: string | null;
  @ApiProperty(day) fromOn!: string;
  @Nullable(day) untilOn!: string | null;
  @ApiProperty({ type: Number, nullable: true }) rank!: number | null;
  @Nullable({ description: '0 to 1, decimal text.' }) share!: string | null;
  @ApiProperty({ enum: clauseStatuses }) clauseStatus!: string;
  @Nullable(day) clauseNotedOn!: string | null;
}

export class OptionDto {
  @ApiProperty() number!: number;
  @Nullable(day) noticeBy!: string | null;
  @ApiProperty(day) extendsTo!: string;
  @Nullable({ enum: ['taken', 'left'] }) decided!: string | null;
}

export class ContactDto {
  @Nullable({ format: 'uuid' }) supplierId!: string | null;
  @ApiProperty() name!: string;
  @Nullable() email!: string | null;
  @Nullable() phone!: string | null;
  @ApiProperty({ enum: contactRoles }) role!: string;
}

export class ParticipationDto {
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(day) fromOn!: string;
  @Nullable(day) untilOn!: string | null;
}

export class PriceVersionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() number!: number;
  @ApiProperty() items!: number;
  @ApiProperty() fileName!: string;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
}

export class TermsVersionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Which report of the agreement.' }) report!: string;
  @ApiProperty() version!: number;
  @ApiProperty(day) holdsFrom!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
}

export class AgreementDto extends AgreementHead {
  @Nullable() caseNumber!: string | null;
  @Nullable() documentNumber!: string | null;
  @Nullable({ enum: callOffMethods }) technique!: string | null;
  @Nullable({ description: 'Decimal text.' }) maximumValue!: string | null;
  @Nullable() maximumCurrency!: string | null;
  @Nullable() noticeId!: string | null;
  @ApiProperty({ type: [OptionDto] }) options!: OptionDto[];
  @ApiProperty({ type: [ContactDto], description: 'For the cooperative only.' }) contacts!: ContactDto[];
  @ApiProperty({ type: [LotDto] }) lots!: LotDto[];
  @ApiProperty({ type: [AgreementSupplierDto] }) suppliers!: AgreementSupplierDto[];
  @ApiProperty({ type: [ParticipationDto] }) buyers!: ParticipationDto[];
  @ApiProperty({ type: [PriceVersionDto] }) priceVersions!: PriceVersionDto[];
  @ApiProperty({ type: [TermsVersionDto] }) termsVersions!: TermsVersionDto[];
}

export class PriceDto {
  @ApiProperty({ description: 'Decimal text.' }) price!: string;
  @ApiProperty() currency!: string;
  @ApiProperty(day) validFrom!: string;
  @Nullable(day) validTo!: string | null;
}

export class ItemSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() number!: string;
  @Nullable() gtin!: string | null;
  @ApiProperty() name!: string;
  @Nullable() lot!: string | null;
  @Nullable() category!: string | null;
  @ApiProperty() unit!: string;
  @Nullable() contentQuantity!: string | null;
  @Nullable() contentUnit!: string | null;
  @Nullable() netWeightKg!: string | null;
  @ApiProperty({ description: 'Whether the newest price version holds it.' }) current!: boolean;
  @ApiProperty({ type: [PriceDto] }) prices!: PriceDto[];
}
