import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { AddAgreementSuppliers } from './add-agreement-suppliers.ts';
import { AddLot } from './add-lot.ts';
import { AddParticipation } from './add-participation.ts';
import { ChangeAgreement } from './change-agreement.ts';
import { ChangeAgreementSupplier } from './change-agreement-supplier.ts';
import { ChangeLot } from './change-lot.ts';
import * as shape from './change.dto.ts';
import { EndParticipation } from './end-participation.ts';
import { SetContacts } from './set-contacts.ts';
import { SetOptions } from './set-options.ts';
import { StateOpeningAmounts } from './state-opening-amounts.ts';

@ApiTags('agreements')
@Controller('agreements/:agreementId')
export class AgreementDetailsController {
  constructor(
    private readonly head: ChangeAgreement,
    private readonly options: SetOptions,
    private readonly contacts: SetContacts,
    private readonly openings: StateOpeningAmounts,
  ) {}

  /** Changes only the given fields. */
  @Patch()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  change(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() body: shape.AgreementChangeRequest) {
    return this.head.run(agreementId, body);
  }

  @Put('options')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  setOptions(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() { options }: shape.OptionsRequest) {
    return this.options.run(agreementId, options);
  }

  /**
   * States the sales of suppliers before a month, when the ledger here begins later than the agreement. The latest
   * statement per supplier and lot counts.
   */
  @Post('opening-amounts')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  setOpeningAmounts(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Body() { amounts, ...of }: shape.OpeningAmountsRequest,
  ) {
    return this.openings.run(agreementId, {
      ...of,
      amounts: amounts.map(({ lotId, ...each }) => ({ ...each, lotId: lotId ?? null })),
    });
  }

  @Put('contacts')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  setContacts(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() { contacts }: shape.ContactsRequest) {
    return this.contacts.run(agreementId, contacts);
  }
}

@ApiTags('agreements')
@Controller('agreements/:agreementId/lots')
export class LotsController {
  constructor(
    private readonly lots: AddLot,
    private readonly lot: ChangeLot,
  ) {}

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedDto })
  create(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() body: shape.NewLotRequest) {
    return this.lots.run(agreementId, body);
  }

  /** Changes a lot's call-off method and its maximum value, in the agreement's currency. Only given fields change. */
  @Patch(':lotId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('lotId', ParseUUIDPipe) lotId: string,
    @Body() body: shape.LotChangeRequest,
  ) {
    return this.lot.run(agreementId, lotId, body);
  }
}

@ApiTags('agreements')
@Controller('agreements/:agreementId/suppliers')
export class AgreementSuppliersController {
  constructor(
    private readonly holdings: AddAgreementSuppliers,
    private readonly holding: ChangeAgreementSupplier,
  ) {}

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedIdsDto })
  create(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() body: shape.NewHoldingRequest) {
    return this.holdings.run(agreementId, body);
  }

  /** Changes a supplier's end date, rank, share or clause status. */
  @Patch(':agreementSupplierId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('agreementSupplierId', ParseUUIDPipe) agreementSupplierId: string,
    @Body() body: shape.HoldingChangeRequest,
  ) {
    return this.holding.run(agreementId, agreementSupplierId, body);
  }
}

@ApiTags('agreements')
@Controller('agreements/:agreementId/participations')
export class ParticipationsController {
  constructor(
    private readonly participations: AddParticipation,
    private readonly endParticipation: EndParticipation,
  ) {}

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  create(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() body: shape.NewParticipationRequest) {
    return this.participations.run(agreementId, body);
  }

  /** Sets the last day of a buyer's latest participation in the agreement. */
  @Post(':buyerId/end')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('buyerId', ParseUUIDPipe) buyerId: string,
    @Body() { untilOn }: shape.ParticipationEndRequest,
  ) {
    return this.endParticipation.run(agreementId, buyerId, untilOn);
  }
}
