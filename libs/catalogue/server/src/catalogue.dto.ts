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

export class NamesDto {
  @ApiProperty() nb!: string;
  @ApiProperty() nn!: string;
  @ApiProperty() en!: string;
}

export class ChartAccountDto {
  @ApiProperty({ enum: ['kostra', 'ns4102', 'dfo'] }) system!: string;
  @ApiProperty() code!: string;
}

export class CategoryDto {
  @ApiProperty() code!: string;
  @ApiProperty({ type: NamesDto }) name!: NamesDto;
  @ApiProperty({ type: [String], description: 'CPV codes by prefix; the longest that fits decides.' })
  cpvPrefixes!: string[];
  @ApiProperty({ type: [ChartAccountDto] }) accounts!: ChartAccountDto[];
}

export class ProductDto {
  @ApiProperty() code!: string;
  @ApiProperty() category!: string;
  @ApiProperty({ type: NamesDto }) name!: NamesDto;
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

export class ClassifiedItemDto {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty() itemNumber!: string;
  @ApiProperty() name!: string;
  @ApiProperty() agreement!: string;
  @ApiProperty({ type: String, nullable: true }) product!: string | null;
  @ApiProperty({ enum: ['person', 'name', 'nothing'] }) how!: string;
  @ApiProperty({ type: String, nullable: true }) confidence!: string | null;
}

export class ItemNamedDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty() @IsString() @Length(1, 200) itemNumber!: string;
}

export class ItemsRequest {
  @ApiProperty({ type: [ItemNamedDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ItemNamedDto)
  items!: ItemNamedDto[];
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

export class ClassifiedItemsDto {
  @ApiProperty() told!: number;
}
