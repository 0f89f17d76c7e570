import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { supplierResponseKinds, type SupplierResponseKind } from './supplier-response-kinds.ts';

const decimal = { description: 'Decimal text.' } as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class BookedInvoiceQuery {
  @ApiProperty({ format: 'uuid' }) @IsUUID() buyerId!: string;
  @ApiProperty({ description: 'The key of the invoice.' }) @IsString() @Length(1, 200) invoice!: string;
}

export class SupplierResponseRequest extends BookedInvoiceQuery {
  @ApiProperty({
    type: [String],
    required: false,
    description: 'Keys of some of its lines; without them, all that are not in a report.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  lines?: string[];
  @ApiProperty({
    enum: supplierResponseKinds,
    required: false,
    description: 'Without a kind, what was said is taken back.',
  })
  @IsOptional()
  @IsIn(supplierResponseKinds)
  kind?: SupplierResponseKind;
  @ApiProperty() @IsString() @MaxLength(1000) reason!: string;
}

export class AcceptanceRequest {
  @ApiProperty() @IsString() @Length(1, 1000) reason!: string;
}

export class SupplierResponseCreatedDto {
  @ApiProperty({ description: 'Lines that were answered.' }) lines!: number;
}

export class SupplierResponseDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: supplierResponseKinds }) kind!: SupplierResponseKind;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: String, format: 'date-time' }) saidAt!: string;
  @Nullable({ description: 'What the person is called; null where the asker may not know.' }) saidBy!: string | null;
  @ApiProperty({ description: 'A reviewer took it as the answer.' }) accepted!: boolean;
}

export class UnreportedSpendBuyerDto {
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() buyer!: string;
  @ApiProperty(decimal) booked!: string;
  @ApiProperty({ description: 'Of it found in the reports; never more than is booked of a month.' }) linked!: string;
  @Nullable({ description: 'The last month its ledger is here for, 2026-03; null without one.' }) lastMonth!:
    string | null;
  @Nullable({ description: 'The month of its last e-invoice that is here, from any seller; null without one.' })
  lastInvoiceMonth!: string | null;
  @Nullable({
    format: 'date-time',
    description: 'When the last of its files that has something of this supplier was read.',
  })
  postedAt!: string | null;
}

export class BookedInvoiceDto {
  @ApiProperty() key!: string;
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() buyer!: string;
  @Nullable() number!: string | null;
  @Nullable({ format: 'date' }) day!: string | null;
  @Nullable({ description: 'What one of its lines says.' }) text!: string | null;
  @ApiProperty() lines!: number;
  @ApiProperty(decimal) amount!: string;
  @ApiProperty({ description: 'Lines of it that no report tells of.' }) openLines!: number;
  @ApiProperty(decimal) openAmount!: string;
  @Nullable({ description: 'Why it may not be in a report, as the last run said of its largest line.' }) cause!:
    string | null;
  @ApiProperty({ description: 'Of the open lines, those the supplier has said something of.' }) answered!: number;
  @ApiProperty({ type: SupplierResponseDto, nullable: true, description: 'Where one thing is said of all of them.' })
  statement!: SupplierResponseDto | null;
}

export class UnreportedSpendLineDto {
  @ApiProperty() key!: string;
  @Nullable() invoiceLine!: string | null;
  @Nullable() itemNumber!: string | null;
  @Nullable() itemName!: string | null;
  @Nullable({ format: 'date' }) deliveredOn!: string | null;
  @Nullable() quantity!: string | null;
  @Nullable() unit!: string | null;
  @Nullable() unitPrice!: string | null;
  @ApiProperty(decimal) amount!: string;
  @ApiProperty({ description: 'No report tells of it.' }) open!: boolean;
  @Nullable() cause!: string | null;
  @ApiProperty({ type: SupplierResponseDto, nullable: true }) statement!: SupplierResponseDto | null;
}

export class OpenSumDto {
  @ApiProperty() invoices!: number;
  @ApiProperty(decimal) amount!: string;
  @ApiProperty({ description: 'Invoices of which the supplier has said something of every open line.' })
  answered!: number;
  @ApiProperty(decimal) answeredAmount!: string;
}

export class CoverageBeforeDto {
  @ApiProperty({ description: 'The version that came after.' }) number!: string;
  @ApiProperty(decimal) linked!: string;
}

export class LastRunDto {
  @ApiProperty() number!: number;
  @ApiProperty({ type: String, format: 'date-time' }) finishedAt!: string;
}

export class UnreportedSpendDto {
  @ApiProperty({
    description:
      'False where it cannot be told what of the books this report should hold: several reports for the same days, or a branch without a number of its own.',
  })
  tellable!: boolean;
  @ApiProperty({
    description: 'Decimal text: all that is booked of the supplier in the period, on the agreement, without VAT.',
  })
  booked!: string;
  @ApiProperty({
    description: 'Decimal text: what the ledgers have of lines whose VAT is not known, in none of the sums.',
  })
  outside!: string;
  @ApiProperty({
    description:
      'Decimal text: of it found in the reports; counted for each buyer and month, and never beyond what is booked there.',
  })
  linked!: string;
  @ApiProperty({
    type: CoverageBeforeDto,
    nullable: true,
    description: 'The same before the version in force was accepted.',
  })
  before!: CoverageBeforeDto | null;
  @ApiProperty({
    type: [UnreportedSpendBuyerDto],
    description: 'Everyone who takes part, the largest difference first.',
  })
  buyers!: UnreportedSpendBuyerDto[];
  @ApiProperty({ type: OpenSumDto }) open!: OpenSumDto;
  @ApiProperty({ type: [BookedInvoiceDto], description: 'The 200 with the most kroner.' })
  invoices!: BookedInvoiceDto[];
  @ApiProperty({ type: LastRunDto, nullable: true }) run!: LastRunDto | null;
}
