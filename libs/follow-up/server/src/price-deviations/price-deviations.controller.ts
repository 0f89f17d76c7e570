import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { AcceptDeviations, RevokeAcceptedDeviation } from './accept-deviations.ts';
import { ListDeviationLines } from './list-deviation-lines.ts';
import { ListPriceDeviations } from './list-price-deviations.ts';
import * as dto from './price-deviation.dto.ts';
import { XLSX } from './price-workbook-texts.ts';
import { WritePriceWorkbook } from './write-price-workbook.ts';

@ApiTags('price deviations')
@Controller()
export class PriceDeviationsController {
  constructor(
    private readonly deviations: ListPriceDeviations,
    private readonly lines: ListDeviationLines,
    private readonly accept: AcceptDeviations,
    private readonly revoke: RevokeAcceptedDeviation,
    private readonly workbook: WritePriceWorkbook,
  ) {}

  /** Returns the amounts charged above agreed prices, by agreement and supplier, largest open amounts first. */
  @Get('price-deviations')
  @Permission('price-deviation.read')
  @ApiOkResponse({ type: [dto.DeviationSummaryDto] })
  summary(@Query() filter: dto.PriceDeviationQuery) {
    return this.deviations.summary(filter);
  }

  @Get('price-deviations/lines')
  @Permission('price-deviation.read')
  @ApiOkResponse({ type: dto.DeviationLinePageDto })
  listLines(@Query() { after, ...filter }: dto.DeviationLineQuery) {
    const [amount, documentId, lineNo] = after?.split('_') ?? [];
    return this.lines.page({
      ...filter,
      ...(amount && documentId && lineNo && { after: { amount, documentId, lineNo: Number(lineNo) } }),
    });
  }

  /** Returns goods outside the assortment, of one supplier and agreement. */
  @Get('price-deviations/off-assortment')
  @Permission('price-deviation.read')
  @ApiOkResponse({ type: [dto.OffAssortmentItemDto] })
  offAssortment(@Query() scope: dto.PricePairQuery) {
    return this.deviations.offAssortment(scope);
  }

  /** Returns charged and agreed amounts by month. */
  @Get('price-deviations/months')
  @Permission('price-deviation.read')
  @ApiOkResponse({ type: [dto.PriceMonthDto] })
  months(@Query() filter: dto.PriceDeviationQuery) {
    return this.deviations.months(filter);
  }

  /** Returns items for which buyers paid different prices in the same month. */
  @Get('price-deviations/spread')
  @Permission('price-deviation.read')
  @ApiOkResponse({ type: [dto.PriceSpreadDto] })
  spread(@Query() scope: dto.PricePairQuery) {
    return this.deviations.spread(scope);
  }

  @Get('price-deviations/workbook')
  @Permission('price-deviation.read')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  download(@Query() { language, ...filter }: dto.PriceDeviationWorkbookQuery): Promise<StreamableFile> {
    return this.workbook.run(filter, language ?? 'nb');
  }

  /** Accepts the reason for deviations. */
  @Post('price-deviations/accept')
  @Permission('claim.manage')
  @ApiCreatedResponse({ type: dto.AcceptedDeviationsDto })
  acceptDeviations(@Body() { lines, reason }: dto.AcceptDeviationsRequest) {
    return this.accept.run(lines, reason);
  }

  @Post('accepted-deviations/:acceptedId/revoke')
  @HttpCode(204)
  @Permission('claim.manage')
  @ApiNoContentResponse()
  revokeAccepted(@Param('acceptedId', ParseUUIDPipe) acceptedId: string) {
    return this.revoke.run(acceptedId);
  }
}
