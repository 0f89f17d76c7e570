import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { resolutionCauses, type ResolutionCause } from '../resolve-line.ts';
import { lineRegularities, pairRegularities, type Regularity } from './members.ts';
import { effects, type Effect } from './preview-bulk-answer.ts';

const HASH = /^[0-9a-f]+$/;
const sides = ['reported', 'booked'] as const;
const bulkVerdicts = ['same', 'not-same'] as const;

export class QuestionsQuery {
  @ApiProperty({ required: false, format: 'uuid' }) @IsOptional() @IsUUID() supplierId?: string;
}

export class QuestionSideDto {
  @ApiProperty({ format: 'uuid' }) documentId!: string;
  @ApiProperty({ type: 'integer' }) lineNo!: number;
  @ApiProperty({ type: String, nullable: true }) itemName!: string | null;
  @ApiProperty({ type: String, nullable: true }) invoiceNumber!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) date!: string | null;
  @ApiProperty({ description: 'NOK excl. VAT, decimal text.' }) amount!: string;
}

export class QuestionLineDto {
  @ApiProperty() buyer!: string;
  @ApiProperty({ type: QuestionSideDto, nullable: true }) reported!: QuestionSideDto | null;
  @ApiProperty({ type: QuestionSideDto, nullable: true }) booked!: QuestionSideDto | null;
}

export class MatchingQuestionDto {
  @ApiProperty({ description: 'The same as long as what it is asked by is.' }) key!: string;
  @ApiProperty({
    description: 'Asks whether pairs of lines are the same purchase; else why lines are tied to nothing.',
  })
  isPairs!: boolean;
  @ApiProperty({ enum: [...pairRegularities, ...lineRegularities], description: 'What the lines share.' })
  regularity!: Regularity;
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty({ type: String, nullable: true }) supplier!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Of one buyer only; null where lines of several are asked about.',
  })
  buyer!: string | null;
  @ApiProperty({ enum: sides, nullable: true }) side!: (typeof sides)[number] | null;
  @ApiProperty({ type: String, nullable: true }) state!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the last run says of the lines; `none` where nothing explains them.',
  })
  cause!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'How many times the booked amount is reported, decimal text.',
  })
  ratio!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Days from the report to the books.' }) days!:
    number | null;
  @ApiProperty({ type: String, nullable: true, description: 'The text or account that the lines share.' }) value!:
    string | null;
  @ApiProperty({ type: 'integer' }) lineCount!: number;
  @ApiProperty({ type: 'integer' }) buyerCount!: number;
  @ApiProperty({ description: 'NOK excl. VAT, without sign, decimal text; of a pair the larger amount.' })
  amount!: string;
  @ApiProperty({ type: [QuestionLineDto] }) samples!: QuestionLineDto[];
}

export class BulkAnswerRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @ApiProperty({ description: 'Of the question.' }) @IsString() @Length(32, 32) @Matches(HASH) key!: string;
  @ApiProperty({ enum: bulkVerdicts, required: false, description: 'Of a question about pairs.' })
  @IsOptional()
  @IsIn(bulkVerdicts)
  verdict?: (typeof bulkVerdicts)[number];
  @ApiProperty({ enum: resolutionCauses, required: false, description: 'Of a question about lines.' })
  @IsOptional()
  @IsIn(resolutionCauses)
  cause?: ResolutionCause;
}

export class GiveBulkAnswerRequest extends BulkAnswerRequest {
  @ApiProperty({ description: 'Of the preview: where the lines are not those any more, nothing is stored.' })
  @IsString()
  @Length(64, 64)
  @Matches(HASH)
  basis!: string;
  @ApiProperty() @IsString() @Length(1, 1000) @Matches(/\S/) reason!: string;
}

export class EffectCountsDto implements Record<Effect, number> {
  @ApiProperty({ type: 'integer', description: 'Tied, with the same amount.' }) tied!: number;
  @ApiProperty({ type: 'integer', description: 'Tied, with amounts that differ.' }) 'tied-with-difference'!: number;
  @ApiProperty({ type: 'integer', description: 'Stands under the cause.' }) named!: number;
  @ApiProperty({ type: 'integer', description: 'Stays open, and is not asked about in this way again.' })
  'stays-open'!: number;
  @ApiProperty({ type: 'integer', description: 'Stays open: several lines fit equally.' }) 'several-fit'!: number;
}

export class BulkPreviewLineDto extends QuestionLineDto {
  @ApiProperty({ enum: effects }) effect!: Effect;
}

export class BulkPreviewDto {
  @ApiProperty() basis!: string;
  @ApiProperty({ type: EffectCountsDto }) counts!: EffectCountsDto;
  @ApiProperty({
    type: 'integer',
    description: 'Lines or pairs that are answered, those with most kroner: 500 at most.',
  })
  lineCount!: number;
  @ApiProperty({ type: 'integer', description: 'Lines or pairs beyond those, which are asked about again.' })
  leftCount!: number;
  @ApiProperty({ description: 'What those come to: NOK excl. VAT, without sign.' }) amount!: string;
  @ApiProperty({ description: 'Much money together: the answers hold once a second person has confirmed them.' })
  needsSecond!: boolean;
  @ApiProperty({ type: [BulkPreviewLineDto], description: 'Most kroner first, 200 at most.' })
  lines!: BulkPreviewLineDto[];
}

export class BulkAnswerGivenDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) lineCount!: number;
  @ApiProperty() needsSecond!: boolean;
}

export class RevokeBulkAnswerRequest {
  @ApiProperty() @IsString() @Length(1, 1000) @Matches(/\S/) reason!: string;
}

export class BulkAnswerRevokedDto {
  @ApiProperty({ format: 'uuid', description: 'The act that took the lines back.' }) id!: string;
  @ApiProperty({ type: 'integer' }) lineCount!: number;
}

export class StoredBulkAnswerDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: bulkVerdicts, nullable: true, description: 'Of pairs of lines; null for a cause.' }) verdict!:
    (typeof bulkVerdicts)[number] | null;
  @ApiProperty({ type: String, nullable: true }) cause!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null where lines of several suppliers were answered.' })
  supplier!: string | null;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) decidedAt!: Date;
  @ApiProperty({ description: 'Said by whoever asks.' }) byYou!: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the person is called; null where the asker may not know.',
  })
  decidedBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) decidedFor!: string | null;
  @ApiProperty({ type: 'integer' }) lineCount!: number;
  @ApiProperty({ description: 'NOK excl. VAT, without sign.' }) amount!: string;
  @ApiProperty({
    type: 'integer',
    description: 'Lines of which nobody has said something newer: what taking it back is about.',
  })
  inForceCount!: number;
  @ApiProperty({ description: 'Much money: it holds once a second person has confirmed it.' }) waits!: boolean;
}
