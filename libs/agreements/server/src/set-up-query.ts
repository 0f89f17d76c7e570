import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { QueryBoolean } from '@tallgrunn/platform';
import { languages, type Language } from '@tallgrunn/values';

/** Language of the advice on errors. */
export class SetUpLanguageQuery {
  @ApiProperty({ enum: languages, required: false, default: 'nb', description: 'Of what to do about a refusal.' })
  @IsOptional()
  @IsIn(languages)
  language: Language = 'nb';
}

/** Options of a set-up request: dry run and language. */
export class SetUpQuery extends SetUpLanguageQuery {
  @ApiProperty({
    type: Boolean,
    required: false,
    default: false,
    description: 'Say what would come of it, and store nothing.',
  })
  @IsOptional()
  @QueryBoolean()
  dryRun: boolean = false;
}
