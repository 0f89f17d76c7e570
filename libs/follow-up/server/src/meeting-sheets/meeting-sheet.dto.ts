import { ApiPropertyOptional } from '@nestjs/swagger';
import { languages, type Language } from '@tallgrunn/values';
import { IsIn, IsOptional, Matches } from 'class-validator';

const audiences = ['cooperative', 'supplier'] as const;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export class MeetingSheetQuery {
  @ApiPropertyOptional({ description: 'First month, such as 2026-01; eleven months before the last when left out.' })
  @IsOptional()
  @Matches(MONTH)
  from?: string;

  @ApiPropertyOptional({ description: 'Last month; the one before this when left out.' })
  @IsOptional()
  @Matches(MONTH)
  to?: string;

  @ApiPropertyOptional({
    enum: audiences,
    description:
      'For the supplier it has no cases, owners or meetings that only the cooperative may see; for the cooperative when left out.',
  })
  @IsOptional()
  @IsIn(audiences)
  audience?: (typeof audiences)[number];

  @ApiPropertyOptional({ enum: languages, description: 'Bokmål when left out.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}
