import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ShowSupplier } from './show-supplier.ts';
import { SupplierOverviewDto } from './supplier.dto.ts';

@ApiTags('suppliers')
@Controller('suppliers/:supplierId/overview')
export class SupplierOverviewController {
  constructor(private readonly show: ShowSupplier) {}

  /** Returns agreements, people, reports, quality, declarations and cases of one supplier. */
  @Get()
  @Permission('party.read')
  @ApiOkResponse({ type: SupplierOverviewDto })
  overview(@Param('supplierId', ParseUUIDPipe) supplierId: string) {
    return this.show.run(supplierId);
  }
}
