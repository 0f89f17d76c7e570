import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { classFilters, type ClassFilter } from '@tallgrunn/emissions-server';
import { combinedOrders, type CombinedOrder } from './page-order.ts';

const sides = ['both', 'booked', 'reported'] as const;
const scopes = ['purchases', 'not-purchases'] as const;
const usedAs = ['reported', 'booked'] as const;
const MONTH = /^\d{4}-\d{2}$/;

export class CombinedFilterQuery {
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() buyerId?: string;
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(40) category?: string;
  @ApiProperty({ required: false, example: '2026-01' }) @IsOptional() @Matches(MONTH) from?: string;
  @ApiProperty({ required: false, example: '2026-06' }) @IsOptional() @Matches(MONTH) to?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(40) state?: string;
  @ApiProperty({ required: false, enum: sides }) @IsOptional() @IsIn(sides) side?: (typeof sides)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(20) basis?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(40) method?: string;
  @ApiProperty({
    required: false,
    enum: classFilters,
    description: 'Of the operating accounts, the investment accounts, or those of which it is not known.',
  })
  @IsOptional()
  @IsIn(classFilters)
  accountClass?: ClassFilter;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(200) text?: string;
  @ApiProperty({ required: false, enum: scopes }) @IsOptional() @IsIn(scopes) scope?: (typeof scopes)[number];
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'An agreement: only the lines its use is counted from.',
  })
  @IsOptional()
  @IsUUID()
  usedOn?: string;
  @ApiProperty({ required: false, enum: usedAs, description: 'As reports or as books have them.' })
  @IsOptional()
  @IsIn(usedAs)
  usedAs?: (typeof usedAs)[number];
  @ApiProperty({ required: false, format: 'uuid', description: 'A lot of that agreement.' })
  @IsOptional()
  @IsUUID()
  lotId?: string;
}

export class CombinedPageQuery extends CombinedFilterQuery {
  @ApiProperty({ required: false, enum: combinedOrders }) @IsOptional() @IsIn(combinedOrders) order?: CombinedOrder;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(60) afterValue?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(80) afterKey?: string;
}

export class CombinedExportQuery extends CombinedFilterQuery {
  @ApiProperty({ required: false, enum: ['nb', 'nn', 'en'] }) @IsOptional() @IsIn(['nb', 'nn', 'en']) language?:
    'nb' | 'nn' | 'en';
}

const text = { type: String, nullable: true } as const;
const number = { type: Number, nullable: true } as const;

/** Basis of an amount excl. VAT: see spend. */
const netBases = ['as-stated', 'on-invoice', 'vat-on-row', 'rate-on-row', 'rate-of-account', 'unknown'] as const;

export class CombinedRowDto {
  @ApiProperty() key!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Which part of its booked line this is, where the line has several; 0 is what no report explains.',
  })
  part!: number | null;
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty({ enum: sides }) side!: (typeof sides)[number];
  @ApiProperty() state!: string;
  @ApiProperty() buyer!: string;
  @ApiProperty(text) supplier!: string | null;
  @ApiProperty(text) agreement!: string | null;
  @ApiProperty({
    type: String,
    enum: ['reported', 'by-supplier'],
    nullable: true,
    description:
      'What says so: a report that the line is tied to, or that its supplier holds no other agreement on that day.',
  })
  agreementBasis!: 'reported' | 'by-supplier' | null;
  @ApiProperty(text) category!: string | null;
  @ApiProperty(text) spentOn!: string | null;
  @ApiProperty(text) month!: string | null;
  @ApiProperty(text) invoiceNumber!: string | null;
  @ApiProperty(text) accountSystem!: string | null;
  @ApiProperty(text) accountCode!: string | null;
  @ApiProperty({
    ...text,
    enum: ['operating', 'investment'],
    description: 'Of which accounts the booked line is; null where that is not known, or nothing is booked.',
  })
  accountClass!: 'operating' | 'investment' | null;
  @ApiProperty(text) itemNumber!: string | null;
  @ApiProperty(text) itemName!: string | null;
  @ApiProperty(text) quantity!: string | null;
  @ApiProperty(text) unit!: string | null;
  @ApiProperty({ ...text, description: 'Without VAT; null where nothing is booked, or its VAT is not known.' })
  bookedAmount!: string | null;
  @ApiProperty({
    ...text,
    enum: netBases,
    description: 'How the booked amount without VAT is known; null where nothing is booked.',
  })
  netBasis!: string | null;
  @ApiProperty({
    ...text,
    description:
      'What the ledger has of a line whose VAT is not known, or a report of a line that it tells with VAT: in no sum.',
  })
  outsideAmount!: string | null;
  @ApiProperty(text) reportedAmount!: string | null;
  @ApiProperty() currency!: string;
  @ApiProperty(text) method!: string | null;
  @ApiProperty(text) kg!: string | null;
  @ApiProperty(number) quality!: number | null;
  @ApiProperty(text) besideKg!: string | null;
  @ApiProperty() basis!: string;
  @ApiProperty(text) batchId!: string | null;
  @ApiProperty(number) spendLineNo!: number | null;
  @ApiProperty(text) spendFile!: string | null;
  @ApiProperty(text) spendSheet!: string | null;
  @ApiProperty(number) spendRow!: number | null;
  @ApiProperty(text) versionId!: string | null;
  @ApiProperty(number) reportLineNo!: number | null;
  @ApiProperty(text) reportFile!: string | null;
  @ApiProperty(text) reportSheet!: string | null;
  @ApiProperty(number) reportRow!: number | null;
}

