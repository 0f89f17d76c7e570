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
import { CorrectionReasonBody, CorrectionShape, OnBehalfShape, correctionWays } from '../corrections/correction.dto.ts';
import { AgreementRefShape, PeriodShape, SupplierRefShape } from '../obligations/obligation.dto.ts';

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

export class AnswerBody {
  @ApiProperty({ description: 'The code of the findings that are answered.' })
  @IsString()
  @MaxLength(100)
  code!: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(500) cause?: string;
  @ApiProperty() @IsString() @Length(1, 2000) reason!: string;
}

export class SubmissionBody {
  @ApiProperty({ type: [AnswerBody], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => AnswerBody)
  confirmations?: AnswerBody[];
  @ApiProperty({ required: false, description: 'The rows that findings keep out are known; submit the rest.' })
  @IsOptional()
  @IsBoolean()
  leaveOutRows?: boolean;
  @ApiProperty({ type: CorrectionReasonBody, required: false, description: 'Why, where the version corrects another.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CorrectionReasonBody)
  correction?: CorrectionReasonBody;
}

export class ReturnBody {
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

export class VersionIdShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class FileShape {
  @ApiProperty() name!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty() sizeBytes!: number;
  @ApiProperty({ description: 'False when neither the bytes nor a copy of them are stored.' }) kept!: boolean;
}

export class PersonalColumnShape {
  @ApiProperty() sheet!: string;
  @ApiProperty({ description: 'Counted from 0.' }) column!: number;
  @ApiProperty({ description: 'Empty where the column has none.' }) heading!: string;
  @ApiProperty({
    description:
      'Counted from 1: the row of the heading, or the first in which a national identity number stood; 0 where it is not known.',
  })
  row!: number;
}

export class UnusedColumnShape {
  @ApiProperty() sheet!: string;
  @ApiProperty({ description: 'Counted from 0.' }) column!: number;
  @ApiProperty({ description: 'Empty where the column has none, or where it may name a customer.' }) heading!: string;
}

export class CuttingShape {
  @ApiProperty({
    enum: ['sent', 'kept'],
    description:
      'sent: on the supplier’s machine before it was sent. kept: here, before it was kept; what is kept is a copy.',
  })
  stage!: string;
  @ApiProperty({ description: 'SHA-256 of the file before it was cut.' }) wholeSha256!: string;
  @ApiProperty() wholeSizeBytes!: number;
  @ApiProperty({ description: 'Lines about other customers that did not go along.' }) rows!: number;
  @ApiProperty({ type: [PersonalColumnShape], description: 'Columns about persons, which were blanked.' })
  columns!: PersonalColumnShape[];
  @ApiProperty({ description: 'Cells in which something about a person was redacted.' }) cells!: number;
  @ApiProperty({ type: [UnusedColumnShape], description: 'Columns that no field uses: their cells were blanked.' })
  unused!: UnusedColumnShape[];
  @ApiProperty({ description: 'Sheets without lines.' }) sheets!: number;
  @ApiProperty({ description: 'Lines that the supplier left out because they are not right. They never came here.' })
  leftOut!: number;
}

export class ConfirmationShape {
  @ApiProperty() code!: string;
  @ApiProperty() cause!: string;
  @ApiProperty() reason!: string;
}

export class BuyerTotalShape {
  @Nullable({ format: 'uuid' }) buyer!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty() rows!: number;
  @ApiProperty(decimal) amount!: string;
}

export class TotalsShape {
  @ApiProperty() currency!: string;
  @ApiProperty(decimal) amount!: string;
  @ApiProperty(decimal) credit!: string;
  @ApiProperty(decimal) fees!: string;
  @ApiProperty(decimal) quarantined!: string;
  @ApiProperty({ type: [BuyerTotalShape] }) byBuyer!: BuyerTotalShape[];
}

export class PlaceShape {
  @Nullable() sheet!: string | null;
  @ApiProperty({ type: Number, nullable: true }) row!: number | null;
  @Nullable() column!: string | null;
  @Nullable() cell!: string | null;
}

export class FindingShape {
  @ApiProperty() code!: string;
  @ApiProperty() class!: number;
  @ApiProperty({ enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] }) severity!: string;
  @ApiProperty({ type: PlaceShape, nullable: true }) place!: PlaceShape | null;
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

export class FindingRowView extends FindingShape {
  @ApiProperty() no!: number;
}

export class FurtherView {
  @ApiProperty() code!: string;
  @ApiProperty() sheet!: string;
  @ApiProperty() count!: number;
}

export class FindingPage {
  @ApiProperty({ type: [FindingRowView] }) findings!: FindingRowView[];
  @ApiProperty({ type: Number, nullable: true, description: 'Pass as `after` for the next page.' }) next!:
    number | null;
  @ApiProperty({ type: [FurtherView], description: 'Counted and placed, but not kept in full.' })
  further!: FurtherView[];
}

export class FindingGroupShape {
  @ApiProperty() code!: string;
  @ApiProperty() class!: number;
  @ApiProperty({ enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] }) severity!: string;
  @ApiProperty() count!: number;
  @Nullable({ description: 'Kroner at stake, decimal text.' }) kroner!: string | null;
  @ApiProperty({ type: FindingShape }) example!: FindingShape;
  @ApiProperty({ type: [Number] }) rows!: number[];
}

export class SheetShape {
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['lines', 'summary', 'no-lines', 'empty'] }) role!: string;
  @ApiProperty() rows!: number;
}

export class ColumnsShape {
  @ApiProperty() sheet!: string;
  @ApiProperty() headingRow!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) columns!: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, selfRequired: false }) headings?: Record<
    string,
    string
  >;
}

