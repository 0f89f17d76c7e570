import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CorrectionReasonRequest, CorrectionDto, OnBehalfDto, correctionWays } from '../corrections/correction.dto.ts';
import { AgreementRefDto, PeriodDto, SupplierRefDto } from '../obligations/obligation.dto.ts';

const when = { type: String, format: 'date-time' } as const;
export const unclaimedReasons = [
  'agreement-unknown',
  'lot-unknown',
  'branch-unknown',
  'item-unknown',
  'date-missing',
  'date-outside',
  'several',
] as const;
const decimal = { type: String, description: 'Decimal text.' } as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class AnswerRequest {
  @ApiProperty({ description: 'The code of the findings that are answered.' })
  @IsString()
  @MaxLength(100)
  code!: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(500) cause?: string;
  @ApiProperty() @IsString() @Length(1, 2000) reason!: string;
}

export class SubmissionRequest {
  @ApiProperty({ type: [AnswerRequest], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => AnswerRequest)
  confirmations?: AnswerRequest[];
  @ApiProperty({ required: false, description: 'The rows that findings keep out are known; submit the rest.' })
  @IsOptional()
  @IsBoolean()
  leaveOutRows?: boolean;
  @ApiProperty({
    type: CorrectionReasonRequest,
    required: false,
    description: 'Why, where the version corrects another.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => CorrectionReasonRequest)
  correction?: CorrectionReasonRequest;
}

export class ReturnRequest {
  @ApiProperty() @IsString() @Length(3, 4000) reason!: string;
}

export class UploadBody {
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(2_000_000) answers?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(200_000) cut?: string;
  @ApiProperty({ required: false, enum: correctionWays })
  @IsOptional()
  @IsIn(correctionWays)
  way?: (typeof correctionWays)[number];
}

export class BehalfUploadBody extends UploadBody {
  @ApiProperty() @IsString() @MaxLength(10_000) behalf!: string;
}

export class PageQuery {
  @ApiProperty({ type: Number, required: false, description: 'The `no` of the last one of the page before.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after?: number;
}

export class FindingsQuery extends PageQuery {
  @ApiProperty({ type: String, required: false }) @IsOptional() @IsString() @MaxLength(100) code?: string;
  @ApiProperty({ type: String, required: false }) @IsOptional() @IsString() @MaxLength(500) cause?: string;
  @ApiProperty({ enum: ['blocksFile', 'blocksRow', 'confirm', 'info'], required: false })
  @IsOptional()
  @IsIn(['blocksFile', 'blocksRow', 'confirm', 'info'])
  severity?: string;
  @ApiProperty({ type: Number, required: false, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export class VersionIdDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class FileDto {
  @ApiProperty() name!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty() sizeBytes!: number;
  @ApiProperty({ description: 'False when neither the bytes nor a copy of them are stored.' }) kept!: boolean;
}

export class PersonalColumnDto {
  @ApiProperty() sheet!: string;
  @ApiProperty({ description: 'Counted from 0.' }) column!: number;
  @ApiProperty({ description: 'Empty where the column has none.' }) heading!: string;
  @ApiProperty({
    description:
      'Counted from 1: the row of the heading, or the first in which a national identity number stood; 0 where it is not known.',
  })
  row!: number;
}

export class UnusedColumnDto {
  @ApiProperty() sheet!: string;
  @ApiProperty({ description: 'Counted from 0.' }) column!: number;
  @ApiProperty({ description: 'Empty where the column has none, or where it may name a customer.' }) heading!: string;
}

export class CuttingDto {
  @ApiProperty({
    enum: ['sent', 'kept'],
    description:
      'sent: on the supplier’s machine before it was sent. kept: here, before it was kept; what is kept is a copy.',
  })
  stage!: string;
  @ApiProperty({ description: 'SHA-256 of the file before it was cut.' }) wholeSha256!: string;
  @ApiProperty() wholeSizeBytes!: number;
  @ApiProperty({ description: 'Lines about other customers that did not go along.' }) rows!: number;
  @ApiProperty({ type: [PersonalColumnDto], description: 'Columns about persons, which were blanked.' })
  columns!: PersonalColumnDto[];
  @ApiProperty({ description: 'Cells in which something about a person was redacted.' }) cells!: number;
  @ApiProperty({ type: [UnusedColumnDto], description: 'Columns that no field uses: their cells were blanked.' })
  unused!: UnusedColumnDto[];
  @ApiProperty({ description: 'Sheets without lines.' }) sheets!: number;
  @ApiProperty({ description: 'Lines that the supplier left out because they are not right. They never came here.' })
  leftOut!: number;
}

export class ConfirmationDto {
  @ApiProperty() code!: string;
  @ApiProperty() cause!: string;
  @ApiProperty() reason!: string;
}

export class BuyerTotalDto {
  @Nullable({ format: 'uuid' }) buyer!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty() rows!: number;
  @ApiProperty(decimal) amount!: string;
}

export class TotalsDto {
  @ApiProperty() currency!: string;
  @ApiProperty(decimal) amount!: string;
  @ApiProperty(decimal) credit!: string;
  @ApiProperty(decimal) fees!: string;
  @ApiProperty(decimal) quarantined!: string;
  @ApiProperty({ type: [BuyerTotalDto] }) byBuyer!: BuyerTotalDto[];
}

export class PlaceDto {
  @Nullable() sheet!: string | null;
  @ApiProperty({ type: Number, nullable: true }) row!: number | null;
  @Nullable() column!: string | null;
  @Nullable() cell!: string | null;
}

export class FindingDto {
  @ApiProperty() code!: string;
  @ApiProperty() class!: number;
  @ApiProperty({ enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] }) severity!: string;
  @ApiProperty({ type: PlaceDto, nullable: true }) place!: PlaceDto | null;
  @Nullable() found!: string | null;
  @Nullable() expected!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) params!: Record<string, unknown>;
  @ApiProperty({ type: 'object', additionalProperties: true, selfRequired: false, nullable: true }) fix?: Record<
    string,
    unknown
  > | null;
  @ApiProperty({ type: String, required: false, nullable: true }) cause?: string | null;
  @ApiProperty({ ...decimal, required: false, nullable: true }) amount?: string | null;
}

export class FindingRowDto extends FindingDto {
  @ApiProperty() no!: number;
}

export class FurtherDto {
  @ApiProperty() code!: string;
  @ApiProperty() sheet!: string;
  @ApiProperty() count!: number;
}

export class FindingPageDto {
  @ApiProperty({ type: [FindingRowDto] }) findings!: FindingRowDto[];
  @ApiProperty({ type: Number, nullable: true, description: 'Pass as `after` for the next page.' }) next!:
    number | null;
  @ApiProperty({ type: [FurtherDto], description: 'Counted and placed, but not kept in full.' })
  further!: FurtherDto[];
}

export class FindingGroupDto {
  @ApiProperty() code!: string;
  @ApiProperty() class!: number;
  @ApiProperty({ enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] }) severity!: string;
  @ApiProperty() count!: number;
  @Nullable({ description: 'Kroner at stake, decimal text.' }) kroner!: string | null;
  @ApiProperty({ type: FindingDto }) example!: FindingDto;
  @ApiProperty({ type: [Number] }) rows!: number[];
}

export class SheetDto {
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['lines', 'summary', 'no-lines', 'empty'] }) role!: string;
  @ApiProperty() rows!: number;
}

export class ColumnsDto {
  @ApiProperty() sheet!: string;
  @ApiProperty() headingRow!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) columns!: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, selfRequired: false }) headings?: Record<
    string,
    string
  >;
}

