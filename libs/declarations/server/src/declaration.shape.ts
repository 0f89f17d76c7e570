import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';

export class SubmitBody {
  @ApiProperty({ format: 'uuid', required: false, description: 'The supplier it is for. Suppliers leave it out: it is theirs.' })
  @IsOptional()
  @IsUUID()
  supplierId?: string;
}

export class FindingShape {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] }) severity!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) place!: Record<string, unknown> | null;
  @ApiProperty({ type: String, nullable: true }) found!: string | null;
  @ApiProperty({ type: String, nullable: true }) expected!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) params!: Record<string, unknown>;
}

export class DeclarationReceiptShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty() footprints!: number;
  @ApiProperty() linked!: number;
  @ApiProperty({ type: [FindingShape] }) findings!: FindingShape[];
}

export class DeclarationRowShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty() fileName!: string;
  @ApiProperty({ format: 'date-time' }) receivedAt!: Date;
  @ApiProperty() footprints!: number;
  @ApiProperty() linkedItems!: number;
  @ApiProperty() toConfirm!: number;
}

export class FootprintItemShape {
  @ApiProperty() number!: string;
  @ApiProperty({ enum: ['gtin', 'item-number', 'decision'] }) how!: string;
  @ApiProperty() evidence!: string;
}

export class FootprintShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() position!: number;
  @ApiProperty() publisherId!: string;
  @ApiProperty({ type: String, nullable: true }) product!: string | null;
  @ApiProperty({ type: String, nullable: true }) company!: string | null;
  @ApiProperty({ type: [String] }) gtins!: string[];
  @ApiProperty({ type: String, nullable: true }) declaredUnit!: string | null;
  @ApiProperty({ type: String, nullable: true }) declaredAmount!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'kg CO2e for the declared amount, without biogenic uptake: the one that is used.' }) pcfExcluding!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'kg CO2e for the declared amount, with biogenic uptake: shown, never used.' }) pcfIncluding!: string | null;
  @ApiProperty({ type: String, nullable: true }) perUnit!: string | null;
  @ApiProperty({ type: String, nullable: true }) validFrom!: string | null;
  @ApiProperty({ type: String, nullable: true }) validTo!: string | null;
  @ApiProperty() validityAssumed!: boolean;
  @ApiProperty() verified!: boolean;
  @ApiProperty({ enum: ['usable', 'expired', 'not-yet', 'deprecated', 'incomplete'] }) standing!: string;
  @ApiProperty({ type: [FootprintItemShape] }) items!: FootprintItemShape[];
}

export class DeclarationShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty() fileName!: string;
  @ApiProperty() sha256!: string;
  @ApiProperty({ format: 'date-time' }) receivedAt!: Date;
  @ApiProperty({ type: [FindingShape] }) findings!: FindingShape[];
  @ApiProperty({ type: [FootprintShape] }) footprints!: FootprintShape[];
}

export class LinkBody {
  @ApiProperty()
  @IsString()
  @Length(1, 200)
  itemNumber!: string;

  @ApiProperty({ enum: ['linked', 'not-linked'] })
  @IsIn(['linked', 'not-linked'])
  verdict!: 'linked' | 'not-linked';

  @ApiProperty({ description: 'Why, in the words of whoever decides.' })
  @IsString()
  @Length(1, 2000)
  reason!: string;
}
