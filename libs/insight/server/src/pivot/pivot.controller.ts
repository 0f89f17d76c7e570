import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { CalculatePivot } from './calculate-pivot.ts';
import { PivotDto, PivotQuery } from './pivot.dto.ts';

@ApiTags('combined')
@Controller('combined/pivot')
export class PivotController {
  constructor(private readonly pivot: CalculatePivot) {}

  /** Returns purchases summed by one or two dimensions. */
  @Get()
  @Permission('combined.read')
  @AllowApiKeys('figures:read')
  @ApiOkResponse({ type: PivotDto })
  sums(@Query() { rows, columns = 'none', by = 'booked', limit = 50, ...filter }: PivotQuery): Promise<PivotDto> {
    return this.pivot.run({ rows, columns, by, limit, filter });
  }
}
