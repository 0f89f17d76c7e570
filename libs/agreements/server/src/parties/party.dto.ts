import { ApiProperty } from '@nestjs/swagger';
import { relatedEntityKinds, type RelatedEntityKind } from './change-related-entities.ts';
import { organisationChangeKinds } from './record-organisation-change.ts';
import { buyerTypes, type BuyerTypeName } from './set-buyer-type.ts';
import { columnRuleKinds, columnRuleValues, type ColumnRule } from './add-column-rule.ts';

const Left = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });
const Day = () => Left({ format: 'date', example: '2026-01-01' });
const origins = ['taught', 'imported', 'decided'] as const;

export class PartySummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['buyer', 'supplier'] }) kind!: 'buyer' | 'supplier';
  @ApiProperty() name!: string;
  @Left() orgNumber!: string | null;
  @Left({ enum: buyerTypes }) body!: BuyerTypeName | null;
  @ApiProperty({ description: 'Places and departments, or what belongs to a supplier.' }) units!: number;
  @ApiProperty({ description: 'Names, customer numbers, units and columns of a supplier that act.' }) lessons!: number;
  @ApiProperty({ description: 'In force today.' }) agreements!: number;
  @ApiProperty({ description: 'Another has taken its place.' }) succeeded!: boolean;
}

export class NamedPartyDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class BuyerTypeDto {
  @ApiProperty({ enum: buyerTypes }) kind!: BuyerTypeName;
  @Left({ format: 'uuid' }) hostId!: string | null;
  @Left() hostName!: string | null;
}

export class MemberDto extends NamedPartyDto {
  @Left({ description: '0 to 1, decimal text.' }) share!: string | null;
  @ApiProperty({ format: 'date' }) fromOn!: string;
  @Day() untilOn!: string | null;
}

export class UnitDto extends NamedPartyDto {
  @Left({ format: 'uuid' }) parentId!: string | null;
  @ApiProperty({ enum: ['site', 'department'] }) kind!: 'site' | 'department';
  @Left() orgNumber!: string | null;
  @Left() costCentre!: string | null;
  @ApiProperty({ type: [String] }) deliveryNames!: string[];
  @Day() fromOn!: string | null;
  @Day() untilOn!: string | null;
}

export class RelatedEntityDto extends NamedPartyDto {
  @ApiProperty({ enum: relatedEntityKinds }) kind!: RelatedEntityKind;
  @Left() orgNumber!: string | null;
  @Left() foreignNumber!: string | null;
  @ApiProperty({ example: 'SE' }) country!: string;
  @Day() fromOn!: string | null;
  @Day() untilOn!: string | null;
}

class LessonView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() supplierName!: string;
  @ApiProperty({ format: 'uuid' }) buyerId!: string;
  @ApiProperty() buyerName!: string;
  @Left({ format: 'uuid' }) siteId!: string | null;
  @Left() siteName!: string | null;
  @ApiProperty({ enum: origins }) origin!: (typeof origins)[number];
  @Left({ format: 'date-time', description: 'Taken back then; kept, and no longer acting.' }) undoneAt!: Date | null;
}

export class CustomerNumberDto extends LessonView {
  @ApiProperty() number!: string;
  @Day() fromOn!: string | null;
  @Day() untilOn!: string | null;
}

export class AliasDto extends LessonView {
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, format: 'date-time' }) taughtAt!: Date;
}

class AgreementLessonView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ format: 'uuid' }) agreementId!: string;
  @ApiProperty() agreementTitle!: string;
  @ApiProperty({
    type: [String],
    description:
      'Titles of the agreements that follow this one for the supplier, where it acts as long as nothing else is learned there.',
  })
  alsoIn!: string[];
  @ApiProperty({ enum: origins }) origin!: (typeof origins)[number];
  @ApiProperty({ type: String, format: 'date-time' }) taughtAt!: Date;
  @Left({ format: 'date-time', description: 'Taken back then; kept, and no longer acting.' }) undoneAt!: Date | null;
}

