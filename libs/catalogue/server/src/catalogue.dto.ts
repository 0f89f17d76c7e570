import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
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
  ValidateNested,
} from 'class-validator';
import { TrimmedText } from '@tallgrunn/platform';

export class NamesShape {
  @ApiProperty() nb!: string;
  @ApiProperty() nn!: string;
  @ApiProperty() en!: string;
}

export class AccountShape {
  @ApiProperty({ enum: ['kostra', 'ns4102', 'dfo'] }) system!: string;
  @ApiProperty() code!: string;
}

export class CategoryShape {
  @ApiProperty() code!: string;
  @ApiProperty({ type: NamesShape }) name!: NamesShape;
  @ApiProperty({ type: [String], description: 'CPV codes by prefix; the longest that fits decides.' })
  cpvPrefixes!: string[];
  @ApiProperty({ type: [AccountShape] }) accounts!: AccountShape[];
}

export class ProductShape {
  @ApiProperty() code!: string;
  @ApiProperty() category!: string;
  @ApiProperty({ type: NamesShape }) name!: NamesShape;
  @ApiProperty({ description: 'How often a name that fits means it, 0 to 1.' }) confidence!: string;
  @ApiProperty({ type: [String], description: 'UNSPSC codes that name it outright.' }) unspsc!: string[];
}

export class ItemsQuery {
  @ApiProperty({ required: false, enum: ['true', 'false'], description: 'Only what no person has looked at.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  unsure?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(200) text?: string;
  @ApiProperty({ required: false, description: 'supplier:number of the last of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  after?: string;
}

export class ToldItemShape {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty() itemNumber!: string;
  @ApiProperty() name!: string;
  @ApiProperty() agreement!: string;
  @ApiProperty({ type: String, nullable: true }) product!: string | null;
  @ApiProperty({ enum: ['person', 'name', 'nothing'] }) how!: string;
  @ApiProperty({ type: String, nullable: true }) confidence!: string | null;
}

export class ItemNamedShape {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty() @IsString() @Length(1, 200) itemNumber!: string;
}

export class ItemsBody {
  @ApiProperty({ type: [ItemNamedShape] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ItemNamedShape)
  items!: ItemNamedShape[];
  @ApiProperty({
    type: String,
    required: false,
    nullable: true,
    description: 'A kind of goods; left out, none of them fits.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  product?: string | null;
  @ApiProperty() @TrimmedText(1, 2000) reason!: string;
}

export class ItemsToldShape {
  @ApiProperty() told!: number;
}
