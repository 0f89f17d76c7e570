import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsUUID } from 'class-validator';

const day = { format: 'date', example: '2027-01-01' } as const;

export class TransferQuery {
  @ApiProperty({ format: 'uuid', description: 'The supplier that takes over.' }) @IsUUID() into!: string;
  @ApiProperty({ ...day, description: 'Its first day.' }) @IsISO8601({ strict: true }) day!: string;
}

export class TransferRequest extends TransferQuery {}

export class TransferredHoldingDto {
  @ApiProperty({ format: 'uuid' }) agreementId!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true }) lot!: string | null;
  @ApiProperty({ type: String, nullable: true, ...day }) lastDay!: string | null;
}

export class TransferEffectDto {
  @ApiProperty() from!: string;
  @ApiProperty() into!: string;
  @ApiProperty({ type: [TransferredHoldingDto] }) moving!: TransferredHoldingDto[];
  @ApiProperty({ type: [TransferredHoldingDto], description: 'The other has them already.' })
  sharedAlready!: TransferredHoldingDto[];
  @ApiProperty({ type: [TransferredHoldingDto], description: 'Begin on the day or later, and stay.' })
  later!: TransferredHoldingDto[];
  @ApiProperty() learnedRules!: number;
  @ApiProperty({ description: 'Items of the old supplier whose prices the other takes over.' }) items!: number;
  @ApiProperty({ type: [String], description: 'Agreements where neither has a price on the day.' })
  withoutPrices!: string[];
  @ApiProperty({ type: [String] }) users!: string[];
}