export class ChangedCellShape {
  @ApiProperty() sheet!: string;
  @ApiProperty() row!: number;
  @Nullable({ description: 'The heading of the column.' }) column!: string | null;
  @Nullable({ description: 'What stands in the file; null where the row is no line, or the cell was empty.' })
  written!: string | null;
  @ApiProperty({ description: 'What it was changed to, and read as.' }) value!: string;
}

export class VersionAnswersView {
  @ApiProperty({ type: [ColumnsShape], description: 'Columns that were pointed out.' }) mapping!: ColumnsShape[];
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Changes to the file, as findings offer them.',
  })
  patches!: Record<string, unknown>[];
  @ApiProperty({ type: [ChangedCellShape], description: 'The first 500 cells that were changed.' })
  changed!: ChangedCellShape[];
  @ApiProperty() changedCount!: number;
  @Nullable({ description: 'Who submitted the version with these changes.' }) changedBy!: string | null;
}

export class VerdictShape {
  @ApiProperty() ok!: boolean;
  @ApiProperty() rows!: number;
  @ApiProperty() accepted!: number;
  @ApiProperty() quarantined!: number;
  @ApiProperty({ type: TotalsShape }) totals!: TotalsShape;
  @ApiProperty({ type: [FindingGroupShape] }) groups!: FindingGroupShape[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) counts!: Record<string, number>;
  @ApiProperty({ type: [ColumnsShape] }) columns!: ColumnsShape[];
  @ApiProperty({ type: [SheetShape] }) sheets!: SheetShape[];
  @ApiProperty() engine!: string;
  @ApiProperty() termsSha256!: string;
  @Nullable() contextSha256!: string | null;
}

export class ProgressProblemShape {
  @ApiProperty() code!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, selfRequired: false }) params?: Record<string, unknown>;
}

export class ProgressShape {
  @ApiProperty({ enum: ['waiting', 'working', 'done', 'failed'] }) state!: string;
  @Nullable() stage!: string | null;
  @ApiProperty() done!: number;
  @ApiProperty({ type: Number, nullable: true }) total!: number | null;
  @ApiProperty({ type: ProgressProblemShape, nullable: true }) problem!: ProgressProblemShape | null;
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

export class UnclaimedLineShape {
  @ApiProperty({ description: 'Empty in a CSV file.' }) sheet!: string;
  @ApiProperty() row!: number;
  @ApiProperty({ enum: unclaimedReasons }) reason!: (typeof unclaimedReasons)[number];
  @ApiProperty({ description: 'The text or date that decided.' }) found!: string;
  @ApiProperty() item!: string;
  @ApiProperty() buyer!: string;
  @ApiProperty() date!: string;
  @Nullable(decimal) amount!: string | null;
  @ApiProperty({ type: [String], description: 'Duties it may belong to.' }) candidates!: string[];
}

export class UnclaimedShape {
  @ApiProperty() count!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) byReason!: Record<string, number>;
  @ApiProperty({ type: [UnclaimedLineShape], description: 'The first thousand.' }) lines!: UnclaimedLineShape[];
}

