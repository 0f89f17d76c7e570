import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { languages, limits, type Language } from '@tallgrunn/values';
import { ledgerScales, redactionReasons } from '@tallgrunn/formats';
import { batchKinds, type BatchKind } from './batch.ts';

const charts = ['kostra', 'ns4102', 'dfo'] as const;

export class ReceiveBatchBody {
  @ApiProperty({ enum: batchKinds, required: false, description: 'By what the file holds when it is not said.' })
  @IsOptional()
  @IsIn(batchKinds)
  kind?: BatchKind;

  @ApiProperty({
    format: 'uuid',
    required: false,
    description: 'Whose spend it is. Buyers leave it out: it is theirs.',
  })
  @IsOptional()
  @IsUUID()
  buyerId?: string;

  @ApiProperty({ format: 'uuid', required: false, description: 'A saved ledger profile; else the one that fits best.' })
  @IsOptional()
  @IsUUID()
  profileId?: string;

  @ApiProperty({ required: false, description: 'Month the file is for, 2026-03, for ledgers whose rows have no date.' })
  @IsOptional()
  @IsString()
  @Length(4, 7)
  period?: string;
}

export class BatchReceiptDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ enum: batchKinds }) kind!: string;
}

export class LinesQuery {
  @ApiProperty({ required: false, description: 'Month the lines are for, 2026-03, where they have no date.' })
  @IsOptional()
  @IsString()
  @Length(4, 7)
  period?: string;

  @ApiProperty({ enum: charts, required: false, description: 'Chart of accounts of the codes; kostra unless said.' })
  @IsOptional()
  @IsIn(charts)
  chart: (typeof charts)[number] = 'kostra';

  @ApiProperty({
    enum: languages,
    required: false,
    description: 'Language of what is said of wrong lines; nb unless said.',
  })
  @IsOptional()
  @IsIn(languages)
  language: Language = 'nb';

  @ApiProperty({
    required: false,
    minimum: 0,
    maximum: limits.sending.waitSecondsMax,
    description: 'Seconds to wait for the batch to be read; 20 unless said.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(limits.sending.waitSecondsMax)
  wait: number = limits.sending.waitSecondsMax;

  @ApiProperty({
    format: 'uuid',
    required: false,
    description: 'Whose spend it is. Buyers leave it out: it is theirs.',
  })
  @IsOptional()
  @IsUUID()
  buyerId?: string;
}

export class RefusalDto {
  @ApiProperty() code!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) params!: Record<string, unknown>;
}

export class BatchLinkDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
}

export class ReverseBatchRequest {
  @ApiProperty({ minLength: 3, maxLength: 500, description: 'Why the batch is taken back; shown on both.' })
  @IsString()
  @Length(3, 500)
  reason!: string;
}

export class BatchSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ enum: batchKinds }) kind!: string;
  @ApiProperty({ enum: ['received', 'posted', 'refused'] }) state!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) buyerId!: string | null;
  @ApiProperty({ type: String, nullable: true }) buyer!: string | null;
  @ApiProperty() fileName!: string;
  @ApiProperty({ format: 'date-time' }) receivedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) postedAt!: Date | null;
  @ApiProperty({ type: BatchLinkDto, nullable: true, description: 'The batch that this one takes back.' })
  reverses!: BatchLinkDto | null;
  @ApiProperty({ type: BatchLinkDto, nullable: true, description: 'The counter-batch that has taken this one back.' })
  reversedBy!: BatchLinkDto | null;
  @ApiProperty({ type: String, nullable: true }) reversalReason!: string | null;
  @ApiProperty() documents!: number;
  @ApiProperty() refusedDocuments!: number;
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Rows set aside because their amount could not be read.' }) quarantined!: number;
  @ApiProperty({ description: 'Invoices or postings that an earlier batch has already: kept, not counted.' })
  repeated!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Decimal text per currency, as the file has them.',
  })
  totals!: Record<string, string>;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The same without VAT; lines whose VAT is not known are not in it.',
  })
  netTotals!: Record<string, string>;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What the file has of lines whose VAT is not known: in no sum without VAT.',
  })
  unknownTotals!: Record<string, string>;
  @ApiProperty({ type: RefusalDto, nullable: true }) refusal!: RefusalDto | null;
}

