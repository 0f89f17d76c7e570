import { ApiProperty } from '@nestjs/swagger';
import { caseStatuses, matterKinds, type CaseStatus, type MatterKind } from '../cases/case.ts';
import { RatedQualityDto } from '../data-quality/data-quality.dto.ts';
import { priceBases, type PriceBasis } from '../price-deviations/charged-lines.ts';
import { figureKeys, type FigureKey } from './rating-rules.ts';
import { PunctualityDto, SupplierDeclarationsDto } from '../supplier-page/supplier.dto.ts';

export class LateReportDto {
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty() periodKey!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ description: 'Working days.' }) daysLate!: number;
  @ApiProperty() isMissing!: boolean;
  @ApiProperty({ description: 'No day counts as the lateness of the supplier.' }) isExcused!: boolean;
}

export class StatementPunctualityDto extends PunctualityDto {
  @ApiProperty({ description: 'Late or missing, of which no day counts as the lateness of the supplier.' })
  excused!: number;
  @ApiProperty({ required: false, description: 'Due date in the year: due, exempt, and not due yet.' })
  inYear?: number;
  @ApiProperty({ type: [LateReportDto], description: 'Latest due date first.' }) lateReports!: LateReportDto[];
}

export class StatementLedgerMonthsDto {
  @ApiProperty() complete!: number;
  @ApiProperty({ description: 'Buyers times months.' }) expected!: number;
}

export class StatementCoverageDto {
  @ApiProperty({ description: 'NOK without VAT, of all agreements of the supplier.' }) booked!: string;
  @ApiProperty({ description: 'Of that, linked to reported lines.' }) linked!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null when nothing is booked.' }) share!: string | null;
  @ApiProperty({ description: 'Booked on lines with unknown VAT, in none of the sums.' }) outside!: string;
  @ApiProperty({ type: StatementLedgerMonthsDto }) ledgerMonths!: StatementLedgerMonthsDto;
}

export class StatementPricesDto {
  @ApiProperty({ enum: priceBases }) basis!: PriceBasis;
  @ApiProperty() currency!: string;
  @ApiProperty({ description: 'Compared lines, without VAT.' }) chargedAmount!: string;
  @ApiProperty({ description: 'Above the agreed price.' }) openAmount!: string;
  @ApiProperty({ description: 'Above it, with an accepted reason.' }) acceptedAmount!: string;
  @ApiProperty({ description: 'Above it, in a claim.' }) claimedAmount!: string;
  @ApiProperty() openLineCount!: number;
  @ApiProperty({ required: false }) comparedLineCount?: number;
  @ApiProperty({ required: false, description: 'Compared lines and those that could not be compared.' })
  lineCount?: number;
}

export class StatementDeclarationsDto extends SupplierDeclarationsDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Share of the items that the terms require by that day; null when they require none.',
  })
  requiredShare!: string | null;
  @ApiProperty({ required: false, description: 'Items in the price forms, with or without an agreed price.' })
  currentItems?: number;
}

export class StatementCaseDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ enum: matterKinds }) kind!: MatterKind;
  @ApiProperty({ enum: caseStatuses }) status!: CaseStatus;
  @ApiProperty({ format: 'date' }) openedOn!: string;
}

export class FigureBasisDto {
  @ApiProperty({ enum: figureKeys }) figure!: FigureKey;
  @ApiProperty({ description: 'Reports, ledger months, lines or items that the figure rests on.' }) counted!: number;
  @ApiProperty({ description: 'All that it could rest on.' }) total!: number;
  @ApiProperty({
    enum: priceBases,
    nullable: true,
    description: 'Of prices: lines of reports, or of invoices.',
  })
  priceBasis!: PriceBasis | null;
}

export class StatementFiguresDto {
  @ApiProperty({ format: 'date', description: 'The last day that the figures cover.' }) asOf!: string;
  @ApiProperty({ type: StatementPunctualityDto }) punctuality!: StatementPunctualityDto;
  @ApiProperty({ type: RatedQualityDto }) quality!: RatedQualityDto;
  @ApiProperty({ type: StatementCoverageDto }) coverage!: StatementCoverageDto;
  @ApiProperty({ type: [StatementPricesDto] }) prices!: StatementPricesDto[];
  @ApiProperty({ type: StatementDeclarationsDto }) declarations!: StatementDeclarationsDto;
  @ApiProperty({ type: [StatementCaseDto], description: 'Open matters of the agreement that the supplier can see.' })
  openCases!: StatementCaseDto[];
}
