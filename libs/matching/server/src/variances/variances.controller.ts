import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { CoverageQuery } from '../matching.dto.ts';
import { ExportVariances } from './export-variances.ts';
import { SumVariances } from './sum-variances.ts';
import { VarianceFileQuery, VarianceDto } from './variances.dto.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('matching')
@Controller('matching')
export class VariancesController {
  constructor(
    private readonly sum: SumVariances,
    private readonly write: ExportVariances,
  ) {}

  @Get('variances')
  @Permission('matching.read')
  @ApiOkResponse({ type: [VarianceDto] })
  list(@Query() { supplierId, buyerId, ...months }: CoverageQuery) {
    return this.sum.run({ ...months, supplierId: supplierId ?? null, buyerId: buyerId ?? null });
  }

  @Get('variances.xlsx')
  @Permission('matching.read')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Content-Disposition', 'attachment; filename="tallgrunn-mengde-og-pris.xlsx"')
  async workbook(@Query() { supplierId, buyerId, language, ...months }: VarianceFileQuery): Promise<StreamableFile> {
    return new StreamableFile(
      await this.write.run({ ...months, supplierId: supplierId ?? null, buyerId: buyerId ?? null }, language ?? 'nb'),
      { type: XLSX },
    );
  }
}
