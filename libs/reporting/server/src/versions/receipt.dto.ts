import { ApiProperty } from '@nestjs/swagger';
import { CorrectionShape, OnBehalfShape } from '../corrections/correction.dto.ts';
import { AgreementRefShape, PeriodShape, SupplierNumberedShape } from '../obligations/obligation.dto.ts';
import { BegunShape, BuyerTotalShape, ConfirmationShape, CuttingShape, FileShape } from './version.dto.ts';

const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class ReceiptView {
  @ApiProperty() number!: string;
  @ApiProperty({ enum: ['submitted', 'accepted', 'returned', 'replaced'] }) state!: string;
  @ApiProperty({ enum: ['lines', 'nil'] }) kind!: string;
  @ApiProperty({ type: String, format: 'date-time' }) submittedAt!: string;
  @Nullable({ description: 'What the person who submitted it is called.' }) submittedBy!: string | null;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ description: 'The obligation was created after its due date: the report is never late.' })
  isCreatedAfterDueDate!: boolean;
  @ApiProperty({ type: AgreementRefShape }) agreement!: AgreementRefShape;
  @ApiProperty({ type: SupplierNumberedShape }) supplier!: SupplierNumberedShape;
  @ApiProperty({ type: PeriodShape }) period!: PeriodShape;
  @ApiProperty({ type: FileShape, nullable: true }) file!: FileShape | null;
  @ApiProperty({ type: [CuttingShape] }) cuttings!: CuttingShape[];
  @ApiProperty({ type: CorrectionShape, nullable: true }) correction!: CorrectionShape | null;
  @ApiProperty({ type: OnBehalfShape, nullable: true }) onBehalf!: OnBehalfShape | null;
  @ApiProperty({ type: BegunShape, nullable: true, description: 'Begun from e-invoices that buyers have booked.' })
  begun!: BegunShape | null;
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Decimal text.' }) amount!: string;
  @Nullable() currency!: string | null;
  @ApiProperty() needsDecision!: boolean;
  @ApiProperty() rowsLeftOut!: number;
  @ApiProperty({ type: [BuyerTotalShape] }) byBuyer!: BuyerTotalShape[];
  @ApiProperty() termsVersion!: number;
  @ApiProperty() termsSha256!: string;
  @Nullable() contextSha256!: string | null;
  @Nullable() engine!: string | null;
  @ApiProperty({ type: [ConfirmationShape] }) confirmations!: ConfirmationShape[];
}

export class LineView {
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