export class UnitMappingDto extends AgreementLessonView {
  @ApiProperty({ description: 'As the supplier writes it.', example: 'krt' }) text!: string;
  @ApiProperty({ example: 'kartong' }) unit!: string;
  @Left({ description: 'One of it is so many of `to`, decimal text.' }) factor!: string | null;
  @Left({ example: 'stk' }) to!: string | null;
}

export class ColumnRuleDto extends AgreementLessonView {
  @ApiProperty({
    enum: columnRuleKinds,
    description:
      '`name`: the heading stands for the field. `fill-down`: the field is written on the first row of a group and holds for the rows below. `decimal-char` and `date-order`: how its numbers or days are read where they could be read in two ways.',
  })
  kind!: ColumnRule['kind'];
  @ApiProperty({ description: 'As the supplier writes it.', example: 'Kollital' }) heading!: string;
  @ApiProperty({ description: 'Name of a field in the terms.', example: 'quantity' }) field!: string;
  @Left({ enum: columnRuleValues, description: 'The decimal sign, or the order of day and month.' })
  value!: ColumnRule['value'];
}

export class EventDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: organisationChangeKinds }) kind!: (typeof organisationChangeKinds)[number];
  @ApiProperty({ format: 'date' }) onDate!: string;
  @ApiProperty({ type: [NamedPartyDto] }) from!: NamedPartyDto[];
  @ApiProperty({ type: [NamedPartyDto] }) to!: NamedPartyDto[];
  @Left() formerName!: string | null;
  @Left() newName!: string | null;
  @Left() note!: string | null;
  @Left({ format: 'date-time' }) undoneAt!: Date | null;
}

export class FormerIdentityDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @Left() orgNumber!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) validFrom!: Date;
  @ApiProperty({ type: String, format: 'date-time', description: 'When it was corrected.' }) validTo!: Date;
  @Left({ description: 'Why it was corrected.' }) reason!: string | null;
  @Left({ description: 'The person who corrected it.' }) correctedBy!: string | null;
}

export class TakenOverByDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) fromOn!: string | null;
}

export class PartyTreeDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['buyer', 'supplier'] }) kind!: 'buyer' | 'supplier';
  @ApiProperty() name!: string;
  @Left() orgNumber!: string | null;
  @Left() municipalityNumber!: string | null;
  @ApiProperty({ type: BuyerTypeDto, nullable: true }) body!: BuyerTypeDto | null;
  @ApiProperty({ type: [NamedPartyDto], description: 'Whose books it keeps.' }) hosted!: NamedPartyDto[];
  @ApiProperty({ type: [MemberDto] }) members!: MemberDto[];
  @ApiProperty({ type: [MemberDto] }) memberOf!: MemberDto[];
  @ApiProperty({ type: [UnitDto] }) units!: UnitDto[];
  @ApiProperty({ type: [RelatedEntityDto] }) belongings!: RelatedEntityDto[];
  @ApiProperty({ type: [CustomerNumberDto] }) numbers!: CustomerNumberDto[];
  @ApiProperty({ type: [AliasDto] }) aliases!: AliasDto[];
  @ApiProperty({ type: [UnitMappingDto], description: 'What a supplier means by a unit, by agreement.' })
  unitLessons!: UnitMappingDto[];
  @ApiProperty({ type: [ColumnRuleDto], description: 'How a supplier’s columns are read, by agreement.' })
  columnLessons!: ColumnRuleDto[];
  @ApiProperty({ type: [EventDto] }) events!: EventDto[];
  @ApiProperty({
    type: [FormerIdentityDto],
    description:
      'Names and numbers from before a correction or of a merged record, the newest first; still recognised in files.',
  })
  formerIdentities!: FormerIdentityDto[];
  @ApiProperty({
    type: NamedPartyDto,
    nullable: true,
    description: 'The organisation that this record was merged into.',
  })
  mergedInto!: NamedPartyDto | null;
  @ApiProperty({ type: TakenOverByDto, nullable: true, description: 'The supplier that takes over from this one.' })
  takenOverBy!: TakenOverByDto | null;
}
