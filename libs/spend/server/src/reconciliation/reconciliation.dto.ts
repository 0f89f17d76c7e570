import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language } from '@tallgrunn/values';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { differenceReasons } from './explain-difference.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const decimal = { description: 'Decimal text.' } as const;
const text = { type: String, nullable: true } as const;

export class ReconciliationQuery {
  @ApiProperty({ format: 'uuid', required: false, description: 'Whose ledger. Buyers leave it out.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string;
  @ApiProperty({ format: 'uuid', required: false, description: 'Of this file alone.' })
  @IsOptional()
  @IsUUID()
  batchId?: string;
  @ApiProperty({ example: '2026-01' }) @Matches(MONTH) from!: string;
  @ApiProperty({ example: '2026-12' }) @Matches(MONTH) to!: string;
}

export class ReconciliationFileQuery extends ReconciliationQuery {
  @ApiProperty({ enum: languages, required: false }) @IsOptional() @IsIn(languages) language?: Language;
}

export class TotalComparisonDto {
  @ApiProperty() system!: string;
  @ApiProperty() code!: string;
  @ApiProperty(text) name!: string | null;
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty() currency!: string;
  @ApiProperty({ description: 'What the ledger says itself, debit less credit. Decimal text.' }) stated!: string;
  @ApiProperty() source!: string;
  @ApiProperty({ ...text, format: 'date' }) sourceOn!: string | null;
  @ApiProperty({ description: 'Whether a file states it, not a person.' }) isFromFile!: boolean;
  @ApiProperty(decimal) counted!: string;
  @ApiProperty(decimal) setAside!: string;
  @ApiProperty({ description: 'stated − counted − setAside. Decimal text.' }) difference!: string;
  @ApiProperty() unreadRows!: number;
  @ApiProperty({ enum: differenceReasons, isArray: true }) reasons!: (typeof differenceReasons)[number][];
}

export class AccountMonthDto {
  @ApiProperty(text) system!: string | null;
  @ApiProperty(text) code!: string | null;
  @ApiProperty(text) name!: string | null;
  @ApiProperty(text) period!: string | null;
  @ApiProperty({ description: 'Booked in the closing of the year.' }) closing!: boolean;
  @ApiProperty() currency!: string;
  @ApiProperty() rows!: number;
  @ApiProperty({ description: 'counted + repeated + setAside + reversed. Decimal text.' }) read!: string;
  @ApiProperty(decimal) counted!: string;
  @ApiProperty({ description: 'Of rows that another file holds already. Decimal text.' }) repeated!: string;
  @ApiProperty(decimal) setAside!: string;
  @ApiProperty({ description: 'Rows whose amount cannot be read.' }) unreadRows!: number;
  @ApiProperty(decimal) reversed!: string;
  @ApiProperty({ description: 'Of what is counted: what lines of e-invoices are shown in the place of. Decimal text.' })
  invoiceLines!: string;
  @ApiProperty({ description: 'counted − invoiceLines. Decimal text.' }) remainder!: string;
}

export class SetAsideDto {
  @ApiProperty({ format: 'uuid' }) batchId!: string;
  @ApiProperty({ description: 'Number of the batch.' }) batch!: string;
  @ApiProperty() file!: string;
  @ApiProperty({ description: 'As in a batch’s leftOut; "unread CODE" where the amount cannot be read.' })
  reason!: string;
  @ApiProperty(text) system!: string | null;
  @ApiProperty(text) code!: string | null;
  @ApiProperty(text) name!: string | null;
  @ApiProperty(text) period!: string | null;
  @ApiProperty() closing!: boolean;
  @ApiProperty() currency!: string;
  @ApiProperty() rows!: number;
  @ApiProperty() unreadRows!: number;
  @ApiProperty(decimal) amount!: string;
  @ApiProperty() sheet!: string;
  @ApiProperty() firstRow!: number;
  @ApiProperty() lastRow!: number;
  @ApiProperty({ enum: ['set-aside', 'repeated', 'reversed'] }) standing!: 'set-aside' | 'repeated' | 'reversed';
}

export class TotalRowsDto {
  @ApiProperty() agree!: number;
  @ApiProperty() differ!: number;
}

export class ReconciliationDto {
  @ApiProperty({ type: [TotalComparisonDto] }) comparisons!: TotalComparisonDto[];
  @ApiProperty({ type: [AccountMonthDto] }) accounts!: AccountMonthDto[];
  @ApiProperty({ type: [SetAsideDto] }) setAside!: SetAsideDto[];
  @ApiProperty({
    type: TotalRowsDto,
    description: 'Totals written in the files: how many agree with the rows above them.',
  })
  totalRows!: TotalRowsDto;
}

export class StatedTotalRequest {
  @ApiProperty({ maxLength: 40 }) @IsString() @Length(1, 40) account!: string;
  @ApiProperty({ example: '2026-01' }) @Matches(MONTH) from!: string;
  @ApiProperty({ example: '2026-12' }) @Matches(MONTH) to!: string;
  @ApiProperty({ description: 'Debit less credit, decimal text.', example: '125000.50' })
  @Matches(/^-?\d{1,15}(\.\d{1,6})?$/)
  amount!: string;
  @ApiProperty({
    enum: ['kostra', 'ns4102', 'dfo', 'local'],
    required: false,
    description: 'By the ledger files that have the account when left out.',
  })
  @IsOptional()
  @IsIn(['kostra', 'ns4102', 'dfo', 'local'])
  system?: string;
}

export class LedgerTotalsRequest {
  @ApiProperty({ format: 'uuid', required: false, description: 'Whose ledger. Buyers leave it out.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string;
  @ApiProperty({ maxLength: 200, description: 'Where the totals are from.' })
  @IsString()
  @Length(1, 200)
  source!: string;
  @ApiProperty({ format: 'date', required: false, description: 'The day of the source.' })
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  sourceOn?: string;
  @ApiProperty({ required: false, example: 'NOK' }) @IsOptional() @Matches(/^[A-Z]{3}$/) currency?: string;
  @ApiProperty({ type: [StatedTotalRequest], maxItems: 5000 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => StatedTotalRequest)
  totals!: StatedTotalRequest[];
}

export class LedgerTotalsStatedDto {
  @ApiProperty() totals!: number;
}
