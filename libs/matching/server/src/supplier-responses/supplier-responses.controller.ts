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
@Controller('matching')
export class StatementsController {
  constructor(
    private readonly booked: ListUnreportedSpend,
    private readonly respond: RespondToBooked,
    private readonly accept: AcceptSupplierResponse,
  ) {}

  /** Returns unreported spend in the period of an obligation, with the matching coverage. */
  @Get('duties/:dutyId/booked')
  @Permission('report.read')
  @ApiOkResponse({ type: shape.UnreportedSpendDto })
  bookedOfDuty(@Param('dutyId', ParseUUIDPipe) dutyId: string) {
    return this.booked.run(dutyId);
  }

  @Get('duties/:dutyId/booked/lines')
  @Permission('report.read')
  @ApiOkResponse({ type: [shape.UnreportedSpendLineDto] })
  bookedLines(@Param('dutyId', ParseUUIDPipe) dutyId: string, @Query() { buyerId, invoice }: shape.BookedInvoiceQuery) {
    return this.booked.lines(dutyId, buyerId, invoice);
  }

  @Post('duties/:dutyId/statements')
  @Permission('report.submit')
  @ApiCreatedResponse({ type: shape.SupplierResponseCreatedDto })
  statement(@Param('dutyId', ParseUUIDPipe) dutyId: string, @Body() { kind, ...said }: shape.SupplierResponseRequest) {
    return this.respond.run(dutyId, { ...said, kind: kind ?? null });
  }

  /** Accepts a supplier response as the answer. */
  @Post('statements/:statementId/acceptance')
  @Permission('matching.resolve')
  @ApiCreatedResponse({ type: DecisionCreatedDto })
  acceptance(@Param('statementId', ParseUUIDPipe) statementId: string, @Body() { reason }: shape.AcceptanceRequest) {
    return this.accept.run(statementId, reason);
  }
}
