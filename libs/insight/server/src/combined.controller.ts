import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import * as shape from './combined.dto.ts';
import { ReadChartData } from './chart-data.ts';
import { ExportCombined } from './export-combined.ts';
import { ListFilterOptions } from './list-filter-options.ts';
import { ListCombined } from './list-combined.ts';
import { ListItemsBought } from './list-items-bought.ts';
import { ShowLine } from './show-line.ts';

@ApiTags('combined')
@Controller('combined')
export class CombinedController {
  constructor(
    private readonly listCombined: ListCombined,
    private readonly listItemsBought: ListItemsBought,
    private readonly draw: ReadChartData,
    private readonly choose: ListFilterOptions,
    private readonly exportRows: ExportCombined,
    private readonly show: ShowLine,
  ) {}

  @Get()
  @Permission('combined.read')
  @AllowApiKeys('figures:read')
  @ApiOkResponse({ type: shape.CombinedPageDto })
  list(@Query() { order, afterValue, afterKey, ...filter }: shape.CombinedPageQuery) {
    const after = afterValue && afterKey ? { value: afterValue, key: afterKey } : null;
    return this.listCombined.run(filter, order ?? '-amount', after);
  }

  @Get('totals')
  @Permission('combined.read')
  @AllowApiKeys('figures:read')
  @ApiOkResponse({ type: shape.CombinedTotalsDto })
  totals(@Query() filter: shape.CombinedFilterQuery) {
    return this.listCombined.totals(filter);
  }

  @Get('goods')
  @Permission('combined.read')
  @ApiOkResponse({ type: shape.GoodsDto })
  goods(@Query() filter: shape.CombinedFilterQuery) {
    return this.listItemsBought.run(filter);
  }

  @Get('charts')
  @Permission('combined.read')
  @ApiOkResponse({ type: shape.ChartsDto })
  charts(@Query() filter: shape.CombinedFilterQuery) {
    return this.draw.run(filter);
  }

  @Get('filter-options')
  @Permission('combined.read')
  @ApiOkResponse({ type: shape.FilterOptionsDto })
  filterOptions() {
    return this.choose.run();
  }

  @Get('lines/:key')
  @Permission('combined.read')
  @ApiOkResponse({ type: shape.CombinedLineDto })
  line(@Param('key') key: string) {
    return this.show.run(key);
  }

  @Get('export.csv')
  @Permission('combined.read')
  @AllowApiKeys('figures:read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Content-Disposition', 'attachment; filename="tallgrunn.csv"')
  csv(@Query() { language, ...filter }: shape.CombinedExportQuery): StreamableFile {
    return new StreamableFile(this.exportRows.run(filter, language ?? 'nb'), { type: 'text/csv; charset=utf-8' });
  }
}
