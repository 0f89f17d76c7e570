import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const text = { type: String, nullable: true } as const;
const number = { type: Number, nullable: true } as const;
const techniques = ['single-supplier', 'ranked', 'share', 'reopening', 'mixed'] as const;
const local = {
  oneOf: [
    { type: 'string' },
    {
      type: 'object',
      required: ['nb'],
      properties: { nb: { type: 'string' }, nn: { type: 'string' }, en: { type: 'string' } },
    },
  ],
};

export class RetenderQuery {
  @ApiProperty({ required: false, enum: ['nb', 'nn', 'en'] }) @IsOptional() @IsIn(['nb', 'nn', 'en']) language?:
    'nb' | 'nn' | 'en';
  @ApiProperty({
    required: false,
    enum: ['hidden', 'shown'],
    description: 'Whether prices and amounts of today stand in it; hidden unless asked for.',
  })
  @IsOptional()
  @IsIn(['hidden', 'shown'])
  prices?: 'hidden' | 'shown';
}

export class UsedAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty() startsOn!: string;
  @ApiProperty(text) endsOn!: string | null;
  @ApiProperty({ ...text, enum: techniques }) technique!: (typeof techniques)[number] | null;
  @ApiProperty(text) maximumValue!: string | null;
  @ApiProperty() currency!: string;
}

export class ForecastDto {
  @ApiProperty({ enum: ['no-maximum', 'reached', 'will-be-reached', 'not-in-sight', 'cannot-be-told'] }) state!:
    'no-maximum' | 'reached' | 'will-be-reached' | 'not-in-sight' | 'cannot-be-told';
  @ApiProperty(text) on!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) beforeEnd!: boolean | null;
  @ApiProperty({ ...text, enum: ['mean', 'seasonal'] }) method!: 'mean' | 'seasonal' | null;
  @ApiProperty() monthsUsed!: number;
  @ApiProperty({
    ...text,
    description:
      'The first day it may be reached on: at the fastest pace known, with the usual amount in unknown months.',
  })
  earliest!: string | null;
  @ApiProperty({ ...text, description: 'The last day: at the slowest pace known. Null where that is not in sight.' })
  latest!: string | null;
  @ApiProperty({ type: [String], description: 'Months of the agreement, YYYY-MM, of which something is not here.' })
  unknownMonths!: string[];
  @ApiProperty({
    ...text,
    description: 'The month before which it is not known what was called off; null where it is known, or stated.',
  })
  unknownBefore!: string | null;
  @ApiProperty(text) knownUntil!: string | null;
  @ApiProperty(text) monthly!: string | null;
  @ApiProperty(text) atEnd!: string | null;
}

export class UtilisationMonthDto {
  @ApiProperty({ example: '2026-03' }) month!: string;
  @ApiProperty() reported!: string;
  @ApiProperty() booked!: string;
  @ApiProperty({ description: 'Every report that is due is accepted or exempt.' }) isReportedComplete!: boolean;
  @ApiProperty({ description: 'The ledgers of all buyers that take part are complete.' }) isBookedComplete!: boolean;
}

export class OpeningDto {
  @ApiProperty() amount!: string;
  @ApiProperty() beforeMonth!: string;
  @ApiProperty({ description: 'Whether it is stated of every supplier.' }) isWhole!: boolean;
}

export class OpeningHoldingDto {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() supplier!: string;
  @ApiProperty({ ...text, format: 'uuid' }) lotId!: string | null;
  @ApiProperty(text) lot!: string | null;
  @ApiProperty(text) beforeMonth!: string | null;
  @ApiProperty({ ...text, description: 'Null where nothing is stated.' }) amount!: string | null;
  @ApiProperty(text) source!: string | null;
  @ApiProperty(text) sourceOn!: string | null;
  @ApiProperty(text) statedBy!: string | null;
}

export class UtilisationDto {
  @ApiProperty({
    type: OpeningDto,
    nullable: true,
    description: 'What was called off before the books here begin; part of `used`.',
  })
  opening!: OpeningDto | null;
  @ApiProperty(text) maximum!: string | null;
  @ApiProperty({ enum: ['reported', 'booked'] }) basis!: 'reported' | 'booked';
  @ApiProperty() used!: string;
  @ApiProperty(text) share!: string | null;
  @ApiProperty() reported!: string;
  @ApiProperty() reportedLines!: number;
  @ApiProperty() booked!: string;
  @ApiProperty() bookedLines!: number;
  @ApiProperty() bookedBySupplier!: string;
  @ApiProperty({ type: [UtilisationMonthDto] }) months!: UtilisationMonthDto[];
  @ApiProperty({ type: ForecastDto }) forecast!: ForecastDto;
}

export class UsedLotDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty(text) maximumValue!: string | null;
  @ApiProperty({ ...text, enum: techniques }) technique!: (typeof techniques)[number] | null;
  @ApiProperty({ type: UtilisationDto }) use!: UtilisationDto;
}

