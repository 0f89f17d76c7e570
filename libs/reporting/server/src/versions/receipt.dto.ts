import { ApiProperty } from '@nestjs/swagger';
import { CorrectionDto, OnBehalfDto } from '../corrections/correction.dto.ts';
import { AgreementRefDto, PeriodDto, SupplierNumberedDto } from '../obligations/obligation.dto.ts';
import { ManualEntryStartedDto, BuyerTotalDto, ConfirmationDto, CuttingDto, FileDto } from './version.dto.ts';

const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class ReceiptDto {
  @ApiProperty() number!: string;
  @ApiProperty({ enum: ['submitted', 'accepted', 'returned', 'replaced'] }) state!: string;
  @ApiProperty({ enum: ['lines', 'nil'] }) kind!: string;
  @ApiProperty({ type: String, format: 'date-time' }) submittedAt!: Date;
  @Nullable({ description: 'What the person who submitted it is called.' }) submittedBy!: string | null;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ description: 'The obligation was created after its due date: the report is never late.' })
  isCreatedAfterDueDate!: boolean;
  @ApiProperty({ type: AgreementRefDto }) agreement!: AgreementRefDto;
  @ApiProperty({ type: SupplierNumberedDto }) supplier!: SupplierNumberedDto;
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
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Decimal text.' }) amount!: string;
  @Nullable() currency!: string | null;
  @ApiProperty() needsDecision!: boolean;
  @ApiProperty() rowsLeftOut!: number;
  @ApiProperty({ type: [BuyerTotalDto] }) byBuyer!: BuyerTotalDto[];
  @ApiProperty() termsVersion!: number;
  @ApiProperty() termsSha256!: string;
  @Nullable() contextSha256!: string | null;
  @Nullable() engine!: string | null;
  @ApiProperty({ type: [ConfirmationDto] }) confirmations!: ConfirmationDto[];
}

export class LineDto {
  @ApiProperty() no!: number;
  @ApiProperty() sheet!: string;
  @ApiProperty() row!: number;
  @ApiProperty({ enum: ['goods', 'fee', 'deposit', 'credit'] }) kind!: string;
  @Nullable() itemNumber!: string | null;
  @Nullable() itemName!: string | null;
  @ApiProperty({ description: 'Whether it is an item of the agreement.' }) agreed!: boolean;
  @Nullable({ format: 'uuid' }) buyerId!: string | null;
  @Nullable() buyer!: string | null;
  @Nullable() quantity!: string | null;
  @Nullable() unit!: string | null;
  @Nullable() unitPrice!: string | null;
  @Nullable() amount!: string | null;
  @ApiProperty() currency!: string;
  @Nullable({ format: 'date' }) deliveredOn!: string | null;
  @Nullable({ format: 'date' }) invoicedOn!: string | null;
  @Nullable() invoiceNumber!: string | null;
  @ApiProperty() lineKey!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'As written in the file.' })
  raw!: Record<string, string>;
}