export class ChangedCellDto {
  @ApiProperty() sheet!: string;
  @ApiProperty() row!: number;
  @Nullable({ description: 'The heading of the column.' }) column!: string | null;
  @Nullable({ description: 'What stands in the file; null where the row is no line, or the cell was empty.' })
  written!: string | null;
  @ApiProperty({ description: 'What it was changed to, and read as.' }) value!: string;
}

export class VersionAnswersDto {
  @ApiProperty({ type: [ColumnsDto], description: 'Columns that were pointed out.' }) mapping!: ColumnsDto[];
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Changes to the file, as findings offer them.',
  })
  patches!: Record<string, unknown>[];
  @ApiProperty({ type: [ChangedCellDto], description: 'The first 500 cells that were changed.' })
  changed!: ChangedCellDto[];
  @ApiProperty() changedCount!: number;
  @Nullable({ description: 'Who submitted the version with these changes.' }) changedBy!: string | null;
}

export class CheckResultDto {
  @ApiProperty() ok!: boolean;
  @ApiProperty() rows!: number;
  @ApiProperty() accepted!: number;
  @ApiProperty() quarantined!: number;
  @ApiProperty({ type: TotalsDto }) totals!: TotalsDto;
  @ApiProperty({ type: [FindingGroupDto] }) groups!: FindingGroupDto[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) counts!: Record<string, number>;
  @ApiProperty({ type: [ColumnsDto] }) columns!: ColumnsDto[];
  @ApiProperty({ type: [SheetDto] }) sheets!: SheetDto[];
  @ApiProperty() engine!: string;
  @ApiProperty() termsSha256!: string;
  @Nullable() contextSha256!: string | null;
}

export class ProgressProblemDto {
  @ApiProperty() code!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, selfRequired: false }) params?: Record<string, unknown>;
}

export class ProgressDto {
  @ApiProperty({ enum: ['waiting', 'working', 'done', 'failed'] }) state!: string;
  @Nullable() stage!: string | null;
  @ApiProperty() done!: number;
  @ApiProperty({ type: Number, nullable: true }) total!: number | null;
  @ApiProperty({ type: ProgressProblemDto, nullable: true }) problem!: ProgressProblemDto | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Its number in the queue, from 1; null when it does not wait.',
  })
  position!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Jobs that start before this one; null when it does not wait.',
  })
  ahead!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Seconds until it starts, from how long such jobs took lately; null when that is not known.',
  })
  expectedSeconds!: number | null;
}

