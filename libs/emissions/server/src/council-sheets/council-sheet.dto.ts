import { ApiPropertyOptional } from '@nestjs/swagger';
import { languages, type Language } from '@tallgrunn/values';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

export class CouncilSheetQuery {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'One municipality of the publication; the whole publication when left out. A buyer gets its own.',
  })
  @IsOptional()
  @IsUUID()
  buyerId?: string;

  @ApiPropertyOptional({ enum: languages, description: 'Bokmål when left out.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}
