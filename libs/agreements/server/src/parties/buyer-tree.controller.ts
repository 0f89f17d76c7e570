import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { CreatedDto } from '../register/change.dto.ts';
import { AddSite } from './add-site.ts';
import { ChangeOwners } from './change-owners.ts';
import { ChangeSite } from './change-site.ts';
import * as body from './party-change.dto.ts';
import { SetBuyerType } from './set-buyer-type.ts';

@ApiTags('parties')
@Controller('parties/:partyId')
export class BuyerTreeController {
  constructor(
    private readonly bodies: SetBuyerType,
    private readonly members: ChangeOwners,
    private readonly newUnits: AddSite,
    private readonly units: ChangeSite,
  ) {}

  @Put('body')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  setBody(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() said: body.BuyerTypeRequest) {
    return this.bodies.run(partyId, said);
  }

  @Post('members')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  addMember(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() member: body.MemberRequest) {
    return this.members.add(partyId, member);
  }

  /** Sets the last day of an owner's latest period. */
  @Put('members/:memberId/end')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  endMember(
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Param('memberId', ParseUUIDPipe) memberId: string,
    @Body() { untilOn }: body.EndRequest,
  ) {
    return this.members.end(partyId, memberId, untilOn);
  }

  @Post('units')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  addUnit(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() unit: body.NewUnitRequest) {
    return this.newUnits.run(partyId, unit);
  }

  /** Changes only the given fields. */
  @Put('units/:unitId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeUnit(
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Body() change: body.UnitChangeRequest,
  ) {
    return this.units.run(partyId, unitId, change);
  }
}
