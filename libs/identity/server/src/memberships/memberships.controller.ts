import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn, type Role } from '@tallgrunn/platform';
import { ListColleagues } from '../list-colleagues.ts';
import { ColleagueDto } from '../session.dto.ts';
import { ChangeRole } from './change-role.ts';
import { EndMembership } from './end-membership.ts';
import { ListEndings } from './list-endings.ts';
import * as dto from './membership.dto.ts';

@ApiTags('memberships')
@Controller()
export class MembershipsController {
  constructor(
    private readonly ending: EndMembership,
    private readonly changing: ChangeRole,
    private readonly endings: ListEndings,
    private readonly people: ListColleagues,
  ) {}

  @Post('memberships/:membershipId/end')
  @HttpCode(200)
  @Permission('colleague.invite')
  @RequiresRecentSignIn()
  @ApiOkResponse({ type: dto.MembershipEndDto })
  end(@Param('membershipId', ParseUUIDPipe) membershipId: string, @Body() { reason }: dto.EndMembershipRequest) {
    return this.ending.run(membershipId, reason?.trim() || null);
  }

  @Post('memberships/:membershipId/change-role')
  @HttpCode(200)
  @Permission('colleague.invite')
  @RequiresRecentSignIn()
  @ApiOkResponse({ type: dto.ChangedMembershipDto })
  changeRole(@Param('membershipId', ParseUUIDPipe) membershipId: string, @Body() { role }: dto.ChangeRoleRequest) {
    return this.changing.run(membershipId, role as Role);
  }

  @Get('organisations/:organisationId/members')
  @Permission('party.read')
  @ApiOkResponse({ type: [ColleagueDto] })
  list(@Param('organisationId', ParseUUIDPipe) organisationId: string) {
    return this.people.ofOrganisation(organisationId);
  }

  @Get('membership-endings')
  @Permission('membership.end-any')
  @ApiOkResponse({ type: [dto.ProposedEndingDto] })
  listEndings() {
    return this.endings.run();
  }

  @Post('membership-endings/:endingId/approve')
  @HttpCode(204)
  @Permission('membership.end-any')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  approveEnding(@Param('endingId', ParseUUIDPipe) endingId: string): Promise<void> {
    return this.ending.approve(endingId);
  }

  @Post('membership-endings/:endingId/reject')
  @HttpCode(204)
  @Permission('membership.end-any')
  @ApiNoContentResponse()
  rejectEnding(@Param('endingId', ParseUUIDPipe) endingId: string): Promise<void> {
    return this.ending.reject(endingId);
  }
}