export class SupplierFigureDto {
  @ApiProperty() currency!: string;
  @ApiProperty({ enum: ['excluded', 'included'] }) vat!: 'excluded' | 'included';
  @ApiProperty() amount!: string;
  @ApiProperty() lines!: number;
}

export class UsedOptionDto {
  @ApiProperty() number!: number;
  @ApiProperty(text) noticeBy!: string | null;
  @ApiProperty() extendsTo!: string;
  @ApiProperty({ ...text, enum: ['taken', 'left'] }) decided!: 'taken' | 'left' | null;
}

export class NextDecisionDto {
  @ApiProperty() on!: string;
  @ApiProperty({ enum: ['option', 'maximum', 'end'] }) kind!: 'option' | 'maximum' | 'end';
  @ApiProperty(number) option!: number | null;
}

export class NamedSupplierDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class CallOffDto {
  @ApiProperty({ type: NamedSupplierDto }) supplier!: NamedSupplierDto;
  @ApiProperty(number) rank!: number | null;
  @ApiProperty(text) share!: string | null;
  @ApiProperty() amount!: string;
  @ApiProperty() lines!: number;
  @ApiProperty(text) actualShare!: string | null;
  @ApiProperty(text) points!: string | null;
  @ApiProperty(text) difference!: string | null;
}

export class CallOffsDto {
  @ApiProperty(text) lotId!: string | null;
  @ApiProperty() total!: string;
  @ApiProperty({ type: [CallOffDto] }) suppliers!: CallOffDto[];
  @ApiProperty() outOfOrder!: boolean;
}

export class UsedPriceVersionDto {
  @ApiProperty({ type: NamedSupplierDto }) supplier!: NamedSupplierDto;
  @ApiProperty() number!: number;
  @ApiProperty() publishedAt!: string;
  @ApiProperty() items!: number;
  @ApiProperty() added!: number;
  @ApiProperty() removed!: number;
  @ApiProperty() compared!: number;
  @ApiProperty() changed!: number;
  @ApiProperty(text) meanChange!: string | null;
}

export class CommitmentQuarterDto {
  @ApiProperty({ example: '2026-Q1' }) key!: string;
  @ApiProperty(text) measured!: string | null;
  @ApiProperty() of!: string;
  @ApiProperty() unanswered!: string;
  @ApiProperty() lines!: number;
}

export class CommitmentDto {
  @ApiProperty(local) attribute!: string | { nb: string; nn?: string; en?: string };
  @ApiProperty() field!: string;
  @ApiProperty(text) value!: string | null;
  @ApiProperty({ type: [String] }) lots!: string[];
  @ApiProperty() promised!: string;
  @ApiProperty(text) measured!: string | null;
  @ApiProperty() of!: string;
  @ApiProperty() unanswered!: string;
  @ApiProperty() lines!: number;
  @ApiProperty({ ...text, enum: ['no-lines', 'field-not-in-reports'] }) cannot!:
    'no-lines' | 'field-not-in-reports' | null;
  @ApiProperty({ type: [CommitmentQuarterDto], description: 'The same by quarter of delivery, the newest first.' })
  quarters!: CommitmentQuarterDto[];
}

export class DemandDto {
  @ApiProperty({ enum: ['items', 'spend'] }) of!: 'items' | 'spend';
  @ApiProperty() by!: string;
  @ApiProperty({ type: [String] }) lots!: string[];
  @ApiProperty({ type: [String] }) standards!: string[];
  @ApiProperty() demanded!: string;
  @ApiProperty(text) measured!: string | null;
  @ApiProperty() with!: string;
  @ApiProperty() all!: string;
}

export class AgreementUtilisationDto {
  @ApiProperty({ type: UsedAgreementDto }) agreement!: UsedAgreementDto;
  @ApiProperty() today!: string;
  @ApiProperty({ type: UtilisationDto }) use!: UtilisationDto;
  @ApiProperty({ type: [UsedLotDto] }) lots!: UsedLotDto[];
  @ApiProperty({
    type: UtilisationDto,
    nullable: true,
    description: 'What stands in none of the lots; null where there are no lots, or nothing does.',
  })
  withoutLot!: UtilisationDto | null;
  @ApiProperty({ type: [OpeningHoldingDto] }) openings!: OpeningHoldingDto[];
  @ApiProperty({ type: [SupplierFigureDto] }) beside!: SupplierFigureDto[];
  @ApiProperty() missingReports!: number;
  @ApiProperty({ type: [UsedOptionDto] }) options!: UsedOptionDto[];
  @ApiProperty({ type: NextDecisionDto, nullable: true }) nextDecision!: NextDecisionDto | null;
  @ApiProperty({ type: [CallOffsDto] }) callOffs!: CallOffsDto[];
  @ApiProperty({ type: [UsedPriceVersionDto] }) priceVersions!: UsedPriceVersionDto[];
  @ApiProperty({ type: [CommitmentDto] }) promises!: CommitmentDto[];
  @ApiProperty({ type: [DemandDto] }) demands!: DemandDto[];
}
