import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SentInvitationDto, type SentInvitation } from '@tallgrunn/identity-server';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import { InviteParty } from './invite-party.ts';
import { ListPartiesWithoutUsers } from './list-parties-without-users.ts';
import * as dto from './party-invitation.dto.ts';

/** Invitations of the first users of buyers and suppliers. The link is only in the e-mail. */
@ApiTags('party-invitations')
@Controller()
export class PartyInvitationsController {
  constructor(
    private readonly invite: InviteParty,
    private readonly waiting: ListPartiesWithoutUsers,
  ) {}

  @Get('parties/without-users')
  @Permission('supplier.invite')
  @ApiOkResponse({ type: [dto.PartyWithoutUsersDto] })
  withoutUsers() {
    return this.waiting.run();
  }

  @Post('parties/invitations')
  @HttpCode(200)
  @Permission('supplier.invite')
  @RequiresRecentSignIn()
  @ApiOkResponse({ type: [dto.PartyInvitationResultDto] })
  inviteMany(@Body() { invitations }: dto.InvitePartiesRequest) {
    return this.invite.runMany(invitations);
  }

  @Post('suppliers/:supplierId/invitations')
  @Permission('supplier.invite')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: SentInvitationDto })
  inviteSupplier(
    @Param('supplierId', ParseUUIDPipe) supplierId: string,
    @Body() body: dto.InvitePartyRequest,
  ): Promise<SentInvitation> {
    return this.invite.run({ partyId: supplierId, ...body }, 'supplier');
  }

  @Post('buyers/:buyerId/invitations')
  @Permission('buyer.invite')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: SentInvitationDto })
  inviteBuyer(
    @Param('buyerId', ParseUUIDPipe) buyerId: string,
    @Body() body: dto.InvitePartyRequest,
  ): Promise<SentInvitation> {
    return this.invite.run({ partyId: buyerId, ...body }, 'buyer');
  }
}
