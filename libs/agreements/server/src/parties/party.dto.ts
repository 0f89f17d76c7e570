import { ApiProperty } from '@nestjs/swagger';
import { relatedEntityKinds, type RelatedEntityKind } from './change-related-entities.ts';
import { organisationChangeKinds } from './record-organisation-change.ts';
import { buyerTypes, type BuyerTypeName } from './set-buyer-type.ts';
import { columnRuleKinds, columnRuleValues, type ColumnRule } from './add-column-rule.ts';

const Left = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });
const Day = () => Left({ format: 'date', example: '2026-01-01' });
const origins = ['taught', 'imported', 'decided'] as const;

export class PartyListed {
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

export class NamedParty {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class BodyView {
  @ApiProperty({ enum: buyerTypes }) kind!: BuyerTypeName;
  @Left({ format: 'uuid' }) hostId!: string | null;
  @Left() hostName!: string | null;
}

export class MemberView extends NamedParty {
  @Left({ description: '0 to 1, decimal text.' }) share!: string | null;
  @ApiProperty({ format: 'date' }) fromOn!: string;
  @Day() untilOn!: string | null;
}

export class UnitView extends NamedParty {
  @Left({ format: 'uuid' }) parentId!: string | null;
  @ApiProperty({ enum: ['site', 'department'] }) kind!: 'site' | 'department';
  @Left() orgNumber!: string | null;
  @Left() costCentre!: string | null;
  @ApiProperty({ type: [String] }) deliveryNames!: string[];
  @Day() fromOn!: string | null;
  @Day() untilOn!: string | null;
}

export class BelongingView extends NamedParty {
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
  @Left({ format: 'date-time', description: 'Taken back then; kept, and no longer acting.' }) undoneAt!: string | null;
}

export class CustomerNumberView extends LessonView {
  @ApiProperty() number!: string;
  @Day() fromOn!: string | null;
  @Day() untilOn!: string | null;
}

export class AliasView extends LessonView {
  @ApiProperty() text!: string;
  @ApiProperty({ format: 'date-time' }) taughtAt!: string;
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
  @ApiProperty({ format: 'date-time' }) taughtAt!: string;
  @Left({ format: 'date-time', description: 'Taken back then; kept, and no longer acting.' }) undoneAt!: string | null;
}

export class UnitLessonView extends AgreementLessonView {
  @ApiProperty({ description: 'As the supplier writes it.', example: 'krt' }) text!: string;
  @ApiProperty({ example: 'kartong' }) unit!: string;
  @Left({ description: 'One of it is so many of `to`, decimal text.' }) factor!: string | null;
  @Left({ example: 'stk' }) to!: string | null;
}

export class ColumnLessonView extends AgreementLessonView {
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

export class EventView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: organisationChangeKinds }) kind!: (typeof organisationChangeKinds)[number];
  @ApiProperty({ format: 'date' }) onDate!: string;
  @ApiProperty({ type: [NamedParty] }) from!: NamedParty[];
  @ApiProperty({ type: [NamedParty] }) to!: NamedParty[];
  @Left() formerName!: string | null;
  @Left() newName!: string | null;
  @Left() note!: string | null;
  @Left({ format: 'date-time' }) undoneAt!: string | null;
}

export class FormerIdentityView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @Left() orgNumber!: string | null;
  @ApiProperty({ format: 'date-time' }) validFrom!: string;
  @ApiProperty({ format: 'date-time', description: 'When it was corrected.' }) validTo!: string;
  @Left({ description: 'Why it was corrected.' }) reason!: string | null;
  @Left({ description: 'The person who corrected it.' }) correctedBy!: string | null;
}

export class PartyTree {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['buyer', 'supplier'] }) kind!: 'buyer' | 'supplier';
  @ApiProperty() name!: string;
  @Left() orgNumber!: string | null;
  @Left() municipalityNumber!: string | null;
  @ApiProperty({ type: BodyView, nullable: true }) body!: BodyView | null;
  @ApiProperty({ type: [NamedParty], description: 'Whose books it keeps.' }) hosted!: NamedParty[];
  @ApiProperty({ type: [MemberView] }) members!: MemberView[];
  @ApiProperty({ type: [MemberView] }) memberOf!: MemberView[];
  @ApiProperty({ type: [UnitView] }) units!: UnitView[];
  @ApiProperty({ type: [BelongingView] }) belongings!: BelongingView[];
  @ApiProperty({ type: [CustomerNumberView] }) numbers!: CustomerNumberView[];
  @ApiProperty({ type: [AliasView] }) aliases!: AliasView[];
  @ApiProperty({ type: [UnitLessonView], description: 'What a supplier means by a unit, by agreement.' })
  unitLessons!: UnitLessonView[];
  @ApiProperty({ type: [ColumnLessonView], description: 'How a supplier’s columns are read, by agreement.' })
  columnLessons!: ColumnLessonView[];
  @ApiProperty({ type: [EventView] }) events!: EventView[];
  @ApiProperty({
    type: [FormerIdentityView],
    description:
      'Names and numbers from before a correction or of a merged record, the newest first; still recognised in files.',
  })
  formerIdentities!: FormerIdentityView[];
  @ApiProperty({ type: NamedParty, nullable: true, description: 'The organisation that this record was merged into.' })
  mergedInto!: NamedParty | null;
}