export class SpendFindingDto {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] }) severity!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) place!: Record<string, unknown> | null;
  @ApiProperty({ type: String, nullable: true }) found!: string | null;
  @ApiProperty({ type: String, nullable: true }) expected!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) params!: Record<string, unknown>;
  @ApiProperty({ required: false, description: 'File or entry of the archive.' }) document?: string;
}

export class ExcludedDto {
  @ApiProperty() reason!: string;
  @ApiProperty() rows!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) amounts!: Record<string, string>;
}

export class WithheldDto {
  @ApiProperty({ enum: redactionReasons }) reason!: string;
  @ApiProperty({ description: 'Heading of the column, or name of the element; never what stood there.' })
  where!: string;
  @ApiProperty({ description: 'Cells, texts or parts of documents.' }) count!: number;
}

export class ImportProgressDto {
  @ApiProperty() jobName!: string;
  @ApiProperty({ enum: ['waiting', 'working', 'done', 'failed'] }) state!: string;
  @ApiProperty({ type: String, nullable: true }) stage!: string | null;
  @ApiProperty() done!: number;
  @ApiProperty({ type: Number, nullable: true }) total!: number | null;
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

export class BatchDto extends BatchSummaryDto {
  @ApiProperty() sha256!: string;
  @ApiProperty() sizeBytes!: number;
  @ApiProperty({ type: String, nullable: true }) periodKey!: string | null;
  @ApiProperty({ type: String, nullable: true }) reader!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) profile!: Record<string, unknown> | null;
  @ApiProperty({ type: [ExcludedDto] }) leftOut!: ExcludedDto[];
  @ApiProperty({ type: [WithheldDto], description: 'What of the lines is not kept, and why.' })
  withheld!: WithheldDto[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) findingCounts!: Record<string, number>;
  @ApiProperty({ type: [SpendFindingDto] }) findings!: SpendFindingDto[];
  @ApiProperty({ description: 'Invoices found in a ledger, or postings that have an invoice.' }) tied!: number;
  @ApiProperty({ type: [ImportProgressDto] }) progress!: ImportProgressDto[];
}

export class BatchLineDto {
  @ApiProperty() lineNo!: number;
  @ApiProperty({ description: 'Entry of an archive, or sheet.' }) part!: string;
  @ApiProperty() row!: number;
  @ApiProperty({ type: String, nullable: true }) seller!: string | null;
  @ApiProperty({ type: String, nullable: true }) sellerOrgNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) invoiceNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) date!: string | null;
  @ApiProperty({ type: String, nullable: true }) account!: string | null;
  @ApiProperty({ type: String, nullable: true }) itemNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) text!: string | null;
  @ApiProperty({ type: String, nullable: true }) quantity!: string | null;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  @ApiProperty({ type: String, nullable: true }) amount!: string | null;
  @ApiProperty({ type: String, nullable: true }) currency!: string | null;
  @ApiProperty({ enum: ['counted', 'repeated', 'tied', 'ledger-counts', 'no-money', 'reversed', 'counter'] })
  standing!: string;
}

export class OverlapBatchDto extends BatchLinkDto {
  @ApiProperty() lines!: number;
}

export class OverlapDto {
  @ApiProperty({ description: 'Invoices or despatch advices that are there already.' }) documents!: number;
  @ApiProperty({ description: 'Lines that are there already, and would not be counted again.' }) lines!: number;
  @ApiProperty({ type: [OverlapBatchDto] }) batches!: OverlapBatchDto[];
}

