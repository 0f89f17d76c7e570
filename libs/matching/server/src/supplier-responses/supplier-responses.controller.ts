import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { DecisionCreatedDto } from '../matching.dto.ts';
import { AcceptSupplierResponse } from './accept-supplier-response.ts';
import { ListUnreportedSpend } from './list-unreported-spend.ts';
import { RespondToBooked } from './respond-to-booked.ts';
import * as shape from './supplier-response.dto.ts';

/** Unreported spend for the supplier, and its responses. */
@ApiTags('statements')
@Controller('obligations/:obligationId/unreported-spend')
export class UnreportedSpendController {
  constructor(private readonly booked: ListUnreportedSpend) {}

  /** Returns unreported spend in the period of an obligation, with the matching coverage. */
  @Get()
  @Permission('report.read')
  @ApiOkResponse({ type: shape.UnreportedSpendDto })
  list(@Param('obligationId', ParseUUIDPipe) obligationId: string) {
    return this.booked.run(obligationId);
  }

  @Get('lines')
  @Permission('report.read')
  @ApiOkResponse({ type: [shape.UnreportedSpendLineDto] })
  listLines(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Query() { buyerId, invoice }: shape.BookedInvoiceQuery,
  ) {
    return this.booked.lines(obligationId, buyerId, invoice);
  }
}

@ApiTags('statements')
@Controller()
export class SupplierResponsesController {
  constructor(
    private readonly respond: RespondToBooked,
    private readonly acceptSupplierResponse: AcceptSupplierResponse,
  ) {}

  @Post('obligations/:obligationId/supplier-responses')
  @Permission('report.submit')
  @ApiCreatedResponse({ type: shape.SupplierResponseCreatedDto })
  create(
    @Param('obligationId', ParseUUIDPipe) obligationId: string,
    @Body() { kind, ...said }: shape.SupplierResponseRequest,
  ) {
    return this.respond.run(obligationId, { ...said, kind: kind ?? null });
  }

  /** Accepts a supplier response as the answer. */
  @Post('supplier-responses/:responseId/accept')
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: DecisionCreatedDto })
  accept(@Param('responseId', ParseUUIDPipe) responseId: string, @Body() { reason }: shape.AcceptanceRequest) {
    return this.acceptSupplierResponse.run(responseId, reason);
  }
}
