import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import * as dto from './data-quality.dto.ts';
import { ListDataQuality } from './list-data-quality.ts';

@ApiTags('data-quality')
@Controller('data-quality')
export class DataQualityController {
  constructor(private readonly quality: ListDataQuality) {}

  /** Lists suppliers by the quality of their reports, of all agreements or of one. A supplier sees itself only. */
  @Get()
  @Permission('data-quality.read')
  @ApiOkResponse({ type: dto.DataQualityListDto })
  list(@Query() query: dto.DataQualityQuery) {
    return this.quality.run(query);
  }

  @Get(':supplierId')
  @Permission('data-quality.read')
  @ApiOkResponse({ type: dto.SupplierDataQualityDetailDto })
  show(@Param('supplierId', ParseUUIDPipe) supplierId: string, @Query() query: dto.DataQualityQuery) {
    return this.quality.one(supplierId, query);
  }
}