export class KeysetDto {
  @ApiProperty() value!: string;
  @ApiProperty() key!: string;
}

export class CombinedPageDto {
  @ApiProperty({ type: [CombinedRowDto] }) rows!: CombinedRowDto[];
  @ApiProperty({ type: KeysetDto, nullable: true }) next!: KeysetDto | null;
}

export class NotPurchasesDto {
  @ApiProperty() lines!: number;
  @ApiProperty() amount!: string;
}

export class VatUnknownDto {
  @ApiProperty() lines!: number;
  @ApiProperty() amount!: string;
}

export class PartlyDto {
  @ApiProperty() lines!: number;
  /** The part of their amount in another category or method. */
  @ApiProperty() amount!: string;
}

export class OtherCurrencyDto {
  @ApiProperty() currency!: string;
  @ApiProperty() lines!: number;
  @ApiProperty() amount!: string;
}

export class ClassSumDto {
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Booked purchases without VAT.' }) amount!: string;
}

export class ClassSumsDto {
  @ApiProperty({ type: ClassSumDto }) operating!: ClassSumDto;
  @ApiProperty({ type: ClassSumDto }) investment!: ClassSumDto;
  @ApiProperty({ type: ClassSumDto, description: 'Of which it is not known: in neither of the two.' })
  unknown!: ClassSumDto;
}

export class CombinedTotalsDto {
  @ApiProperty({ description: 'A booked line once, in however many rows it stands.' }) lines!: number;
  @ApiProperty({ description: 'Of those, the lines that `booked` is the sum of.' }) bookedLines!: number;
  @ApiProperty() rows!: number;
  @ApiProperty() booked!: string;
  @ApiProperty() reported!: string;
  @ApiProperty() kg!: string;
  /** The part of kg calculated from spend. */
  @ApiProperty() kgFromKroner!: string;
  @ApiProperty() bookedWithoutFactor!: string;
  @ApiProperty({ type: PartlyDto }) partly!: PartlyDto;
  @ApiProperty({
    type: VatUnknownDto,
    description: 'Lines whose VAT is not known, and what ledgers have of them: in none of the sums.',
  })
  vatUnknown!: VatUnknownDto;
  @ApiProperty({
    type: VatUnknownDto,
    description: 'Lines that only reports have, with VAT in their amounts: in none of the sums.',
  })
  reportedWithVat!: VatUnknownDto;
  @ApiProperty({ type: ClassSumsDto, description: 'What is booked by its accounts, whichever of them is asked for.' })
  classes!: ClassSumsDto;
  @ApiProperty({ type: NotPurchasesDto }) notPurchases!: NotPurchasesDto;
  @ApiProperty({ type: [OtherCurrencyDto] }) otherCurrencies!: OtherCurrencyDto[];
}

export class QuantityDto {
  @ApiProperty() quantity!: string;
  @ApiProperty({ description: "The item's own unit; what cannot be turned into it, as the lines have it." })
  unit!: string;
}

export class GoodDto {
  @ApiProperty(text) supplier!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) supplierId!: string | null;
  @ApiProperty() number!: string;
  @ApiProperty(text) name!: string | null;
  @ApiProperty({ type: [QuantityDto], description: 'Of what is booked.' }) quantities!: QuantityDto[];
  @ApiProperty() booked!: string;
  @ApiProperty(text) kg!: string | null;
  /** The part of kg calculated from spend. */
  @ApiProperty() kgFromKroner!: string;
  @ApiProperty() bookedWithoutFactor!: string;
  @ApiProperty({ description: 'What reports say and no booked line has.' }) reportedOnly!: string;
}

export class GoodsDto {
  @ApiProperty({ type: [GoodDto], description: 'The dearest first, at most twenty.' }) goods!: GoodDto[];
  @ApiProperty({ description: 'How many items there are in all.' }) items!: number;
}

export class BasisShareDto {
  @ApiProperty({ enum: ['item', 'quantity', 'account', 'none'] }) basis!: string;
  @ApiProperty() amount!: string;
  @ApiProperty() lines!: number;
}

export class CategoryShareDto {
  @ApiProperty(text) category!: string | null;
  @ApiProperty(text) method!: string | null;
  @ApiProperty() amount!: string;
  @ApiProperty(text) kg!: string | null;
  @ApiProperty() lines!: number;
}

export class ChartsDto {
  @ApiProperty({ type: [BasisShareDto] }) basis!: BasisShareDto[];
  @ApiProperty({ description: 'Booked lines that the spend is of, each once: parts of a line may differ in basis.' })
  lines!: number;
  @ApiProperty({ type: [CategoryShareDto] }) categories!: CategoryShareDto[];
}

