import { ApiPropertyOptional } from '@nestjs/swagger';
import { languages, type Language } from '@tallgrunn/values';
import { sheetFormats, type SheetFormat } from './sheet-formats.ts';
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

  @ApiPropertyOptional({
    enum: sheetFormats,
    description: 'PDF when left out; a slide or a text that can be edited, with the same figures.',
  })
  @IsOptional()
  @IsIn(sheetFormats)
  format?: SheetFormat;
}
