import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { correctionReasons, type CorrectionReason } from './correction.ts';

const when = { type: String, format: 'date-time' } as const;
const decimal = { type: String, description: 'Decimal text.' } as const;
const kinds = ['added', 'removed', 'changed'] as const;
export const correctionWays = ['replaces', 'amends'] as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });

export class CorrectionReasonRequest {
  @ApiProperty({ enum: correctionReasons }) @IsIn(correctionReasons) code!: CorrectionReason;
  @ApiProperty({ required: false, description: 'Must say something where the code is other.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  text?: string;
}

export class BehalfBody {
  @ApiProperty({ description: 'Whom the file came from.' }) @IsString() @Length(2, 200) receivedFrom!: string;
  @ApiProperty({ format: 'date', description: 'The day it came.' }) @IsISO8601({ strict: true }) receivedOn!: string;
  @ApiProperty({ description: 'Why the supplier does not send it.' }) @IsString() @Length(3, 2000) reason!: string;
}

export class OnBehalfResponseRequest {
  @ApiProperty({ description: 'Whether the supplier agrees with what was handed in.' }) @IsBoolean() agreed!: boolean;
  @ApiProperty({ required: false, description: 'Must say something where the supplier does not agree.' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  text?: string;
}

export class DiffQuery {
  @ApiProperty({ enum: kinds, required: false }) @IsOptional() @IsIn(kinds) kind?: (typeof kinds)[number];
  @ApiProperty({ type: String, required: false, description: '`next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(600)
  after?: string;
}

export class DiffSideDto {
  @ApiProperty({ description: 'Row of the file it stands in.' }) row!: number;
  @Nullable() quantity!: string | null;
  @Nullable() unit!: string | null;
  @Nullable() unitPrice!: string | null;
  @Nullable() amount!: string | null;
}

export class DiffLineDto {
  @ApiProperty({ enum: kinds }) kind!: (typeof kinds)[number];
  @Nullable() itemNumber!: string | null;
  @Nullable() itemName!: string | null;
  @Nullable() buyer!: string | null;
  @Nullable({ format: 'date' }) on!: string | null;
  @Nullable() invoiceNumber!: string | null;
  @ApiProperty({ type: DiffSideDto, nullable: true }) before!: DiffSideDto | null;
  @ApiProperty({ type: DiffSideDto, nullable: true }) after!: DiffSideDto | null;
  @ApiProperty({ ...decimal, description: 'Amount now less amount before.' }) effect!: string;
}

export class DiffPageDto {
  @ApiProperty({ type: [DiffLineDto] }) lines!: DiffLineDto[];
  @Nullable({ description: 'Pass as `after` for the next page.' }) next!: string | null;
}

export class CorrectionDto {
  @ApiProperty({ format: 'uuid' }) baseVersionId!: string;
  @Nullable() baseNumber!: string | null;
  @ApiProperty({
    enum: correctionWays,
    description: 'amends: the lines of the version before it that the file says nothing of are kept.',
  })
  way!: string;
  @ApiProperty({ type: Number, nullable: true }) added!: number | null;
  @ApiProperty({ type: Number, nullable: true }) removed!: number | null;
  @ApiProperty({ type: Number, nullable: true }) changed!: number | null;
  @Nullable({ description: 'Decimal text: the amount now less the amount before.' }) effect!: string | null;
  @Nullable({ description: 'Decimal text: what it adds and takes away, summed over buyers and items.' }) movement!:
    string | null;
  @ApiProperty({ enum: correctionReasons, nullable: true }) reasonCode!: string | null;
  @Nullable() reason!: string | null;
  @ApiProperty({
    type: [String],
    enum: ['large-effect', 'period-closed'],
    isArray: true,
    description: 'Why it waits for the manager.',
  })
  asksManager!: string[];
}

export class OnBehalfDto {
  @Nullable({ description: 'What the person who handed it in is called, where one may know it.' }) by!: string | null;
  @ApiProperty(when) at!: string;
  @ApiProperty() receivedFrom!: string;
  @ApiProperty({ format: 'date' }) receivedOn!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ enum: ['agreed', 'disagreed'], nullable: true }) answer!: string | null;
  @Nullable() answerText!: string | null;
  @Nullable(when) answeredAt!: string | null;
}
