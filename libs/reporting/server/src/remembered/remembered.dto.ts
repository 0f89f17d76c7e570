import { ApiProperty } from '@nestjs/swagger';

export class RememberedAnswerDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['change', 'question', 'customer'] }) kind!: 'change' | 'question' | 'customer';
  @ApiProperty({ description: 'What was asked; a customer is the hash of its name, which is stored nowhere.' })
  subject!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'change: the patch to give along with a file. question: {code, cause}. customer: {ours}.',
  })
  answer!: Record<string, unknown>;
  @ApiProperty({ type: String, nullable: true, description: 'Why a question is right as it stands.' }) reason!:
    string | null;
  @ApiProperty({ format: 'date-time' }) givenAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Name of the person who answered.' }) givenBy!:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Number of the report that it was given with.' })
  reportNumber!: string | null;
}
