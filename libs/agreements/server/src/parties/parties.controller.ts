import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { AddParty } from '../register/add-party.ts';
import { CreatedDto, NewPartyRequest } from '../register/change.dto.ts';
import { ListPartyRegister } from './list-parties.ts';
import * as body from './party-change.dto.ts';
import * as shape from './party.dto.ts';
import { RecordOrganisationChange } from './record-organisation-change.ts';
import { ShowParty } from './show-party.ts';

@ApiTags('parties')
@Controller('parties')
export class PartiesController {
  constructor(
    private readonly listPartyRegister: ListPartyRegister,
    private readonly showParty: ShowParty,
    private readonly addParty: AddParty,
  ) {}

  @Get()
  @Permission('party.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.PartySummaryDto] })
  list() {
    return this.listPartyRegister.run();
  }

  @Get(':partyId')
  @Permission('party.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: shape.PartyTreeDto })
  show(@Param('partyId', ParseUUIDPipe) partyId: string) {
    return this.showParty.run(partyId);
  }

  /** Adds a supplier or buyer that the cooperative did not have. */
  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  create(@Body() party: NewPartyRequest) {
    return this.addParty.run(party);
  }
}

@ApiTags('parties')
@Controller('organisation-changes')
export class OrganisationChangesController {
  constructor(private readonly events: RecordOrganisationChange) {}

  /** Records a merger, a split or a new name of buyers. */
  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  create(@Body() event: body.EventRequest) {
    return this.events.run(event);
  }

  @Post(':changeId/revoke')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@Param('changeId', ParseUUIDPipe) changeId: string, @Body() { acts }: body.RuleStateRequest) {
    return this.events.setRevoked(changeId, acts);
  }
}