export class ReadWithDto {
  @ApiProperty({ description: 'Key of the ledger profile.' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({
    enum: ledgerScales,
    description: "What the file's amounts are multiplied by: 1000 where they are in thousands. The totals are kroner.",
  })
  scale!: number;
}

export class BatchPreviewDto {
  @ApiProperty({ enum: batchKinds }) kind!: string;
  @ApiProperty({ type: BatchLinkDto, nullable: true, description: 'The batch that holds these very bytes.' })
  known!: BatchLinkDto | null;
  @ApiProperty({
    description: 'Whether the lines were read: a file that is known, or above 100 MB, is only looked up by its hash.',
  })
  read!: boolean;
  @ApiProperty() documents!: number;
  @ApiProperty() lines!: number;
  @ApiProperty() quarantined!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Decimal text per currency, also of lines that are there already.',
  })
  totals!: Record<string, string>;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The same without VAT; lines whose VAT is not known are not in it.',
  })
  netTotals!: Record<string, string>;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What the file has of lines whose VAT is not known: in no sum without VAT.',
  })
  unknownTotals!: Record<string, string>;
  @ApiProperty({ type: [ExcludedDto] }) leftOut!: ExcludedDto[];
  @ApiProperty({ type: [WithheldDto], description: 'What of the lines is not kept, and why.' })
  withheld!: WithheldDto[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) findingCounts!: Record<string, number>;
  @ApiProperty({ type: ReadWithDto, nullable: true, description: 'What a ledger is read with.' })
  profile!: ReadWithDto | null;
  @ApiProperty({ type: RefusalDto, nullable: true, description: 'Why it would be refused.' })
  refusal!: RefusalDto | null;
  @ApiProperty({ type: OverlapDto }) overlap!: OverlapDto;
}

export class CoverageDto {
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() buyer!: string;
  @ApiProperty({ description: 'YYYY-MM' }) month!: string;
  @ApiProperty() postings!: number;
}

export class SaveProfileRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'As `tallgrunn schema ledger-profile` says.',
  })
  @IsObject()
  profile!: Record<string, unknown>;

  @ApiProperty({
    format: 'uuid',
    required: false,
    description: 'Whose ledger. Buyers leave it out; the cooperative leaves it out for all.',
  })
  @IsOptional()
  @IsUUID()
  buyerId?: string;

  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'Save nothing where the newest version is the same: a script may save twice.',
  })
  @IsOptional()
  @IsBoolean()
  onlyIfChanged?: boolean;
}

export class SavedProfileDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ description: 'The newest version is the same, and nothing was saved.' }) existed!: boolean;
}

export class ImportProfileSummaryDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) id!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) buyerId!: string | null;
  @ApiProperty({ type: Number, nullable: true }) version!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) savedAt!: Date | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) profile!: Record<string, unknown>;
}

export class ProposalDto {
  @ApiProperty({ type: 'object', additionalProperties: true }) profile!: Record<string, unknown>;
  @ApiProperty({ description: 'Share of the headings that the profile knows, 0 to 1.' }) fit!: number;
  @ApiProperty() headerRow!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) columns!: Record<string, string>;
  @ApiProperty({ type: [String] }) unused!: string[];
}

export class RegisteredSuppliersDto {
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() buyer!: string;
  @ApiProperty({
    type: [String],
    description: "The buyer's own numbers of suppliers whose organisation number is known.",
  })
  numbers!: string[];
}

export class SuppliersBody {
  @ApiProperty({ format: 'uuid', required: false, description: 'Whose supplier master. Buyers leave it out.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string;
}

export class SuppliersStatedDto {
  @ApiProperty({ description: 'Rows with a supplier number.' }) rows!: number;
  @ApiProperty({ description: 'Supplier numbers with an organisation.' }) numbers!: number;
  @ApiProperty({ description: 'Of them those that were not known before, or were known as the number of another.' })
  changed!: number;
  @ApiProperty({ description: 'Rows without an organisation number, as those of persons are.' }) without!: number;
  @ApiProperty({ description: 'Rows whose organisation number is none.' }) wrong!: number;
  @ApiProperty({ description: 'Supplier numbers that stand with several organisations: none of them is taken.' })
  contradicting!: number;
}

export class MonthStatementRequest {
  @ApiProperty({ format: 'uuid', required: false, description: 'Whose ledger. Buyers leave it out.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string;

  @ApiProperty({ description: 'False: more postings are expected.' })
  @IsBoolean()
  isComplete!: boolean;

  @ApiProperty({ maxLength: 500 })
  @IsString()
  @Length(1, 500)
  reason!: string;
}

export class MonthStatementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}
