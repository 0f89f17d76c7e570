import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CombinedFilterQuery } from '../combined.dto.ts';
import { columnDimensions, rowDimensions, type ColumnDimension, type RowDimension } from './pivot-dimensions.ts';

/** Measures by which rows can be ranked. */
export const pivotMeasures = ['booked', 'emissions', 'reported-only', 'lines'] as const;
export type PivotMeasure = (typeof pivotMeasures)[number];

export const PIVOT_ROWS_MAX = 1000;

export class PivotQuery extends CombinedFilterQuery {
  @ApiProperty({ enum: rowDimensions }) @IsIn(rowDimensions) rows!: RowDimension;
  @ApiProperty({ enum: columnDimensions, required: false })
  @IsOptional()
  @IsIn(columnDimensions)
  columns?: ColumnDimension;
  @ApiProperty({ enum: pivotMeasures, required: false, description: 'Which rows come first: the largest by this.' })
  @IsOptional()
  @IsIn(pivotMeasures)
  by?: PivotMeasure;
  @ApiProperty({ required: false, minimum: 1, maximum: PIVOT_ROWS_MAX, description: 'Rows shown; 50 unless stated.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PIVOT_ROWS_MAX)
  limit?: number;
}

export class PivotSumsDto {
  @ApiProperty({ description: 'Booked purchases, excluding VAT, in the currency of the figures.' }) booked!: string;
  @ApiProperty({ description: 'Of it, what has an emission figure.' }) bookedWithFactor!: string;
  @ApiProperty({ description: 'Of it, what is known as an item.' }) bookedByItem!: string;
  @ApiProperty({ description: 'Reported purchases, excluding VAT, that no booked line has.' }) reportedOnly!: string;
  @ApiProperty({ type: String, nullable: true, description: 'kg CO2e; null where nothing is calculated.' })
  kgCo2e!: string | null;
  @ApiProperty({ description: 'Booked lines, each once.' }) lineCount!: number;
}

export class PivotCellDto extends PivotSumsDto {
  @ApiProperty({ type: String, nullable: true, description: 'The row’s key; null where it is not known.' })
  row!: string | null;
  @ApiProperty({ type: String, nullable: true }) column!: string | null;
}

export class PivotRowDto extends PivotSumsDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null: what the rows are is not known of these.' })
  key!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null where the key is a code that the page words.' })
  label!: string | null;
}

export class PivotColumnDto extends PivotSumsDto {
  @ApiProperty({ type: String, nullable: true }) key!: string | null;
  @ApiProperty({ type: String, nullable: true }) label!: string | null;
}

export class PivotDto {
  @ApiProperty({ type: [PivotRowDto], description: 'The largest first.' }) rows!: PivotRowDto[];
  @ApiProperty({ type: [PivotColumnDto], description: 'In their order; empty for one column.' })
  columns!: PivotColumnDto[];
  @ApiProperty({ type: [PivotCellDto], description: 'Of the rows shown; a pair without purchases is left out.' })
  cells!: PivotCellDto[];
  @ApiProperty({ type: PivotSumsDto, description: 'Of everything that the filter lets through.' }) total!: PivotSumsDto;
  @ApiProperty({ type: PivotSumsDto, description: 'Of the rows that are not shown.' }) others!: PivotSumsDto;
  @ApiProperty({ description: 'How many rows there are in all.' }) rowCount!: number;
  @ApiProperty({ description: 'ISO 4217 code of the amounts.' }) currency!: string;
}
