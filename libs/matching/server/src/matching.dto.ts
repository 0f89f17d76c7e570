import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNumberString,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { resolutionCauses } from './resolve-line.ts';
import { SupplierResponseDto } from './supplier-responses/supplier-response.dto.ts';
import { toleranceResults, type ToleranceResult } from './variances/assess-variances.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const sides = ['reported', 'booked'] as const;
const states = [
  'matched',
  'reported-not-booked',
  'books-not-loaded',
  'booked-not-reported',
  'outside-agreements',
] as const;
const openStates = ['reported-not-booked', 'books-not-loaded', 'booked-not-reported', 'outside-agreements'] as const;
const pairDecisions = ['same', 'not-same', 'undecided'] as const;

export class MonthsQuery {
  @ApiProperty({
    required: false,
    example: '2026-01',
    description:
      'Months from and to, both included: the month something was booked, or was delivered as the report has it.',
  })
  @IsOptional()
  @Matches(MONTH)
  from?: string;
  @ApiProperty({ required: false, example: '2026-03' }) @IsOptional() @Matches(MONTH) to?: string;
}

export class CoverageQuery extends MonthsQuery {
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() buyerId?: string;
}

export class UnmatchedLinesQuery extends CoverageQuery {
  @ApiProperty({ enum: sides }) @IsIn(sides) side!: (typeof sides)[number];
  @ApiProperty({ enum: states }) @IsIn(states) state!: (typeof states)[number];
  @ApiProperty({ required: false, description: 'Lines of one cause, or `none` for those that nothing explains.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  cause?: string;
  @ApiProperty({
    required: false,
    enum: ['yes'],
    description: 'Only booked lines that the supplier has said something of.',
  })
  @IsOptional()
  @IsIn(['yes'])
  said?: 'yes';
  @ApiProperty({
    required: false,
    enum: toleranceResults,
    description: 'Only booked lines that differ from what they are tied to, on one side of the tolerance limits.',
  })
  @IsOptional()
  @IsIn(toleranceResults)
  tolerance?: ToleranceResult;
  @ApiProperty({ required: false }) @IsOptional() @IsNumberString() afterAmount?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(60) afterKey?: string;
}

export class CandidatesQuery {
  @ApiProperty({ enum: sides }) @IsIn(sides) side!: (typeof sides)[number];
  @ApiProperty({ format: 'uuid' }) @IsUUID() documentId!: string;
  @ApiProperty() @Type(() => Number) @IsInt() @Min(0) lineNo!: number;
}

export class PairDecisionsQuery {
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'A report version or spend batch; with lineNo, the decisions on that line.',
  })
  @IsOptional()
  @IsUUID()
  documentId?: string;
  @ApiProperty({ required: false }) @IsOptional() @Type(() => Number) @IsInt() @Min(0) lineNo?: number;
  @ApiProperty({ required: false, enum: ['yes'], description: 'Only those that wait for a second person.' })
  @IsOptional()
  @IsIn(['yes'])
  waiting?: 'yes';
}

export class PairDecisionRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() versionId!: string;
  @ApiProperty() @IsInt() @Min(0) reportLineNo!: number;
  @ApiProperty({ format: 'uuid' }) @IsUUID() batchId!: string;
  @ApiProperty() @IsInt() @Min(0) spendLineNo!: number;
  @ApiProperty({ enum: pairDecisions }) @IsIn(pairDecisions) verdict!: (typeof pairDecisions)[number];
  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    nullable: true,
    description:
      'The newest decision on the two that whoever decides has seen, null for none: where there is a newer one, it is told and nothing is kept.',
  })
  @IsOptional()
  @IsUUID()
  seen?: string | null;
  @ApiProperty() @IsString() @Length(1, 1000) @Matches(/\S/) reason!: string;
}

export class LineResolutionRequest {
  @ApiProperty({ enum: sides }) @IsIn(sides) side!: (typeof sides)[number];
  @ApiProperty({ format: 'uuid' }) @IsUUID() documentId!: string;
  @ApiProperty() @IsInt() @Min(0) lineNo!: number;
  @ApiProperty({
    enum: resolutionCauses,
    required: false,
    description: 'Without a cause and an agreement, an earlier answer is taken back.',
  })
  @IsOptional()
  @IsIn(resolutionCauses)
  cause?: (typeof resolutionCauses)[number];
  @ApiProperty({ required: false, format: 'uuid', description: 'The agreement a booked line belongs to.' })
  @IsOptional()
  @IsUUID()
  agreementId?: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    nullable: true,
    description:
      'The newest answer on the line that whoever decides has seen, null for none: where there is a newer one, it is told and nothing is kept.',
  })
  @IsOptional()
  @IsUUID()
  seen?: string | null;
  @ApiProperty() @IsString() @Length(1, 1000) @Matches(/\S/) reason!: string;
}