export class OtherShareShape {
  @ApiProperty({ format: 'uuid' }) dutyId!: string;
  @ApiProperty() lines!: number;
  @ApiProperty(decimal) amount!: string;
}

export class UnreadSheetShape {
  @ApiProperty() sheet!: string;
  @ApiProperty() rows!: number;
}

export class SharedFileShape {
  @ApiProperty({ description: 'Lines of the whole file.' }) lines!: number;
  @ApiProperty({ description: 'Those of this report.' }) own!: number;
  @ApiProperty({ type: [OtherShareShape] }) others!: OtherShareShape[];
  @ApiProperty({ type: UnclaimedShape }) unclaimed!: UnclaimedShape;
  @ApiProperty({ type: [UnreadSheetShape] }) unread!: UnreadSheetShape[];
}

export class BegunShape {
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

export class VersionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) dutyId!: string;
  @ApiProperty({ enum: ['received', 'checked', 'submitted', 'accepted', 'returned', 'replaced'] }) state!: string;
  @ApiProperty({ enum: ['lines', 'nil'] }) kind!: string;
  @Nullable({ description: 'R-2026-00123/1, from when it is submitted.' }) number!: string | null;
  @ApiProperty({ type: Number, nullable: true }) sequence!: number | null;
  @ApiProperty() needsDecision!: boolean;
  @ApiProperty({ type: AgreementRefShape }) agreement!: AgreementRefShape;
  @ApiProperty({ type: SupplierRefShape }) supplier!: SupplierRefShape;
  @ApiProperty({ type: PeriodShape }) period!: PeriodShape;
  @ApiProperty({ type: FileShape, nullable: true }) file!: FileShape | null;
  @ApiProperty({ type: [CuttingShape] }) cuttings!: CuttingShape[];
  @ApiProperty({ type: CorrectionShape, nullable: true }) correction!: CorrectionShape | null;
  @ApiProperty({ type: OnBehalfShape, nullable: true }) onBehalf!: OnBehalfShape | null;
  @ApiProperty({ type: BegunShape, nullable: true, description: 'Begun from e-invoices that buyers have booked.' })
  begun!: BegunShape | null;
  @ApiProperty({ type: SharedFileShape, nullable: true, description: 'How a file for several reports was divided.' })
  shared!: SharedFileShape | null;
  @ApiProperty() lines!: number;
  @ApiProperty(decimal) amount!: string;
  @Nullable() currency!: string | null;
  @ApiProperty(when) receivedAt!: string;
  @Nullable(when) checkedAt!: string | null;
  @Nullable(when) submittedAt!: string | null;
  @Nullable(when) acceptedAt!: string | null;
  @Nullable(when) returnedAt!: string | null;
  @Nullable() returnReason!: string | null;
  @Nullable({ description: 'Name of who accepted or returned it; null when nobody had to, and to other sides.' })
  decidedBy!: string | null;
  @Nullable({ format: 'date', description: 'The due date in force.' }) dueOn!: string | null;
  @Nullable(when) replacedAt!: string | null;
  @ApiProperty({ type: VerdictShape, nullable: true }) verdict!: VerdictShape | null;
  @ApiProperty({ type: [ConfirmationShape] }) confirmations!: ConfirmationShape[];
  @ApiProperty({ type: ProgressShape, nullable: true }) progress!: ProgressShape | null;
}

export class QuarantinedRowView {
  @ApiProperty() no!: number;
  @ApiProperty() sheet!: string;
  @ApiProperty() row!: number;
  @Nullable(decimal) amount!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) raw!: Record<string, string>;
}
