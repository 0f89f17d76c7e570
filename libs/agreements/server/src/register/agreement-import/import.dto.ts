import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });
const texts = { type: 'object', additionalProperties: { type: 'string' } } as const;

export class ImportCreatedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class ImportSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['workbook', 'notice'] }) kind!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty({ enum: ['asked', 'applied', 'dropped'] }) state!: string;
  @ApiProperty({ type: String, format: 'date-time' }) madeAt!: Date;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) counts!: Record<string, number>;
}

export class ColumnsRequest {
  @ApiProperty({ ...texts, description: 'The heading of each field.' }) @IsObject() columns!: Record<string, string>;
}

export class RegisterAnswerRequest {
  @ApiProperty() @IsInt() @Min(1) number!: number;
  @ApiProperty() @IsString() @MaxLength(300) choice!: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(200) text?: string;
}

export class RegisterAnswersRequest {
  @ApiProperty({ type: [RegisterAnswerRequest] })
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => RegisterAnswerRequest)
  answers!: RegisterAnswerRequest[];
}

export class ChoiceDto {
  @ApiProperty() id!: string;
  @ApiProperty(texts) params!: Record<string, string>;
}

export class QuestionDto {
  @ApiProperty() number!: number;
  @ApiProperty() kind!: string;
  @ApiProperty({ type: [Number] }) rows!: number[];
  @ApiProperty(texts) found!: Record<string, string>;
  @ApiProperty({ type: [ChoiceDto] }) choices!: ChoiceDto[];
  @ApiProperty() proposed!: string;
  @Nullable() answer!: string | null;
  @Nullable() text!: string | null;
  @ApiProperty({ description: 'Answered as in an import before this one.' }) remembered!: boolean;
}

export class ChangeDto {
  @ApiProperty() what!: string;
  @ApiProperty() about!: string;
  @Nullable() before!: string | null;
  @Nullable() after!: string | null;
}

export class PlannedAgreementDto {
  @ApiProperty() caseNumber!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'date' }) startsOn!: string;
  @Nullable({ format: 'date' }) endsOn!: string | null;
  @ApiProperty({ enum: ['new', 'changed', 'same'] }) state!: string;
  @ApiProperty() lots!: number;
  @ApiProperty({ type: [String] }) suppliers!: string[];
  @ApiProperty() buyers!: number;
  @ApiProperty({ type: [ChangeDto] }) changes!: ChangeDto[];
}

export class FreshPartyDto {
  @ApiProperty({ enum: ['supplier', 'buyer'] }) kind!: string;
  @ApiProperty() name!: string;
  @Nullable() orgNumber!: string | null;
}

export class FieldDto {
  @ApiProperty() field!: string;
  @Nullable() heading!: string | null;
}

export class ExcludedRowDto {
  @ApiProperty({ description: 'As in the file, from 1.' }) row!: number;
  @ApiProperty() text!: string;
  @ApiProperty({ enum: ['no-agreement', 'sum', 'answered', 'supplier-answered'] }) reason!: string;
}

export class OtherSheetDto {
  @ApiProperty() name!: string;
  @ApiProperty() rows!: number;
}

export class ImportDto extends ImportSummaryDto {
  @ApiProperty({ type: [String] }) headings!: string[];
  @ApiProperty({ type: [FieldDto] }) fields!: FieldDto[];
  @ApiProperty({ type: [String], description: 'Fields without which nothing can be set up.' }) missing!: string[];
  @ApiProperty() rows!: number;
  @ApiProperty({ type: [PlannedAgreementDto] }) agreements!: PlannedAgreementDto[];
  @ApiProperty({ type: [FreshPartyDto] }) parties!: FreshPartyDto[];
  @ApiProperty({ type: [QuestionDto] }) questions!: QuestionDto[];
  @ApiProperty({ type: [ExcludedRowDto], description: 'Rows that become no part of an agreement.' })
  leftOut!: ExcludedRowDto[];
  @ApiProperty({ type: [OtherSheetDto], description: 'Sheets that are not read.' }) otherSheets!: OtherSheetDto[];
}

export class AppliedDto {
  @ApiProperty() created!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() same!: number;
  @ApiProperty() suppliers!: number;
  @ApiProperty() buyers!: number;
}
