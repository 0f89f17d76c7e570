import { Body, Controller, Get, Header, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission, type AuthenticatedRequest } from '@tallgrunn/platform';
import { buyerOf } from '../buyer-of.ts';
import { ExportReconciliation } from './export-reconciliation.ts';
import { ReadReconciliation } from './read-reconciliation.ts';
import * as shape from './reconciliation.dto.ts';
import { StoreLedgerTotals } from './state-ledger-totals.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('spend')
@Controller('spend')
export class ReconciliationController {
  constructor(
    private readonly read: ReadReconciliation,
    private readonly write: ExportReconciliation,
    private readonly state: StoreLedgerTotals,
  ) {}

  /** Accounts for every row of a buyer's ledger files, and compares them with the ledger's own totals. */
  @Get('reconciliation')
  @Permission('spend.read')
  @ApiOkResponse({ type: shape.ReconciliationDto })
  show(@Req() request: AuthenticatedRequest, @Query() { buyerId, ...filter }: shape.ReconciliationQuery) {
    return this.read.run({ ...filter, buyerId: buyerOf(request, buyerId) });
  }

  @Get('reconciliation.xlsx')
  @Permission('spend.read')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Content-Disposition', 'attachment; filename="tallgrunn-regnskapskontroll.xlsx"')
  async workbook(
    @Req() request: AuthenticatedRequest,
    @Query() { buyerId, language, ...filter }: shape.ReconciliationFileQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(
      await this.write.run({ ...filter, buyerId: buyerOf(request, buyerId) }, language ?? 'nb'),
      { type: XLSX },
    );
  }

  /** Stores the balance changes of a trial balance. The newest for the same account and months applies. */
  @Post('ledger-totals')
  @Permission('spend.import')
  @ApiCreatedResponse({ type: shape.LedgerTotalsStatedDto })
  stateTotals(
    @Req() request: AuthenticatedRequest,
    @Body() { buyerId, source, sourceOn, currency, totals }: shape.LedgerTotalsRequest,
  ) {
    return this.state.run(buyerOf(request, buyerId), {
      source,
      sourceOn: sourceOn ?? null,
      currency: currency ?? 'NOK',
      totals,
    });
  }
}
