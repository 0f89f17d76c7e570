import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { TransferEffectDto, TransferQuery, TransferRequest } from './transfer.dto.ts';
import { TransferSupplier } from './transfer-supplier.ts';

@ApiTags('suppliers')
@Controller('suppliers/:supplierId')
export class SupplierTransferController {
  constructor(private readonly transfer: TransferSupplier) {}

  /** Returns the effect of a supplier transfer on a day. Nothing is changed. */
  @Get('transfer-preview')
  @Permission('agreement.write')
  @ApiOkResponse({ type: TransferEffectDto })
  previewTransfer(
    @Param('supplierId', ParseUUIDPipe) supplierId: string,
    @Query() { into, day }: TransferQuery,
  ): Promise<TransferEffectDto> {
    return this.transfer.preview(supplierId, into, day) as Promise<TransferEffectDto>;
  }

  @Post('transfer')
  @HttpCode(200)
  @Permission('agreement.write')
  @ApiOkResponse({ type: TransferEffectDto })
  transferSupplier(
    @Param('supplierId', ParseUUIDPipe) supplierId: string,
    @Body() { into, day }: TransferRequest,
  ): Promise<TransferEffectDto> {
    return this.transfer.run(supplierId, into, day) as Promise<TransferEffectDto>;
  }
}
