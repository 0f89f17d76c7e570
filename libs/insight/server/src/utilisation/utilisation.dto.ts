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

export class UsedAgreementShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty() startsOn!: string;
  @ApiProperty(text) endsOn!: string | null;
  @ApiProperty({ ...text, enum: techniques }) technique!: (typeof techniques)[number] | null;
  @ApiProperty(text) maximumValue!: string | null;
  @ApiProperty() currency!: string;
}

export class ForecastShape {
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

export class UseMonthShape {
  @ApiProperty({ example: '2026-03' }) month!: string;
  @ApiProperty() reported!: string;
  @ApiProperty() booked!: string;
  @ApiProperty({ description: 'Every report that is due is accepted or exempt.' }) isReportedComplete!: boolean;
  @ApiProperty({ description: 'The ledgers of all buyers that take part are complete.' }) isBookedComplete!: boolean;
}

export class OpeningShape {
  @ApiProperty() amount!: string;
  @ApiProperty() beforeMonth!: string;
  @ApiProperty({ description: 'Whether it is stated of every supplier.' }) isWhole!: boolean;
}

export class OpeningHoldingShape {
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

export class UseShape {
  @ApiProperty({
    type: OpeningShape,
    nullable: true,
    description: 'What was called off before the books here begin; part of `used`.',
  })
  opening!: OpeningShape | null;
  @ApiProperty(text) maximum!: string | null;
  @ApiProperty({ enum: ['reported', 'booked'] }) basis!: 'reported' | 'booked';
  @ApiProperty() used!: string;
  @ApiProperty(text) share!: string | null;
  @ApiProperty() reported!: string;
  @ApiProperty() reportedLines!: number;
  @ApiProperty() booked!: string;
  @ApiProperty() bookedLines!: number;
  @ApiProperty() bookedBySupplier!: string;
  @ApiProperty({ type: [UseMonthShape] }) months!: UseMonthShape[];
  @ApiProperty({ type: ForecastShape }) forecast!: ForecastShape;
}

export class UsedLotShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty(text) maximumValue!: string | null;
  @ApiProperty({ ...text, enum: techniques }) technique!: (typeof techniques)[number] | null;
  @ApiProperty({ type: UseShape }) use!: UseShape;
}

export class BesideShape {
  @ApiProperty() currency!: string;
  @ApiProperty({ enum: ['excluded', 'included'] }) vat!: 'excluded' | 'included';
  @ApiProperty() amount!: string;
  @ApiProperty() lines!: number;
}

export class UsedOptionShape {
  @ApiProperty() number!: number;
  @ApiProperty(text) noticeBy!: string | null;
  @ApiProperty() extendsTo!: string;
  @ApiProperty({ ...text, enum: ['taken', 'left'] }) decided!: 'taken' | 'left' | null;
}

export class NextDecisionShape {
  @ApiProperty() on!: string;
  @ApiProperty({ enum: ['option', 'maximum', 'end'] }) kind!: 'option' | 'maximum' | 'end';
  @ApiProperty(number) option!: number | null;
}

export class NamedSupplierShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class CallOffShape {
  @ApiProperty({ type: NamedSupplierShape }) supplier!: NamedSupplierShape;
  @ApiProperty(number) rank!: number | null;
  @ApiProperty(text) share!: string | null;
  @ApiProperty() amount!: string;
  @ApiProperty() lines!: number;
  @ApiProperty(text) actualShare!: string | null;
  @ApiProperty(text) points!: string | null;
  @ApiProperty(text) difference!: string | null;
}

export class CallOffsShape {
  @ApiProperty(text) lotId!: string | null;
  @ApiProperty() total!: string;
  @ApiProperty({ type: [CallOffShape] }) suppliers!: CallOffShape[];
  @ApiProperty() outOfOrder!: boolean;
}

export class UsedPriceVersionShape {
  @ApiProperty({ type: NamedSupplierShape }) supplier!: NamedSupplierShape;
  @ApiProperty() number!: number;
  @ApiProperty() publishedAt!: string;
  @ApiProperty() items!: number;
  @ApiProperty() added!: number;
  @ApiProperty() removed!: number;
  @ApiProperty() compared!: number;
  @ApiProperty() changed!: number;
  @ApiProperty(text) meanChange!: string | null;
}

export class PromiseQuarterShape {
  @ApiProperty({ example: '2026-Q1' }) key!: string;
  @ApiProperty(text) measured!: string | null;
  @ApiProperty() of!: string;
  @ApiProperty() unanswered!: string;
  @ApiProperty() lines!: number;
}

export class PromiseShape {
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
  @ApiProperty({ type: [PromiseQuarterShape], description: 'The same by quarter of delivery, the newest first.' })
  quarters!: PromiseQuarterShape[];
}

export class DemandShape {
  @ApiProperty({ enum: ['items', 'spend'] }) of!: 'items' | 'spend';
  @ApiProperty() by!: string;
  @ApiProperty({ type: [String] }) lots!: string[];
  @ApiProperty({ type: [String] }) standards!: string[];
  @ApiProperty() demanded!: string;
  @ApiProperty(text) measured!: string | null;
  @ApiProperty() with!: string;
  @ApiProperty() all!: string;
}

export class AgreementUseShape {
  @ApiProperty({ type: UsedAgreementShape }) agreement!: UsedAgreementShape;
  @ApiProperty() today!: string;
  @ApiProperty({ type: UseShape }) use!: UseShape;
  @ApiProperty({ type: [UsedLotShape] }) lots!: UsedLotShape[];
  @ApiProperty({
    type: UseShape,
    nullable: true,
    description: 'What stands in none of the lots; null where there are no lots, or nothing does.',
  })
  withoutLot!: UseShape | null;
  @ApiProperty({ type: [OpeningHoldingShape] }) openings!: OpeningHoldingShape[];
  @ApiProperty({ type: [BesideShape] }) beside!: BesideShape[];
  @ApiProperty() missingReports!: number;
  @ApiProperty({ type: [UsedOptionShape] }) options!: UsedOptionShape[];
  @ApiProperty({ type: NextDecisionShape, nullable: true }) nextDecision!: NextDecisionShape | null;
  @ApiProperty({ type: [CallOffsShape] }) callOffs!: CallOffsShape[];
  @ApiProperty({ type: [UsedPriceVersionShape] }) priceVersions!: UsedPriceVersionShape[];
  @ApiProperty({ type: [PromiseShape] }) promises!: PromiseShape[];
  @ApiProperty({ type: [DemandShape] }) demands!: DemandShape[];
}
