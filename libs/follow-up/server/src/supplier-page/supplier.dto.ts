import { ApiProperty } from '@nestjs/swagger';
import { CaseOwnerDto, CaseSummaryDto } from '../cases/case.dto.ts';

const day = { type: String, format: 'date' } as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class SupplierAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty(day) fromOn!: string;
  @Nullable(day) untilOn!: string | null;
  @ApiProperty() isRunning!: boolean;
  @ApiProperty({ description: 'How far the reporting clause has come.' }) clauseStatus!: string;
  @ApiProperty({ type: CaseOwnerDto, nullable: true }) owner!: CaseOwnerDto | null;
}

export class SupplierContactDto {
  @ApiProperty() name!: string;
  @Nullable() email!: string | null;
  @Nullable() phone!: string | null;
  @ApiProperty() role!: string;
  @ApiProperty({ type: [String], description: 'Titles of the agreements.' }) agreements!: string[];
}

export class SupplierObligationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() periodKey!: string;
  @ApiProperty() agreement!: string;
  @ApiProperty(day) dueOn!: string;
  @ApiProperty() state!: string;
  @ApiProperty({ description: 'Working days.' }) daysLate!: number;
  @Nullable({ format: 'uuid' }) versionId!: string | null;
  @ApiProperty() isExtended!: boolean;
}

export class PunctualityDto {
  @ApiProperty({ description: 'Reports whose due date passed in the last twelve months.' }) due!: number;
  @ApiProperty() onTime!: number;
  @ApiProperty({ description: 'Came, but late.' }) late!: number;
  @ApiProperty({ description: 'Not come yet.' }) missing!: number;
  @ApiProperty() exempt!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Working days, of those that came late; null where none did.',
  })
  meanDaysLate!: number | null;
}

export class QualityCheckDto {
  @ApiProperty({ description: 'The code of the check.' }) code!: string;
  @ApiProperty() findingCount!: number;
  @ApiProperty({ description: 'The supplier said that it was no error.' }) overriddenCount!: number;
}

export class QualityDto {
  @ApiProperty({ description: 'Submitted in the last twelve months.' }) reports!: number;
  @ApiProperty() lines!: number;
  @ApiProperty({ description: 'Reports that were returned.' }) returned!: number;
  @ApiProperty({ description: 'Findings that asked for an answer or a correction.' }) findingCount!: number;
  @ApiProperty({ description: 'Of those, answered that it was no error.' }) overriddenCount!: number;
  @ApiProperty({ type: [QualityCheckDto], description: 'Those with most findings, at most five.' })
  checks!: QualityCheckDto[];
}

export class SupplierDeclarationsDto {
  @ApiProperty({ description: 'Items with an agreed price in an agreement.' }) items!: number;
  @ApiProperty({ description: 'Of those, items with an accepted declaration that is valid today.' }) declared!: number;
  @ApiProperty({ description: 'Declarations that wait for a decision.' }) waiting!: number;
  @ApiProperty({ description: 'Accepted, and valid for at most 90 days more.' }) expiring!: number;
}

export class TakenOverDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @Nullable(day) fromOn!: string | null;
}

export class ConversationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty({ enum: ['phone-call', 'meeting'] }) kind!: string;
  @ApiProperty(day) happenedOn!: string;
  @ApiProperty() body!: string;
  @Nullable() author!: string | null;
  @Nullable({ description: 'The agreement of its case.' }) agreement!: string | null;
}

export class SupplierOverviewDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @Nullable() orgNumber!: string | null;
  @ApiProperty({ description: 'The first day of the twelve months that the figures are of.', ...day }) from!: string;
  @ApiProperty(day) today!: string;
  @ApiProperty({ description: 'People who can act for the supplier.' }) people!: number;
  @ApiProperty({ type: [SupplierAgreementDto] }) agreements!: SupplierAgreementDto[];
  @ApiProperty({ type: [SupplierContactDto] }) contacts!: SupplierContactDto[];
  @ApiProperty({
    type: [SupplierObligationDto],
    description: 'Not delivered, returned, or waiting for a decision; latest due first.',
  })
  openObligations!: SupplierObligationDto[];
  @ApiProperty({ type: PunctualityDto }) punctuality!: PunctualityDto;
  @ApiProperty({ type: QualityDto }) quality!: QualityDto;
  @ApiProperty({ type: SupplierDeclarationsDto }) declarations!: SupplierDeclarationsDto;
  @ApiProperty({ type: [CaseSummaryDto] }) cases!: CaseSummaryDto[];
  @ApiProperty({ type: TakenOverDto, nullable: true, description: 'The supplier that takes over from this one.' })
  takenOverBy!: TakenOverDto | null;
  @ApiProperty({ type: [ConversationDto], description: 'The latest phone calls and meetings, newest first.' })
  conversations!: ConversationDto[];
}