export class UnclaimedLineDto {
  @ApiProperty({ description: 'Empty in a CSV file.' }) sheet!: string;
  @ApiProperty() row!: number;
  @ApiProperty({ enum: unclaimedReasons }) reason!: (typeof unclaimedReasons)[number];
  @ApiProperty({ description: 'The text or date that decided.' }) found!: string;
  @ApiProperty() item!: string;
  @ApiProperty() buyer!: string;
  @ApiProperty() date!: string;
  @Nullable(decimal) amount!: string | null;
  @ApiProperty({ type: [String], description: 'Obligations it may belong to.' }) candidates!: string[];
}

export class UnclaimedDto {
  @ApiProperty() count!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) byReason!: Record<string, number>;
  @ApiProperty({ type: [UnclaimedLineDto], description: 'The first thousand.' }) lines!: UnclaimedLineDto[];
}

export class OtherShareDto {
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty() lines!: number;
  @ApiProperty(decimal) amount!: string;
}

export class UnreadSheetDto {
  @ApiProperty() sheet!: string;
  @ApiProperty() rows!: number;
}

export class SharedFileDto {
  @ApiProperty({ description: 'Lines of the whole file.' }) lines!: number;
  @ApiProperty({ description: 'Those of this report.' }) own!: number;
  @ApiProperty({ type: [OtherShareDto] }) others!: OtherShareDto[];
  @ApiProperty({ type: UnclaimedDto }) unclaimed!: UnclaimedDto;
  @ApiProperty({ type: [UnreadSheetDto] }) unread!: UnreadSheetDto[];
}

export class ManualEntryStartedDto {
  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'Lines of e-invoices it was begun from; null where the lines went through a file, in which nobody counts.',
  })
  lines!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Of these, lines that were changed.' }) changed!:
    number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Lines that were added.' }) added!: number | null;
}

export class VersionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty({ enum: ['received', 'checked', 'submitted', 'accepted', 'returned', 'replaced'] }) state!: string;
  @ApiProperty({ enum: ['lines', 'nil'] }) kind!: string;
  @Nullable({ description: 'R-2026-00123/1, from when it is submitted.' }) number!: string | null;
  @ApiProperty({ type: Number, nullable: true }) sequence!: number | null;
  @ApiProperty() needsDecision!: boolean;
  @ApiProperty({ type: AgreementRefDto }) agreement!: AgreementRefDto;
  @ApiProperty({ type: SupplierRefDto }) supplier!: SupplierRefDto;
  @ApiProperty({ type: PeriodDto }) period!: PeriodDto;
  @ApiProperty({ type: FileDto, nullable: true }) file!: FileDto | null;
  @ApiProperty({ type: [CuttingDto] }) cuttings!: CuttingDto[];
  @ApiProperty({ type: CorrectionDto, nullable: true }) correction!: CorrectionDto | null;
  @ApiProperty({ type: OnBehalfDto, nullable: true }) onBehalf!: OnBehalfDto | null;
  @ApiProperty({
    type: ManualEntryStartedDto,
    nullable: true,
    description: 'Begun from e-invoices that buyers have booked.',
  })
  begun!: ManualEntryStartedDto | null;
  @ApiProperty({ type: SharedFileDto, nullable: true, description: 'How a file for several reports was divided.' })
  shared!: SharedFileDto | null;
  @ApiProperty() lines!: number;
  @ApiProperty(decimal) amount!: string;
  @Nullable() currency!: string | null;
  @ApiProperty(when) receivedAt!: Date;
  @Nullable(when) checkedAt!: Date | null;
  @Nullable(when) submittedAt!: Date | null;
  @Nullable(when) acceptedAt!: Date | null;
  @Nullable(when) returnedAt!: Date | null;
  @Nullable() returnReason!: string | null;
  @Nullable({ description: 'Name of who accepted or returned it; null when nobody had to, and to other sides.' })
  decidedBy!: string | null;
  @Nullable({ format: 'date', description: 'The due date in force.' }) dueOn!: string | null;
  @Nullable(when) replacedAt!: Date | null;
  @ApiProperty({ type: CheckResultDto, nullable: true }) verdict!: CheckResultDto | null;
  @ApiProperty({ type: [ConfirmationDto] }) confirmations!: ConfirmationDto[];
  @ApiProperty({ type: ProgressDto, nullable: true }) progress!: ProgressDto | null;
}

export class QuarantinedRowDto {
  @ApiProperty() no!: number;
  @ApiProperty() sheet!: string;
  @ApiProperty() row!: number;
  @Nullable(decimal) amount!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) raw!: Record<string, string>;
}
