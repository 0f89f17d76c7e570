import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { languages, type Language } from '@tallgrunn/values';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { figureKeys, ratings, type FigureKey, type Rating } from './rating-rules.ts';
import { FigureBasisDto, StatementFiguresDto } from './statement-figures.dto.ts';

const YEAR_MIN = 2000;
const YEAR_MAX = 2100;
const TEXT_MAX = 4000;

export class StatementScopeQuery {
  @ApiProperty({ format: 'uuid' }) @IsUUID() agreementId!: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty() @Type(() => Number) @IsInt() @Min(YEAR_MIN) @Max(YEAR_MAX) year!: number;
}

export class StatementListQuery {
  @ApiPropertyOptional({ description: 'This year when left out.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(YEAR_MIN)
  @Max(YEAR_MAX)
  year?: number;

  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
}

export class StatementLanguageQuery {
  @ApiPropertyOptional({ enum: languages, description: 'Bokmål when left out.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}

export class FigureRatingDto {
  @ApiProperty({ enum: figureKeys }) @IsIn(figureKeys) figure!: FigureKey;
  @ApiProperty({ enum: ratings }) @IsIn(ratings) rating!: Rating;
}

export class DecideStatementRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() agreementId!: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty() @IsInt() @Min(YEAR_MIN) @Max(YEAR_MAX) year!: number;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Newest revision that the person saw; null when there was none.',
  })
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  viewedId!: string | null;

  @ApiPropertyOptional({ description: 'Hash of the figures that the person saw. Left out: the figures of now.' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  figuresHash?: string;

  @ApiProperty({ type: [FigureRatingDto], description: 'One of each key figure.' })
  @IsArray()
  @ArrayMaxSize(figureKeys.length)
  @ValidateNested({ each: true })
  @Type(() => FigureRatingDto)
  ratings!: FigureRatingDto[];

  @ApiProperty({ enum: ratings }) @IsIn(ratings) overallRating!: Rating;
  @ApiProperty({ maxLength: TEXT_MAX }) @IsString() @IsNotEmpty() @MaxLength(TEXT_MAX) reason!: string;
}

export class CommentStatementRequest {
  @ApiProperty({ maxLength: TEXT_MAX }) @IsString() @IsNotEmpty() @MaxLength(TEXT_MAX) text!: string;
}

export class StatementAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
}

export class StatementSupplierDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class StatementRevisionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() revision!: number;
  @ApiProperty({ enum: ratings }) overallRating!: Rating;
  @ApiProperty({ format: 'date-time' }) decidedAt!: string;
}

export class StatementSummaryDto {
  @ApiProperty({ type: StatementAgreementDto }) agreement!: StatementAgreementDto;
  @ApiProperty({ type: StatementSupplierDto }) supplier!: StatementSupplierDto;
  @ApiProperty() year!: number;
  @ApiProperty({ type: StatementRevisionDto, nullable: true, description: 'Null until somebody has decided.' })
  statement!: StatementRevisionDto | null;
  @ApiProperty({ description: 'Comments of the supplier on the newest revision.' }) commentCount!: number;
}

export class ProposedRatingsDto {
  @ApiProperty({ type: [FigureRatingDto] }) ratings!: FigureRatingDto[];
  @ApiProperty({ enum: ratings, description: 'The lowest of those that could be rated.' }) overall!: Rating;
}

export class RatingLimitsDto {
  @ApiProperty({ type: [String], description: 'At least: good, approaching target, requires improvement.' })
  share!: string[];
  @ApiProperty({ type: [String], description: 'At most, of the charged amount.' }) prices!: string[];
  @ApiProperty({ type: [String], description: 'At most.' }) openCases!: string[];
}

export class StatementProposalDto {
  @ApiProperty({ type: StatementAgreementDto }) agreement!: StatementAgreementDto;
  @ApiProperty({ type: StatementSupplierDto }) supplier!: StatementSupplierDto;
  @ApiProperty() year!: number;
  @ApiProperty({ type: StatementFiguresDto }) figures!: StatementFiguresDto;
  @ApiProperty({ type: [FigureBasisDto], description: 'What the figures rest on.' }) basis!: FigureBasisDto[];
  @ApiProperty({ type: ProposedRatingsDto }) proposed!: ProposedRatingsDto;
  @ApiProperty({ type: RatingLimitsDto }) limits!: RatingLimitsDto;
  @ApiProperty({ description: 'To send with a decision on these figures.' }) figuresHash!: string;
  @ApiProperty({ type: [StatementRevisionDto], description: 'The newest first.' }) revisions!: StatementRevisionDto[];
}

export class StatementCommentDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true }) writtenBy!: string | null;
  @ApiProperty({ format: 'date-time' }) writtenAt!: string;
}

export class PerformanceStatementDto extends StatementRevisionDto {
  @ApiProperty({ type: StatementAgreementDto }) agreement!: StatementAgreementDto;
  @ApiProperty({ type: StatementSupplierDto }) supplier!: StatementSupplierDto;
  @ApiProperty() year!: number;
  @ApiProperty({ type: StatementFiguresDto }) figures!: StatementFiguresDto;
  @ApiProperty({ type: [FigureBasisDto], description: 'What the figures rest on.' }) basis!: FigureBasisDto[];
  @ApiProperty({ type: ProposedRatingsDto }) proposed!: ProposedRatingsDto;
  @ApiProperty({ type: [FigureRatingDto] }) ratings!: FigureRatingDto[];
  @ApiProperty({ type: RatingLimitsDto }) limits!: RatingLimitsDto;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: String, nullable: true }) decidedBy!: string | null;
  @ApiProperty({ type: [StatementCommentDto], description: 'The oldest first.' }) comments!: StatementCommentDto[];
  @ApiProperty({ type: [StatementRevisionDto], description: 'The newest first.' }) revisions!: StatementRevisionDto[];
}

export class StatementCreatedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}
