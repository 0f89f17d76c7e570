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
    private readonly list: ListCombined,
    private readonly goods: ListItemsBought,
    private readonly draw: ReadChartData,
    private readonly choose: ListFilterOptions,
    private readonly exportRows: ExportCombined,
    private readonly show: ShowLine,
  ) {}

  @Get()
  @Permission('combined.read')
  @AllowApiKeys('figures:read')
  @ApiOkResponse({ type: shape.CombinedPageDto })
  rows(@Query() { order, afterValue, afterKey, ...filter }: shape.CombinedPageQuery) {
    const after = afterValue && afterKey ? { value: afterValue, key: afterKey } : null;
    return this.list.run(filter, order ?? '-amount', after);
  }

  @Get('totals')
  @Permission('combined.read')
  @AllowApiKeys('figures:read')
  @ApiOkResponse({ type: shape.CombinedTotalsDto })
  totals(@Query() filter: shape.CombinedFilterShape) {
    return this.list.totals(filter);
  }

  @Get('goods')
  @Permission('combined.read')
  @ApiOkResponse({ type: shape.GoodsDto })
  itemsBought(@Query() filter: shape.CombinedFilterShape) {
    return this.goods.run(filter);
  }

  @Get('pictures')
  @Permission('combined.read')
  @ApiOkResponse({ type: shape.ChartsDto })
  pictures(@Query() filter: shape.CombinedFilterShape) {
    return this.draw.run(filter);
  }

  @Get('choices')
  @Permission('combined.read')
  @ApiOkResponse({ type: shape.FilterOptionsDto })
  choices() {
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
