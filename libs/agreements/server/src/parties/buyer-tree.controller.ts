import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { CreatedDto } from '../register/change.dto.ts';
import { AddSite } from './add-site.ts';
import { ChangeOwners } from './change-owners.ts';
import { ChangeSite } from './change-site.ts';
import * as body from './party-change.dto.ts';
import { SetBuyerType } from './set-buyer-type.ts';

@ApiTags('parties')
@Controller('parties/:partyId/buyer-type')
export class BuyerPartiesController {
  constructor(private readonly bodies: SetBuyerType) {}

  @Put()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  setType(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() said: body.BuyerTypeRequest) {
    return this.bodies.run(partyId, said);
  }
}

@ApiTags('parties')
@Controller('parties/:partyId/owners')
export class BuyerOwnersController {
  constructor(private readonly members: ChangeOwners) {}

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  create(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() member: body.MemberRequest) {
    return this.members.add(partyId, member);
  }

  /** Sets the last day of an owner's latest period. */
  @Post(':ownerId/end')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Param('ownerId', ParseUUIDPipe) ownerId: string,
    @Body() { untilOn }: body.EndRequest,
  ) {
    return this.members.end(partyId, ownerId, untilOn);
  }
}

@ApiTags('parties')
@Controller('parties/:partyId/sites')
export class SitesController {
  constructor(
    private readonly newUnits: AddSite,
    private readonly units: ChangeSite,
  ) {}

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  create(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() unit: body.NewUnitRequest) {
    return this.newUnits.run(partyId, unit);
  }

  /** Changes only the given fields. */
  @Patch(':siteId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Param('siteId', ParseUUIDPipe) siteId: string,
    @Body() change: body.UnitChangeRequest,
  ) {
    return this.units.run(partyId, siteId, change);
  }
}
