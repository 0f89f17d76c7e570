import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { CreatedDto } from '../register/change.dto.ts';
import { ListPartyRegister } from './list-parties.ts';
import * as body from './party-change.dto.ts';
import * as shape from './party.dto.ts';
import { RecordOrganisationChange } from './record-organisation-change.ts';
import { ShowParty } from './show-party.ts';

@ApiTags('parties')
@Controller('parties')
export class PartyRegisterController {
  constructor(
    private readonly list: ListPartyRegister,
    private readonly show: ShowParty,
    private readonly events: RecordOrganisationChange,
  ) {}

  @Get()
  @Permission('party.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.PartySummaryDto] })
  partyRegister() {
    return this.list.run();
  }

  @Get(':partyId')
  @Permission('party.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: shape.PartyTreeDto })
  party(@Param('partyId', ParseUUIDPipe) partyId: string) {
    return this.show.run(partyId);
  }

  /** Records a merger, a split or a new name of buyers. */
  @Post('events')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  recordEvent(@Body() event: body.EventRequest) {
    return this.events.run(event);
  }

  @Put('events/:eventId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  undoEvent(@Param('eventId', ParseUUIDPipe) eventId: string, @Body() { acts }: body.RuleStateRequest) {
    return this.events.setRevoked(eventId, acts);
  }
}
