import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsOptional } from 'class-validator';

const day = { format: 'date', example: '2026-12-31' } as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class OptionConfirmationRequest {
  @ApiProperty({
    type: String,
    nullable: true,
    ...day,
    description: 'The last day of the agreement afterwards, as the preview says.',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  lastDayAfter!: string | null;
}

export class DatedPartyDto {
  @ApiProperty() name!: string;
  @Nullable() lot!: string | null;
  @Nullable(day) lastDay!: string | null;
}

export class OptionEffectDto {
  @ApiProperty() number!: number;
  @Nullable(day) noticeBy!: string | null;
  @ApiProperty() isNoticePassed!: boolean;
  @Nullable(day) lastDayBefore!: string | null;
  @Nullable(day) lastDayAfter!: string | null;
  @ApiProperty({ type: [DatedPartyDto], description: 'Their last day moves with that of the agreement.' })
  suppliers!: DatedPartyDto[];
  @ApiProperty({ type: [DatedPartyDto] }) participants!: DatedPartyDto[];
  @ApiProperty({ type: [DatedPartyDto], description: 'Have another last day, and keep it.' })
  unchanged!: DatedPartyDto[];
  @ApiProperty({ type: [DatedPartyDto], description: 'Their newest prices end with the agreement.' })
  endingPrices!: DatedPartyDto[];
}
