import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { AddAgreementSuppliers } from './add-agreement-suppliers.ts';
import { AddLot } from './add-lot.ts';
import { AddParticipation } from './add-participation.ts';
import { AddParty } from './add-party.ts';
import { ChangeAgreement } from './change-agreement.ts';
import { ChangeAgreementSupplier } from './change-agreement-supplier.ts';
import { ChangeLot } from './change-lot.ts';
import * as shape from './change.dto.ts';
import { EndParticipation } from './end-participation.ts';
import { SetContacts } from './set-contacts.ts';
import { SetOptions } from './set-options.ts';
import { StateOpeningAmounts } from './state-opening-amounts.ts';

@ApiTags('agreements')
@Controller('agreements')
export class PartiesController {
  constructor(private readonly parties: AddParty) {}

  /** Adds a supplier or buyer that the cooperative did not have. */
  @Post('parties')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedDto })
  addParty(@Body() body: shape.NewPartyRequest) {
    return this.parties.run(body);
  }
}

@ApiTags('agreements')
@Controller('agreements/:agreementId')
export class AgreementHeadController {
  constructor(
    private readonly head: ChangeAgreement,
    private readonly lots: AddLot,
    private readonly lot: ChangeLot,
    private readonly options: SetOptions,
    private readonly contacts: SetContacts,
    private readonly openings: StateOpeningAmounts,
  ) {}

  /** Changes only the given fields. */
  @Put('head')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeAgreement(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Body() body: shape.AgreementChangeRequest,
  ) {
    return this.head.run(agreementId, body);
  }

  @Post('lots')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedDto })
  addLot(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() body: shape.NewLotRequest) {
    return this.lots.run(agreementId, body);
  }

  /** Changes a lot's call-off method and its maximum value, in the agreement's currency. Only given fields change. */
  @Put('lots/:lotId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeLot(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('lotId', ParseUUIDPipe) lotId: string,
    @Body() body: shape.LotChangeRequest,
  ) {
    return this.lot.run(agreementId, lotId, body);
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
  stateOpeningAmounts(
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
@Controller('agreements/:agreementId')
export class AgreementPartiesController {
  constructor(
    private readonly holdings: AddAgreementSuppliers,
    private readonly holding: ChangeAgreementSupplier,
    private readonly participations: AddParticipation,
    private readonly end: EndParticipation,
  ) {}

  @Post('suppliers')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedIdsDto })
  addSupplier(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() body: shape.NewHoldingRequest) {
    return this.holdings.run(agreementId, body);
  }

  /** Changes a supplier's end date, rank, share or clause status. */
  @Put('suppliers/:holdingId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeSupplier(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('holdingId', ParseUUIDPipe) holdingId: string,
    @Body() body: shape.HoldingChangeRequest,
  ) {
    return this.holding.run(agreementId, holdingId, body);
  }

  @Post('buyers')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  addBuyer(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Body() body: shape.NewParticipationRequest) {
    return this.participations.run(agreementId, body);
  }

  /** Sets the last day of a buyer's latest participation in the agreement. */
  @Put('buyers/:buyerId/end')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  endBuyer(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('buyerId', ParseUUIDPipe) buyerId: string,
    @Body() { untilOn }: shape.ParticipationEndRequest,
  ) {
    return this.end.run(agreementId, buyerId, untilOn);
  }
}
