import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { BuyerMembership } from './buyer-membership.ts';
import {
  JoinRequest,
  LeaveRequest,
  LeftAgreementDto,
  MembershipDayQuery,
  MembershipEffectDto,
} from './membership.dto.ts';

@ApiTags('buyers')
@Controller('buyers/:buyerId')
export class BuyerMembershipController {
  constructor(private readonly membership: BuyerMembership) {}

  /** Returns the agreements that a buyer would leave on a day, and its users. Nothing is changed. */
  @Get('leave-preview')
  @Permission('agreement.write')
  @ApiOkResponse({ type: MembershipEffectDto })
  previewLeave(
    @Param('buyerId', ParseUUIDPipe) buyerId: string,
    @Query() { day }: MembershipDayQuery,
  ): Promise<MembershipEffectDto> {
    return this.membership.previewLeave(buyerId, day) as Promise<MembershipEffectDto>;
  }

  /** Sets the last day of the buyer in all agreements. */
  @Post('leave')
  @HttpCode(200)
  @Permission('agreement.write')
  @ApiOkResponse({ type: MembershipEffectDto })
  leave(@Param('buyerId', ParseUUIDPipe) buyerId: string, @Body() { day }: LeaveRequest): Promise<MembershipEffectDto> {
    return this.membership.leave(buyerId, day) as Promise<MembershipEffectDto>;
  }

  /** Returns the agreements that a buyer may join on a day. Nothing is changed. */
  @Get('join-preview')
  @Permission('agreement.write')
  @ApiOkResponse({ type: MembershipEffectDto })
  previewJoin(
    @Param('buyerId', ParseUUIDPipe) buyerId: string,
    @Query() { day }: MembershipDayQuery,
  ): Promise<MembershipEffectDto> {
    return this.membership.previewJoin(buyerId, day) as Promise<MembershipEffectDto>;
  }

  @Post('join')
  @HttpCode(200)
  @Permission('agreement.write')
  @ApiOkResponse({ type: MembershipEffectDto })
  join(
    @Param('buyerId', ParseUUIDPipe) buyerId: string,
    @Body() { day, agreementIds }: JoinRequest,
  ): Promise<MembershipEffectDto> {
    return this.membership.join(buyerId, day, agreementIds) as Promise<MembershipEffectDto>;
  }

  /** Returns the agreements in force that the buyer leaves, or has left, before they end. */
  @Get('left-agreements')
  @Permission('agreement.write')
  @ApiOkResponse({ type: [LeftAgreementDto] })
  leftAgreements(@Param('buyerId', ParseUUIDPipe) buyerId: string): Promise<LeftAgreementDto[]> {
    return this.membership.listLeft(buyerId) as Promise<LeftAgreementDto[]>;
  }

  /** Undoes a leave on a day: the buyer takes part until the agreements end. */
  @Post('undo-leave')
  @HttpCode(204)
  @Permission('agreement.write')
  @ApiNoContentResponse()
  undoLeave(@Param('buyerId', ParseUUIDPipe) buyerId: string, @Body() { day }: LeaveRequest): Promise<void> {
    return this.membership.undoLeave(buyerId, day);
  }
}
