import { ApiProperty } from '@nestjs/swagger';

const states = ['new', 'changed', 'same', 'left-out'] as const;

export class UnitRemarkDto {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'That the row is left out for it.' }) blocks!: boolean;
  @ApiProperty() sheet!: string;
  @ApiProperty({ description: '1-based, as in the file.' }) row!: number;
  @ApiProperty({ type: Number, nullable: true, description: '1-based.' }) column!: number | null;
  @ApiProperty({ type: String, nullable: true }) found!: string | null;
  @ApiProperty({ type: String, nullable: true }) expected!: string | null;
}

export class PlannedRowDto {
  @ApiProperty() row!: number;
  @ApiProperty({ enum: states }) state!: (typeof states)[number];
  @ApiProperty() buyer!: string;
  @ApiProperty() unit!: string;
  @ApiProperty() supplier!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ type: [UnitRemarkDto] }) remarks!: UnitRemarkDto[];
}

export class UnitFileDto {
  @ApiProperty({ description: 'Places and departments that are new or become different.' }) units!: number;
  @ApiProperty({ description: 'Customer numbers that are new.' }) numbers!: number;
  @ApiProperty() leftOut!: number;
  @ApiProperty({ type: [PlannedRowDto] }) rows!: PlannedRowDto[];
}