export class FilterOptionDto {
  @ApiProperty() value!: string;
  @ApiProperty() label!: string;
}

export class CalculationStatusDto {
  @ApiProperty({ description: 'Files with purchases that have been handed in, as far as whoever asks may see them.' })
  files!: number;
  @ApiProperty({ description: 'Of them, those that have been read.' }) read!: number;
  @ApiProperty({ description: 'Nothing has come of them for so long that something must have stopped the work.' })
  late!: boolean;
}

export class IncompleteMonthDto {
  @ApiProperty({ description: 'YYYY-MM.' }) month!: string;
  @ApiProperty({ type: [String], description: 'Names of the buyers whose ledger is not complete for it.' })
  buyers!: string[];
  @ApiProperty({ description: 'They are all the buyers that whoever asks may see.' }) isAll!: boolean;
}

export class FilterOptionsDto {
  @ApiProperty({ type: [FilterOptionDto] }) buyers!: FilterOptionDto[];
  @ApiProperty({ type: [FilterOptionDto] }) suppliers!: FilterOptionDto[];
  @ApiProperty({ type: [FilterOptionDto] }) agreements!: FilterOptionDto[];
  @ApiProperty({ type: [String] }) categories!: string[];
  @ApiProperty({ type: [String] }) months!: string[];
  @ApiProperty({
    type: [IncompleteMonthDto],
    description: 'Those of the months that a ledger which is here is not complete for.',
  })
  incomplete!: IncompleteMonthDto[];
  @ApiProperty({ type: [String], description: 'Names of the buyers of whose ledger nothing is here.' })
  withoutLedger!: string[];
  @ApiProperty({
    type: CalculationStatusDto,
    nullable: true,
    description:
      'Where there is no figure yet and something has been handed in: figures are being made of it. Null otherwise.',
  })
  making!: CalculationStatusDto | null;
}

export class SideLineDto {
  @ApiProperty({ format: 'uuid' }) documentId!: string;
  @ApiProperty() lineNo!: number;
  @ApiProperty({ enum: ['posting', 'invoice-line', 'remainder', 'report'] }) source!: string;
  @ApiProperty(text) seller!: string | null;
  @ApiProperty(text) sellerOrgNumber!: string | null;
  @ApiProperty(text) invoiceNumber!: string | null;
  @ApiProperty(text) invoiceLine!: string | null;
  @ApiProperty(text) orderNumber!: string | null;
  @ApiProperty(text) accountSystem!: string | null;
  @ApiProperty(text) accountCode!: string | null;
  @ApiProperty(text) accountName!: string | null;
  @ApiProperty({ ...text, enum: classFilters, description: 'Operating or investment accounts; null for a report.' })
  accountClass!: string | null;
  @ApiProperty(text) functionCode!: string | null;
  @ApiProperty(text) costCentre!: string | null;
  @ApiProperty(text) voucherNumber!: string | null;
  @ApiProperty(text) itemNumber!: string | null;
  @ApiProperty(text) gtin!: string | null;
  @ApiProperty(text) itemName!: string | null;
  @ApiProperty(text) quantity!: string | null;
  @ApiProperty(text) unit!: string | null;
  @ApiProperty(text) unitPrice!: string | null;
  @ApiProperty({ ...text, description: 'Without VAT; null where that is not known.' }) amount!: string | null;
  @ApiProperty(text) currency!: string | null;
  @ApiProperty({ ...text, description: 'What the ledger or the invoice says; null for a report.' }) ledgerAmount!:
    string | null;
  @ApiProperty({ enum: netBases, description: 'How the amount without VAT is known.' }) netBasis!: string;
  @ApiProperty(text) deliveredOn!: string | null;
  @ApiProperty(text) invoicedOn!: string | null;
  @ApiProperty(text) orderedOn!: string | null;
  @ApiProperty(text) period!: string | null;
  @ApiProperty(text) report!: string | null;
  @ApiProperty(text) file!: string | null;
  @ApiProperty(text) sheet!: string | null;
  @ApiProperty(number) row!: number | null;
}

export class LineLinkDto {
  @ApiProperty({ format: 'uuid' }) versionId!: string;
  @ApiProperty() reportLineNo!: number;
  @ApiProperty({ format: 'uuid' }) batchId!: string;
  @ApiProperty() spendLineNo!: number;
  @ApiProperty() step!: string;
  @ApiProperty() amount!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) evidence!: Record<string, unknown>;
}

export class CombinedLineDto {
  @ApiProperty({ type: CombinedRowDto }) row!: CombinedRowDto;
  @ApiProperty({ type: [SideLineDto] }) booked!: SideLineDto[];
  @ApiProperty({ type: [SideLineDto] }) reported!: SideLineDto[];
  @ApiProperty({ type: [LineLinkDto] }) links!: LineLinkDto[];
  @ApiProperty({ description: 'More lines hang together than are told.' }) more!: boolean;
}
