import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { ComparisonDto } from './comparison/comparison.dto.ts';
import { classFilters, type ClassFilter } from './emission-filter.ts';
import { allMethods } from './calculation/methods.ts';
import { isLanguage, type Language } from '@tallgrunn/values';

const methods = allMethods;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const text = { type: String, nullable: true } as const;
const number = { type: Number, nullable: true } as const;
/** Parses a number in a query string. */
export const toNumber = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

export class RunQuery {
  @ApiProperty({ required: false, description: 'The number of the last run of the page before.' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt()
  before?: number;
}

export class EmissionQuery {
  @ApiProperty({ required: false, description: 'As that run said it; the last run when left out.' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  run?: number;

  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() buyerId?: string;
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(40) category?: string;
  @ApiProperty({ required: false, enum: methods }) @IsOptional() @IsIn(methods) method?: (typeof methods)[number];
  @ApiProperty({
    required: false,
    enum: classFilters,
    description: 'Of the operating accounts, the investment accounts, or those of which it is not known.',
  })
  @IsOptional()
  @IsIn(classFilters)
  accountClass?: ClassFilter;
  @ApiProperty({ required: false, example: '2026-01' }) @IsOptional() @Matches(MONTH) from?: string;
  @ApiProperty({ required: false, example: '2026-06' }) @IsOptional() @Matches(MONTH) to?: string;
  @ApiProperty({
    required: false,
    enum: ['books', 'delivery'],
    description:
      'What months go by: the accounting period of a line (as everywhere else; its own day where no ledger gives one), or the day its goods came, where a report tells it.',
  })
  @IsOptional()
  @IsIn(['books', 'delivery'])
  by?: 'books' | 'delivery';
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Only what of it lies within the scope of this publication, in whichever run is asked.',
  })
  @IsOptional()
  @IsUUID()
  publication?: string;
}

export class SumQuery extends EmissionQuery {
  @ApiProperty({
    required: false,
    enum: ['burning'],
    description: 'What burning the goods sets free (scope 1), in the place of the figure for buying them.',
  })
  @IsOptional()
  @IsIn(['burning'])
  of?: 'burning';
  @ApiProperty({ required: false, enum: ['nb', 'nn', 'en'] })
  @IsOptional()
  @IsIn(['nb', 'nn', 'en'])
  language?: Language;
}

export class WhyQuery {
  @ApiProperty({ required: false, enum: ['nb', 'nn', 'en'] })
  @IsOptional()
  @IsIn(['nb', 'nn', 'en'])
  language?: Language;

  @ApiProperty({ required: false })
  @IsOptional()
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  run?: number;
}

/** Returns the language requested; default: bokmål. */
export const languageOf = (language: string | undefined): Language =>
  language && isLanguage(language) ? language : 'nb';

export class RunDto {
  @ApiProperty() number!: number;
  @ApiProperty() engine!: string;
  @ApiProperty() factorSet!: string;
  @ApiProperty() ruleSet!: string;
  @ApiProperty() currency!: string;
  @ApiProperty({ description: 'The fact that set it going.' }) cause!: string;
  @ApiProperty({ format: 'date-time' }) startedAt!: Date;
  @ApiProperty({ format: 'date-time' }) finishedAt!: Date;
  @ApiProperty() opened!: number;
  @ApiProperty() closed!: number;
  @ApiProperty() batches!: number;
  @ApiProperty() versions!: number;
  @ApiProperty() footprints!: number;
  @ApiProperty({
    type: [String],
    description: 'Versions of price index, exchange rates and price shares that it read.',
  })
  series!: string[];
  @ApiProperty() amountWithFactor!: string;
  @ApiProperty() amountWithout!: string;
  @ApiProperty() kg!: string;
}

export class RunVerificationDto {
  @ApiProperty() run!: number;
  @ApiProperty() lines!: number;
  @ApiProperty() besides!: number;
  @ApiProperty() linesDiffering!: number;
  @ApiProperty() multipliersDiffering!: number;
  @ApiProperty() besidesDiffering!: number;
  @ApiProperty() totalsDiffering!: number;
  @ApiProperty() holds!: boolean;
}

export class SummaryRunDto {
  @ApiProperty() number!: number;
  @ApiProperty({ format: 'date-time' }) finishedAt!: Date;
  @ApiProperty() engine!: string;
  @ApiProperty() factorSet!: string;
  @ApiProperty() ruleSet!: string;
  @ApiProperty() currency!: string;
  @ApiProperty({ type: [String] }) attributions!: string[];
  @ApiProperty() licence!: string;
}

export class SummaryTotalsDto {
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Purchases in the cooperative’s currency, what was converted by a rate included.' })
  spend!: string;
  @ApiProperty({
    description: 'Of spend, what was bought in another currency: the combined table has it beside its sums.',
  })
  converted!: string;
  @ApiProperty() withFactor!: string;
  @ApiProperty() ask!: string;
  @ApiProperty() noFactor!: string;
  @ApiProperty() notSpend!: string;
  @ApiProperty({ description: 'Kroner of ledgers whose VAT is not known: in none of the sums.' }) vatUnknown!: string;
  @ApiProperty() vatUnknownLines!: number;
  @ApiProperty({ description: 'Kroner that are weighed as kroner.' }) fromKroner!: string;
  @ApiProperty({ description: 'Kroner of years without a price index.' }) notDeflated!: string;
  @ApiProperty({
    description:
      'Kroner weighed by factors per basic or producer’s price that no shares brought to the purchaser’s price.',
  })
  notAtPurchaserPrice!: string;
  @ApiProperty({ description: 'Kroner of lines that reports say more than.' }) overReported!: string;
  @ApiProperty({ description: 'Kroner of the operating accounts.' }) operating!: string;
  @ApiProperty({ description: 'Kroner of the investment accounts.' }) investment!: string;
  @ApiProperty({ description: 'Kroner of which neither is known.' }) classUnknown!: string;
  @ApiProperty() kg!: string;
  @ApiProperty() kgFromKroner!: string;
  @ApiProperty({ description: 'Scope 1: what burning the goods sets free. Never part of kg.' }) directKg!: string;
  @ApiProperty(text) shareKnown!: string | null;
  @ApiProperty(text) qualityBySpend!: string | null;
  @ApiProperty(text) qualityByKg!: string | null;
}

export class SummaryRowDto {
  @ApiProperty(text) category!: string | null;
  @ApiProperty({ enum: methods }) method!: string;
  @ApiProperty() currency!: string;
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Without VAT.' }) amount!: string;
  @ApiProperty({ description: 'What ledgers have of lines whose VAT is not known: in no amount.' }) outside!: string;
  @ApiProperty({ ...text, description: 'In the cooperative’s currency; null where no rate is known.' }) ownAmount!:
    string | null;
  @ApiProperty(text) kg!: string | null;
  @ApiProperty(text) directKg!: string | null;
  @ApiProperty(text) share!: string | null;
}

export class SummarySupplierFiguresDto {
  @ApiProperty({ enum: ['counted', 'not-valid-then', 'unit-not-convertible', 'quantity-missing', 'implausible'] })
  standing!: string;
  @ApiProperty() lines!: number;
  @ApiProperty() amount!: string;
  @ApiProperty(text) kg!: string | null;
  @ApiProperty(text) verifiedKg!: string | null;
}

export class SummaryScopeDto {
  @ApiProperty({ type: [String], description: 'Names of the buyers.' }) buyers!: string[];
  @ApiProperty({ description: 'First month with purchases, YYYY-MM.' }) from!: string;
  @ApiProperty() to!: string;
  @ApiProperty() months!: number;
  @ApiProperty({ description: 'Months for which the ledger of one of the buyers or more is not complete today.' })
  incompleteMonths!: number;
}

export class SummaryDto {
  @ApiProperty({ type: SummaryRunDto, nullable: true }) run!: SummaryRunDto | null;
  @ApiProperty({ type: SummaryTotalsDto, nullable: true }) totals!: SummaryTotalsDto | null;
  @ApiProperty({ type: [SummaryRowDto] }) rows!: SummaryRowDto[];
  @ApiProperty({ type: [SummarySupplierFiguresDto] }) beside!: SummarySupplierFiguresDto[];
  @ApiProperty({ type: SummaryScopeDto, nullable: true, description: 'Null without purchases.' })
  scope!: SummaryScopeDto | null;
}

export class LabelledLinkDto {
  @ApiProperty() label!: string;
  @ApiProperty({ required: false }) link?: string;
}

export class LabelledValueDto {
  @ApiProperty() label!: string;
  @ApiProperty() value!: string;
}

export class SourceLinkDto {
  @ApiProperty() label!: string;
  @ApiProperty(text) file!: string | null;
  @ApiProperty(text) sheet!: string | null;
  @ApiProperty(number) row!: number | null;
  @ApiProperty({ required: false, format: 'uuid' }) batchId?: string;
  @ApiProperty({ required: false, format: 'uuid' }) versionId?: string;
  @ApiProperty({ required: false }) lineNo?: number;
}

export class AlternativeDto {
  @ApiProperty() factor!: string;
  @ApiProperty() value!: string;
  @ApiProperty() unit!: string;
  @ApiProperty() kg!: string;
  @ApiProperty() chosen!: boolean;
}

export class FigureDto {
  @ApiProperty(text) kg!: string | null;
  @ApiProperty(text) amount!: string | null;
  @ApiProperty(text) currency!: string | null;
  @ApiProperty(text) multiplier!: string | null;
  @ApiProperty() method!: string;
  @ApiProperty(number) dataClass!: number | null;
}

export class ExplanationDto {
  @ApiProperty({ description: 'The reckoning in one line, or what stands instead of a number.' }) formula!: string;
  @ApiProperty({ type: [String] }) steps!: string[];
  @ApiProperty({ type: [String] }) caveats!: string[];
  @ApiProperty({ type: [LabelledLinkDto] }) sources!: LabelledLinkDto[];
  @ApiProperty({ type: [LabelledValueDto] }) versions!: LabelledValueDto[];
  @ApiProperty({ type: SourceLinkDto, nullable: true }) wayDown!: SourceLinkDto | null;
  @ApiProperty({
    type: [AlternativeDto],
    description: 'The rows that were weighed, and what the line would be with each.',
  })
  alternatives!: AlternativeDto[];
  @ApiProperty({ type: FigureDto }) figure!: FigureDto;
}

export class SumPartDto {
  @ApiProperty({
    description:
      'A factor; or suppliers’ own figures, or all factors after the heaviest, in words. The parts add up to the sum.',
  })
  factor!: string;
  @ApiProperty(text) value!: string | null;
  @ApiProperty(text) unit!: string | null;
  @ApiProperty({ ...text, description: 'How many of the factor’s unit, where it goes by quantity.' }) quantity!:
    string | null;
  @ApiProperty() lines!: number;
  @ApiProperty() amount!: string;
  @ApiProperty() kg!: string;
}

export class SumLineDto {
  @ApiProperty({ ...text, required: false, description: 'Of a step of a bridge: what the line weighed before it, kg.' })
  before?: string | null;
  @ApiProperty({ ...text, required: false, description: 'The same after it.' }) after?: string | null;
  @ApiProperty({ format: 'uuid' }) batchId!: string;
  @ApiProperty() lineNo!: number;
  @ApiProperty({ description: 'How the line is weighed; several of a step between two runs.' }) method!: string;
  @ApiProperty() amount!: string;
  @ApiProperty() currency!: string;
  @ApiProperty(text) kg!: string | null;
  @ApiProperty(text) seller!: string | null;
  @ApiProperty(text) text!: string | null;
  @ApiProperty(text) spentOn!: string | null;
  @ApiProperty(text) file!: string | null;
  @ApiProperty(text) sheet!: string | null;
  @ApiProperty(number) row!: number | null;
}

export class SumExplanationDto extends ExplanationDto {
  @ApiProperty({ type: [SumPartDto] }) parts!: SumPartDto[];
  @ApiProperty({ type: [SumLineDto] }) largest!: SumLineDto[];
}

export class ChangeQuery extends EmissionQuery {
  @ApiProperty({ example: '2025-01' }) @Matches(MONTH) beforeFrom!: string;
  @ApiProperty({ example: '2025-06' }) @Matches(MONTH) beforeTo!: string;
}

export class UncertaintyDto {
  @ApiProperty(number) run!: number | null;
  @ApiProperty() kg!: string;
  @ApiProperty({ description: 'The 95 % interval, by groups of lines that share a factor.' }) low!: string;
  @ApiProperty() high!: string;
  @ApiProperty({ enum: ['low', 'middle', 'high'] }) level!: string;
  @ApiProperty({ description: 'Were every line’s factor its own: falsely narrow.' }) naiveLow!: string;
  @ApiProperty() naiveHigh!: string;
  @ApiProperty() groups!: number;
}

export class ClassChangeDto {
  @ApiProperty({ description: 'Kroner of purchases in the months before.' }) spendBefore!: string;
  @ApiProperty() spendAfter!: string;
  @ApiProperty({ description: 'kg CO2e of the months before.' }) before!: string;
  @ApiProperty() after!: string;
}

export class UnknownClassDto {
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({
    description: 'Kroner in the months before of which it is not known whether they are operating or investment.',
  })
  spendBefore!: string;
  @ApiProperty() spendAfter!: string;
}

export class ChangeClassesDto {
  @ApiProperty({ type: ClassChangeDto }) operating!: ClassChangeDto;
  @ApiProperty({ type: ClassChangeDto }) investment!: ClassChangeDto;
  @ApiProperty({ type: ClassChangeDto }) unknown!: ClassChangeDto;
  @ApiProperty({ type: [UnknownClassDto], description: 'Buyers with kroner of which it is not known.' })
  unknownOf!: UnknownClassDto[];
  @ApiProperty({
    description:
      'Whether what is not known is so little (1 % of the kroner of either period) that operating can be told from investment.',
  })
  isKnown!: boolean;
}

export class PeriodChangeDto {
  @ApiProperty(number) run!: number | null;
  @ApiProperty({ type: ComparisonDto }) comparison!: ComparisonDto;
  @ApiProperty({
    type: ChangeClassesDto,
    nullable: true,
    description:
      'All that is compared by its accounts, whichever of them is asked for; null where nothing may be compared.',
  })
  classes!: ChangeClassesDto | null;
  @ApiProperty({
    ...text,
    description: 'Kroner of purchases in the months before; null where nothing may be compared, as are all figures.',
  })
  spendBefore!: string | null;
  @ApiProperty(text) spendAfter!: string | null;
  @ApiProperty({ ...text, description: 'kg CO2e of the months before.' }) before!: string | null;
  @ApiProperty(text) after!: string | null;
  @ApiProperty(text) difference!: string | null;
  @ApiProperty({
    ...text,
    description:
      'The 95 % interval of the difference. It is that of the relative change, at the total before: a total cannot fall by more than all of it.',
  })
  low!: string | null;
  @ApiProperty(text) high!: string | null;
  @ApiProperty({
    ...text,
    description:
      'kg of either period, the larger, reckoned from kroner of a year without a price index: what of a rise is higher prices is not known.',
  })
  notDeflated!: string | null;
  @ApiProperty({
    ...text,
    description:
      'kg of the difference that is purchases booked in other months than they were made in. Zero by delivery date.',
  })
  shifted!: string | null;
  @ApiProperty({
    type: String,
    enum: ['fall', 'rise', 'unclear'],
    nullable: true,
    description:
      'A fall or rise is certain where the interval lies on one side of zero, and would did the kroner without a number weigh as the others do; a rise also where it is more than higher prices may be; and neither where booking in other months may explain it. Null where the comparison is not sound; of investment, which comes in lumps; and of operating where it cannot be told from investment. Without accountClass it is of both together.',
  })
  verdict!: string | null;
}

/** Id of a created method policy or publication. */
export class KeptDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}
