import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { TrimmedText } from '@tallgrunn/platform';
import { checklistCodes } from './checklist/checklist-item.ts';

const reviewOutcomes = ['accepted', 'accepted-with-reservation', 'to-clarify', 'rejected'] as const;
type ReviewOutcome = (typeof reviewOutcomes)[number];

export class DeclarationsQuery {
  @ApiProperty({ format: 'uuid', required: false, description: 'The id of the last declaration of the page before.' })
  @IsOptional()
  @IsUUID()
  before?: string;

  @ApiProperty({
    format: 'uuid',
    required: false,
    description: 'Only declarations with a footprint that is linked to an item of this agreement.',
  })
  @IsOptional()
  @IsUUID()
  agreementId?: string;
}

export class SubmitBody {
  @ApiProperty({
    format: 'uuid',
    required: false,
    description: 'The supplier it is for. Suppliers leave it out: it is theirs.',
  })
  @IsOptional()
  @IsUUID()
  supplierId?: string;
}

export class FindingDto {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] }) severity!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) place!: Record<string, unknown> | null;
  @ApiProperty({ type: String, nullable: true }) found!: string | null;
  @ApiProperty({ type: String, nullable: true }) expected!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) params!: Record<string, unknown>;
}

export class DeclarationReceiptDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty() footprints!: number;
  @ApiProperty() linked!: number;
  @ApiProperty({ type: [FindingDto] }) findings!: FindingDto[];
}

export class DeclarationSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty() fileName!: string;
  @ApiProperty({ format: 'date-time' }) receivedAt!: Date;
  @ApiProperty() footprints!: number;
  @ApiProperty() linkedItems!: number;
  @ApiProperty() toConfirm!: number;
  @ApiProperty({ description: 'Footprints that nobody has decided on, or not since an item was tied to them.' })
  undecided!: number;
}

export class DeclarationPointDto {
  @ApiProperty({ enum: checklistCodes }) code!: string;
  @ApiProperty({ description: 'Which of the outcomes of this point; words for it stand in the page.' })
  outcome!: string;
  @ApiProperty({ enum: ['good', 'reservation', 'unclear', 'stopped', 'unknown'] }) standing!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'What was found.' })
  params!: Record<string, string>;
}

export class FootprintDecisionDto {
  @ApiProperty({ enum: reviewOutcomes }) verdict!: ReviewOutcome;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The name of who decided.' }) by!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: Date;
}

export class EpdModuleDto {
  @ApiProperty({ enum: ['total', 'fossil', 'biogenic', 'luluc', 'ghg', 'one'] }) indicator!: string;
  @ApiProperty() module!: string;
  @ApiProperty({ type: String, nullable: true }) scenario!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'kg CO2e for the declared amount; null is not declared, never zero.',
  })
  value!: string | null;
}

export class EpdDto {
  @ApiProperty({ type: String, nullable: true }) standard!: string | null;
  @ApiProperty({ type: String, nullable: true }) registrationNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) operator!: string | null;
  @ApiProperty({ type: [EpdModuleDto] }) modules!: EpdModuleDto[];
}

export class DeclarationEvidenceDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty() sizeBytes!: number;
  @ApiProperty() sha256!: string;
  @ApiProperty({ format: 'date-time' }) addedAt!: Date;
}

export class FootprintItemDto {
  @ApiProperty() number!: string;
  @ApiProperty({ enum: ['gtin', 'item-number', 'decision'] }) how!: string;
  @ApiProperty() evidence!: string;
  @ApiProperty({
    description: 'Whether nobody has decided since it was tied to the footprint: it does not count for this item.',
  })
  waits!: boolean;
}

export class FootprintDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() position!: number;
  @ApiProperty() publisherId!: string;
  @ApiProperty({ type: String, nullable: true }) product!: string | null;
  @ApiProperty({ type: String, nullable: true }) company!: string | null;
  @ApiProperty({ type: [String] }) gtins!: string[];
  @ApiProperty({ type: String, nullable: true }) declaredUnit!: string | null;
  @ApiProperty({ type: String, nullable: true }) declaredAmount!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'kg CO2e for the declared amount, without biogenic uptake: the one that is used.',
  })
  pcfExcluding!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'kg CO2e for the declared amount, with biogenic uptake: shown, never used.',
  })
  pcfIncluding!: string | null;
  @ApiProperty({ type: String, nullable: true }) perUnit!: string | null;
  @ApiProperty({ type: String, nullable: true }) validFrom!: string | null;
  @ApiProperty({ type: String, nullable: true }) validTo!: string | null;
  @ApiProperty() validityAssumed!: boolean;
  @ApiProperty() verified!: boolean;
  @ApiProperty({ enum: ['usable', 'expired', 'not-yet', 'deprecated', 'incomplete'] }) standing!: string;
  @ApiProperty({ type: [FootprintItemDto] }) items!: FootprintItemDto[];
  @ApiProperty({ type: [DeclarationPointDto] }) points!: DeclarationPointDto[];
  @ApiProperty({ enum: reviewOutcomes, description: 'What the checks advise; a person decides.' })
  advice!: ReviewOutcome;
  @ApiProperty({
    type: FootprintDecisionDto,
    nullable: true,
    description: 'The newest word of a person; null while nobody has decided.',
  })
  decision!: FootprintDecisionDto | null;
  @ApiProperty({ type: EpdDto, nullable: true }) epd!: EpdDto | null;
}

export class DeclarationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty() fileName!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty({ format: 'date-time' }) receivedAt!: Date;
  @ApiProperty({ type: [FindingDto] }) findings!: FindingDto[];
  @ApiProperty({ enum: ['pact', 'ilcd-epd'] }) format!: string;
  @ApiProperty({ type: [DeclarationEvidenceDto] }) evidence!: DeclarationEvidenceDto[];
  @ApiProperty({ type: [FootprintDto] }) footprints!: FootprintDto[];
}

export class FootprintDecisionRequest {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsUUID(undefined, { each: true })
  footprintIds!: string[];

  @ApiProperty({ enum: reviewOutcomes })
  @IsIn(reviewOutcomes)
  verdict!: ReviewOutcome;

  @ApiProperty({ description: 'Why. May be empty where the verdict is what the checks advise.' })
  @IsString()
  @MaxLength(2000)
  reason!: string;
}

export class DecidedFootprintsDto {
  @ApiProperty() footprints!: number;
}

export class LinkRequest {
  @ApiProperty()
  @IsString()
  @Length(1, 200)
  itemNumber!: string;

  @ApiProperty({ enum: ['linked', 'not-linked'] })
  @IsIn(['linked', 'not-linked'])
  verdict!: 'linked' | 'not-linked';

  @ApiProperty({ description: 'Why, in the words of whoever decides.' })
  @TrimmedText(1, 2000)
  reason!: string;
}
