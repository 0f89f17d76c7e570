import { ApiProperty } from '@nestjs/swagger';
import { TrimmedText } from '@tallgrunn/platform';

const text = { type: String, nullable: true } as const;

export class RejectFiguresRequest {
  @ApiProperty({ description: 'Why, in words.' }) @TrimmedText(1, 1000) reason!: string;
}

export class ProposedFigureDto {
  @ApiProperty() year!: number;
  @ApiProperty({ ...text, description: 'Null: all buyers together.' }) buyer!: string | null;
  @ApiProperty({ ...text, description: 'Null: all purchases.' }) category!: string | null;
  @ApiProperty({ description: 'kg CO2e, decimal text.' }) kg!: string;
}

export class FigureProposalDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['publication', 'sealed-figures'] }) kind!: 'publication' | 'sealed-figures';
  @ApiProperty({ type: Number, nullable: true }) run!: number | null;
  @ApiProperty(text) caseNumber!: string | null;
  @ApiProperty({ description: 'What is published in words, or the source of the figures to be sealed.' })
  description!: string;
  @ApiProperty({ ...text, description: 'First month; null is all, as with what follows.' }) from!: string | null;
  @ApiProperty(text) to!: string | null;
  @ApiProperty({ type: [String], nullable: true }) buyers!: string[] | null;
  @ApiProperty({ type: [String], nullable: true }) categories!: string[] | null;
  @ApiProperty({ type: [ProposedFigureDto], nullable: true }) figures!: ProposedFigureDto[] | null;
  @ApiProperty(text) proposedBy!: string | null;
  @ApiProperty({ format: 'date-time' }) proposedAt!: Date;
  @ApiProperty({ description: 'The reader proposed it, and may withdraw it.' }) isOwn!: boolean;
  @ApiProperty({ description: 'The reader is independent of whoever proposed it, and may decide.' })
  mayDecide!: boolean;
}