export class ResolveByCauseRequest extends CoverageQuery {
  @ApiProperty({ enum: sides }) @IsIn(sides) side!: (typeof sides)[number];
  @ApiProperty({ enum: openStates }) @IsIn(openStates) state!: (typeof openStates)[number];
  @ApiProperty({ description: 'What the last run says of the lines; `none` for those that nothing explains.' })
  @IsString()
  @MaxLength(40)
  said!: string;
  @ApiProperty({
    required: false,
    enum: ['yes'],
    description: 'Only booked lines that the supplier has said something of.',
  })
  @IsOptional()
  @IsIn(['yes'])
  saidOnly?: 'yes';
  @ApiProperty({
    enum: resolutionCauses,
    required: false,
    description: 'Without a cause, the answers that people have given the lines are taken back.',
  })
  @IsOptional()
  @IsIn(resolutionCauses)
  cause?: (typeof resolutionCauses)[number];
  @ApiProperty() @IsString() @Length(1, 1000) @Matches(/\S/) reason!: string;
}

export class AnsweredDto {
  @ApiProperty({ description: 'Lines that were answered: the most kroner first, 500 at most.' }) answered!: number;
  @ApiProperty({ description: 'Much money together: they hold once a second person has confirmed them.' })
  needsSecond!: boolean;
}

export class ConfirmedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class DecisionCreatedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Much money: it holds once a second person has confirmed it.' }) needsSecond!: boolean;
}

export class ExplainedPartDto {
  @ApiProperty({ description: '`matched`, a cause, or `none` for what nothing explains.' }) cause!: string;
  @ApiProperty() amount!: string;
  @ApiProperty() lines!: number;
}

export class MatchingCoverageRowDto {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() supplier!: string;
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() buyer!: string;
  @ApiProperty() booked!: string;
  @ApiProperty() linked!: string;
  @ApiProperty({
    description: 'Reported of the same quarters and tied to no line, as far as booked kroner that nothing explains go.',
  })
  notTied!: string;
  @ApiProperty() over!: string;
}

export class MatchingCoverageDto {
  @ApiProperty({ description: 'Booked on agreement suppliers.' }) agreementPurchases!: string;
  @ApiProperty({ description: 'All that is booked, with services and investment, without VAT.' }) allPurchases!: string;
  @ApiProperty({ description: 'What ledgers have of lines whose VAT is not known: in none of the sums.' })
  outside!: string;
  @ApiProperty({
    description:
      'Reported kroner that are tied to what is booked; never more than is booked of their supplier, buyer and month.',
  })
  linked!: string;
  @ApiProperty({
    description:
      'Reported kroner that are tied to no line, as far as those that are booked of the same supplier, buyer and quarter go and nothing explains: only sums say that they are reported.',
  })
  notTied!: string;
  @ApiProperty({ description: 'Reported kroner tied beyond that.' }) over!: string;
  @ApiProperty({
    type: [ExplainedPartDto],
    description: 'What the purchases from agreement suppliers are made of: they add up to them.',
  })
  parts!: ExplainedPartDto[];
  @ApiProperty({ type: [MatchingCoverageRowDto] }) rows!: MatchingCoverageRowDto[];
}

export class MatchingCellDto {
  @ApiProperty({ enum: sides }) side!: (typeof sides)[number];
  @ApiProperty({ enum: states }) state!: string;
  @ApiProperty({ type: String, nullable: true }) supplierId!: string | null;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() buyer!: string;
  @ApiProperty() lines!: number;
  @ApiProperty() amount!: string;
}

export class MatchRunDto {
  @ApiProperty() number!: number;
  @ApiProperty({ format: 'date-time' }) finishedAt!: Date;
}

export class MatchingSummaryDto {
  @ApiProperty({ type: MatchRunDto, nullable: true }) run!: MatchRunDto | null;
  @ApiProperty({
    type: [String],
    description: 'The months that something is booked or reported of, whatever was asked for.',
  })
  months!: string[];
  @ApiProperty({ type: [MatchingCellDto] }) cells!: MatchingCellDto[];
}

export class ReviewLineDto {
  @ApiProperty() key!: string;
  @ApiProperty({ format: 'uuid' }) documentId!: string;
  @ApiProperty() lineNo!: number;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty() buyer!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) date!: string | null;
  @ApiProperty({ type: String, nullable: true }) invoiceNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemName!: string | null;
  @ApiProperty({ type: String, nullable: true }) quantity!: string | null;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  @ApiProperty() amount!: string;
  @ApiProperty({ type: String, nullable: true }) fileName!: string | null;
  @ApiProperty({ type: String, nullable: true }) sheet!: string | null;
  @ApiProperty({ type: Number, nullable: true }) rowNo!: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it is tied to nothing, or how it differs from what it is tied to.',
  })
  cause!: string | null;
  @ApiProperty({ type: [String], description: 'What else is true of it.' }) also!: string[];
  @ApiProperty({ type: SupplierResponseDto, nullable: true, description: 'What the supplier says of it.' })
  statement!: SupplierResponseDto | null;
  @ApiProperty({
    enum: toleranceResults,
    nullable: true,
    required: false,
    description: 'In lists of tied booked lines: the result by the tolerance limits; null where nothing differs.',
  })
  tolerance?: ToleranceResult | null;
}

