import { ApiProperty } from '@nestjs/swagger';
import { ledgerStates, reportsStates, type LedgerState, type ReportsState } from './month-completeness.ts';

export class LedgerMonthDto {
  @ApiProperty({
    enum: ledgerStates,
    description: 'open: here, and more may come; partial: fewer than a fifth of the postings of a usual month.',
  })
  state!: LedgerState;
  @ApiProperty() postingCount!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastLoadedAt!: Date | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What somebody stated of the month, where that decides the state.',
  })
  statement!: string | null;
}

export class ReportsOfMonthDto {
  @ApiProperty({ enum: reportsStates, description: 'The state that most needs somebody.' }) state!: ReportsState;
  @ApiProperty() expected!: number;
  @ApiProperty() complete!: number;
  @ApiProperty() waiting!: number;
  @ApiProperty() partial!: number;
  @ApiProperty() late!: number;
}

export class MonthCompletenessDto {
  @ApiProperty({ description: 'YYYY-MM; of the ledger the accounting period, of e-invoices the day of issue.' })
  month!: string;
  @ApiProperty({ type: LedgerMonthDto }) ledger!: LedgerMonthDto;
  @ApiProperty() invoiceCount!: number;
  @ApiProperty({ type: ReportsOfMonthDto }) reports!: ReportsOfMonthDto;
}

export class BuyerCompletenessDto {
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [MonthCompletenessDto], description: 'The same months for every buyer, the oldest first.' })
  months!: MonthCompletenessDto[];
}

export class CompletenessDto {
  @ApiProperty({ format: 'date' }) today!: string;
  @ApiProperty({ description: 'There are more obligations than were counted.' }) isCut!: boolean;
  @ApiProperty({ type: [BuyerCompletenessDto] }) buyers!: BuyerCompletenessDto[];
}
