import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { TrimmedText } from '@tallgrunn/platform';
import { NamesDto } from './catalogue.dto.ts';
import { mappingSystems, type MappingSystem } from './correct-mappings.ts';

const text = { type: String, nullable: true } as const;

export class MappingsQuery {
  @ApiProperty({ enum: mappingSystems }) @IsIn(mappingSystems) system!: MappingSystem;
  @ApiProperty({ required: false, description: 'Only what means this category.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  category?: string;
  @ApiProperty({ required: false, description: 'Of the name, or how the code begins.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;
  @ApiProperty({ required: false, example: '0.8', description: 'Only what is less sure than this, 0 to 1.' })
  @IsOptional()
  @Matches(/^(0(\.\d{1,2})?|1(\.0{1,2})?)$/)
  below?: string;
  @ApiProperty({ required: false, description: 'The code of the last of the page before; a page has 200.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  after?: string;
}

export class MappingDto {
  @ApiProperty({ enum: mappingSystems }) system!: MappingSystem;
  @ApiProperty({ description: 'A prefix of CPV or UNSPSC, an account, or supplier:number.' }) code!: string;
  @ApiProperty({ type: NamesDto, nullable: true }) name!: NamesDto | null;
  @ApiProperty(text) seller!: string | null;
  @ApiProperty(text) agreement!: string | null;
  @ApiProperty(text) category!: string | null;
  @ApiProperty(text) product!: string | null;
  @ApiProperty({ enum: ['person', 'reviewed', 'name', 'agreement', 'nothing'] }) how!:
    'person' | 'reviewed' | 'name' | 'agreement' | 'nothing';
  @ApiProperty({ type: String, nullable: true, description: 'How often it means that, 0 to 1; a person’s word is 1.' })
  confidence!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) correctionId!: string | null;
  @ApiProperty(text) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: Date | null;
  @ApiProperty(text) reason!: string | null;
}

export class MappingCorrectionRequest {
  @ApiProperty({ enum: mappingSystems }) @IsIn(mappingSystems) system!: MappingSystem;
  @ApiProperty({ type: [String], description: 'Prefixes of CPV or UNSPSC, accounts, or supplier:number.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @Length(2, 300, { each: true })
  codes!: string[];
  @ApiProperty({ type: String, required: false, nullable: true }) @IsOptional() @IsString() @Length(1, 40) category?:
    string | null;
  @ApiProperty({
    type: String,
    required: false,
    nullable: true,
    description: 'A kind of goods, for items and whole UNSPSC codes.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  product?: string | null;
  @ApiProperty() @TrimmedText(1, 2000) reason!: string;
}

export class UndoRequest {
  @ApiProperty() @TrimmedText(1, 2000) reason!: string;
}

export class CorrectedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() corrected!: number;
}

export class MappingCorrectionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: mappingSystems }) system!: MappingSystem;
  @ApiProperty() codes!: number;
  @ApiProperty({ type: [String], description: 'The first five.' }) some!: string[];
  @ApiProperty(text) category!: string | null;
  @ApiProperty(text) product!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) undoes!: string | null;
  @ApiProperty({ description: 'Whether it was taken back.' }) undone!: boolean;
  @ApiProperty() reason!: string;
  @ApiProperty(text) decidedBy!: string | null;
  @ApiProperty({ format: 'date-time' }) decidedAt!: Date;
}