export class LinkDto {
  @ApiProperty({ format: 'uuid' }) versionId!: string;
  @ApiProperty() reportLineNo!: number;
  @ApiProperty({ format: 'uuid' }) batchId!: string;
  @ApiProperty() spendLineNo!: number;
  @ApiProperty() step!: string;
  @ApiProperty() amount!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) evidence!: Record<string, unknown>;
  @ApiProperty() fromRun!: number;
}

export class CandidateDto extends ReviewLineDto {
  @ApiProperty() sameInvoice!: boolean;
  @ApiProperty() sameItem!: boolean;
  @ApiProperty({ description: "The line's amount less the candidate's." }) difference!: string;
  @ApiProperty({ type: Number, nullable: true }) days!: number | null;
  @ApiProperty({ description: 'The last run tied the two.' }) linked!: boolean;
  @ApiProperty({ enum: pairDecisions, nullable: true }) verdict!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The newest decision on the two.' })
  decisionId!: string | null;
}

export class OpenedLineDto extends ReviewLineDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The newest answer on the line.' })
  answerId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The cause that a person gave it, and that holds.' })
  answeredCause!: string | null;
  @ApiProperty({ enum: states }) state!: (typeof states)[number];
}

/** States of a reported line after the last run. */
const reportedStates = ['matched', 'reported-not-booked', 'books-not-loaded'] as const;

export class RepeatedLineDto {
  @ApiProperty({ format: 'uuid' }) documentId!: string;
  @ApiProperty() lineNo!: number;
  @ApiProperty({ description: "The report's number and version, R-2026-00012/1." }) version!: string;
  @ApiProperty({ type: String, nullable: true }) fileName!: string | null;
  @ApiProperty({ type: String, nullable: true }) sheet!: string | null;
  @ApiProperty({ type: Number, nullable: true }) rowNo!: number | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) date!: string | null;
  @ApiProperty({ description: 'Decimal text.' }) amount!: string;
  @ApiProperty({ enum: reportedStates }) state!: (typeof reportedStates)[number];
}

export class LineWithCandidatesDto {
  @ApiProperty({ type: OpenedLineDto }) line!: OpenedLineDto;
  @ApiProperty({ type: [CandidateDto] }) candidates!: CandidateDto[];
  @ApiProperty({
    type: RepeatedLineDto,
    nullable: true,
    description: 'The row of the same report that the line repeats, where that is its cause.',
  })
  repeats!: RepeatedLineDto | null;
}

export class DecidedLineDto {
  @ApiProperty({ format: 'uuid' }) documentId!: string;
  @ApiProperty() lineNo!: number;
  @ApiProperty({ type: String, nullable: true }) itemName!: string | null;
  @ApiProperty() amount!: string;
}

export class TogetherDto {
  @ApiProperty({ type: 'integer' }) lines!: number;
  @ApiProperty({ description: 'Kroner, decimal text.' }) amount!: string;
}

export class DecisionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: pairDecisions }) verdict!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) decidedAt!: Date;
  @ApiProperty({ description: 'Decided by whoever asks.' }) byYou!: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the person is called; null where the asker may not know.',
  })
  decidedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The cooperative or municipality of the person.' })
  decidedFor!: string | null;
  @ApiProperty({ description: 'The newest on this pair that no second person is waited for.' }) holds!: boolean;
  @ApiProperty({ description: 'Much money: it holds once a second person has confirmed it.' }) waits!: boolean;
  @ApiProperty({ type: DecidedLineDto, nullable: true }) reported!: DecidedLineDto | null;
  @ApiProperty({ type: DecidedLineDto, nullable: true }) booked!: DecidedLineDto | null;
  @ApiProperty({
    type: TogetherDto,
    nullable: true,
    description: 'One of several decided on at once that wait together.',
  })
  together!: TogetherDto | null;
}

export class LineResolutionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: sides }) side!: (typeof sides)[number];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null where an earlier answer was taken back, or only an agreement was named.',
  })
  cause!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The agreement it was said to belong to.' }) agreement!:
    string | null;
  @ApiProperty() reason!: string;
  @ApiProperty() amount!: string;
  @ApiProperty({ format: 'date-time' }) decidedAt!: Date;
  @ApiProperty({ description: 'Said by whoever asks.' }) byYou!: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the person is called; null where the asker may not know.',
  })
  decidedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The cooperative or municipality of the person.' })
  decidedFor!: string | null;
  @ApiProperty({ description: 'The newest on this line that no second person is waited for.' }) holds!: boolean;
  @ApiProperty({ description: 'Much money: it holds once a second person has confirmed it.' }) waits!: boolean;
  @ApiProperty({ description: 'The supplier said so, and it was taken as the answer.' }) fromSupplier!: boolean;
  @ApiProperty({
    type: DecidedLineDto,
    nullable: true,
    description: 'The line, where a current version or batch still has it.',
  })
  line!: DecidedLineDto | null;
  @ApiProperty({
    type: TogetherDto,
    nullable: true,
    description:
      'Where it was given to several lines at once and they wait together: one confirmation is of all of them.',
  })
  together!: TogetherDto | null;
}
