import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Patch, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Database,
  notFound,
  Permission,
  Problem,
  RequiresRecentSignIn,
  SignedIn,
  type AuthenticatedRequest,
} from '@tallgrunn/platform';
import { CollectPersonalData, type PersonalData } from './collect-personal-data.ts';
import { CorrectPerson } from './correct-person.ts';
import { describePersonalData } from './describe-personal-data.ts';
import { ErasePerson } from './erase-person.ts';
import { ListEndedMemberships } from './list-ended-memberships.ts';
import { CorrectPersonRequest, EndedMembershipDto, PersonalDataDto } from './personal-data.dto.ts';
import '../session-data.ts';

const personOf = ({ session }: AuthenticatedRequest): string => {
  if (!session.personId) throw new Problem(401, 'not-authenticated');
  return session.personId;
};

/** The user's own data, and the erasure of people whose access has ended. */
@ApiTags('personal-data')
@Controller()
export class PersonalDataController {
  constructor(
    private readonly collect: CollectPersonalData,
    private readonly correctPerson: CorrectPerson,
    private readonly erase: ErasePerson,
    private readonly ended: ListEndedMemberships,
    private readonly database: Database,
  ) {}

  @Get('personal-data')
  @SignedIn()
  @Header('Content-Disposition', 'attachment; filename="personal-data.json"')
  @ApiOkResponse({ type: PersonalDataDto })
  show(@Req() request: AuthenticatedRequest): Promise<PersonalData> {
    return this.collect.run(personOf(request));
  }

  @Get('personal-data/text')
  @SignedIn()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="personal-data.txt"')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async showAsText(@Req() request: AuthenticatedRequest): Promise<string> {
    return describePersonalData(await this.collect.run(personOf(request)));
  }

  @Patch('personal-data')
  @HttpCode(204)
  @SignedIn()
  @ApiNoContentResponse()
  correct(@Req() request: AuthenticatedRequest, @Body() body: CorrectPersonRequest): Promise<void> {
    return this.correctPerson.run(personOf(request), body);
  }

  @Get('memberships/ended')
  @Permission('colleague.invite')
  @ApiOkResponse({ type: [EndedMembershipDto] })
  listEndedMemberships() {
    return this.ended.run();
  }

  @Post('memberships/:membershipId/erase-person')
  @HttpCode(204)
  @Permission('colleague.invite')
  @RequiresRecentSignIn()
  @ApiNoContentResponse()
  async erasePerson(@Param('membershipId', ParseUUIDPipe) membershipId: string): Promise<void> {
    const row = await this.database.one<{ person_id: string; ended_at: Date | null }>(
      'select person_id, ended_at from identity.membership where id = $1 and organisation_id = platform.organisation()',
      [membershipId],
    );
    if (!row) throw notFound('membership');
    if (!row.ended_at) throw new Problem(409, 'person-has-access', { organisations: [] });
    await this.erase.run(row.person_id, { via: 'web', by: this.database.actor() });
  }
}
