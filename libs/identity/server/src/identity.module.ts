import { Inject, Module, type MiddlewareConsumer, type NestModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { CONFIG, Metrics, currentAddress, networkOf, type Config } from '@tallgrunn/platform';
import { Administrators } from './administrators.ts';
import { AdmissionsController } from './admissions.controller.ts';
import { ActiveMembershipGuard } from './active-membership.guard.ts';
import { DescribeSession } from './describe-session.ts';
import { FindActor } from './find-actor.ts';
import { FourEyes } from './four-eyes.ts';
import { ExportAuditLog } from './export-audit-log.ts';
import { ListSecurityEvents } from './list-security-events.ts';
import { AcceptInvitation } from './invitations/accept-invitation.ts';
import { InvitationLimits } from './invitations/count-invitations.ts';
import { DecideInvitation } from './invitations/decide-invitation.ts';
import { FindInvitation } from './invitations/find-invitation.ts';
import { CreateMembership } from './invitations/give-membership.ts';
import { InvitationsController } from './invitations/invitations.controller.ts';
import { InvitationRate } from './invitations/invitation-rate.ts';
import { InvitePerson } from './invitations/invite-person.ts';
import { RecordInvitationOpened } from './invitations/note-opened.ts';
import { InvitationTemplateStore } from './invitations/templates/invitation-template-store.ts';
import { PreviewInvitation } from './invitations/templates/preview-invitation.ts';
import { WithdrawInvitation } from './invitations/withdraw-invitation.ts';
import { ListAuditEntries } from './list-audit-entries.ts';
import { authenticationControllers, authenticationProviders } from './authentication.ts';
import { AuditEntriesController, SecurityEventsController } from './audit-entries.controller.ts';
import { createSessionMiddleware } from './session-store.ts';
import { ApiKeyGuard, ApiKeyPassportGuard } from './keys/api-key.guard.ts';
import { ApiKeysController } from './keys/api-keys.controller.ts';
import { ApiKeyStrategy } from './keys/api-key-strategy.ts';
import { ApiKeyUses } from './keys/api-key-uses.ts';
import { FindApiKey } from './keys/find-api-key.ts';
import { ListApiKeys } from './keys/list-api-keys.ts';
import { CreateApiKey } from './keys/create-api-key.ts';
import { SendExpiryReminders } from './keys/send-expiry-reminders.ts';
import { RevokeApiKey } from './keys/revoke-api-key.ts';
import { ListColleagues } from './list-colleagues.ts';
import { ListMemberships } from './list-memberships.ts';
import { ChangeRole } from './memberships/change-role.ts';
import { EndMembership } from './memberships/end-membership.ts';
import { ListEndings } from './memberships/list-endings.ts';
import { MembershipsController } from './memberships/memberships.controller.ts';
import { NotifyMembershipChange } from './memberships/write-about-membership.ts';
import { CorrectOrganisation } from './organisations/correct-organisation.ts';
import { MergeOrganisations } from './organisations/merge-organisations.ts';
import { OrganisationsController } from './organisations/organisations.controller.ts';
import { PreviewMerge } from './organisations/preview-merge.ts';
import { RecordFormerIdentity } from './organisations/record-former-identity.ts';
import { ListOutbox } from './outbox/list-outbox.ts';
import { OutboxController } from './outbox/outbox.controller.ts';
import { ColleaguesController, PasswordResetsController } from './colleagues.controller.ts';
import { SetUpParties } from './set-up-parties.ts';
import { FindMemberships } from './find-memberships.ts';
import { VouchForColleague } from './vouch-for-colleague.ts';
import { EmailOrganisation } from './email-organisation.ts';
import { ApplyRetention } from './personal-data/apply-retention.ts';
import { ReportRetention } from './personal-data/report-retention.ts';
import { CollectPersonalData } from './personal-data/collect-personal-data.ts';
import { CorrectPerson } from './personal-data/correct-person.ts';
import { EraseMentions } from './personal-data/erase-mentions.ts';
import { ErasePerson } from './personal-data/erase-person.ts';
import { ListEndedMemberships } from './personal-data/list-ended-memberships.ts';
import { PersonalDataController } from './personal-data/personal-data.controller.ts';
import { People } from './store/people.ts';

const invitations = [
  InvitationTemplateStore,
  PreviewInvitation,
  FindInvitation,
  AcceptInvitation,
  InvitationLimits,
  DecideInvitation,
  CreateMembership,
  InvitePerson,
  RecordInvitationOpened,
  WithdrawInvitation,
];
const memberships = [Administrators, ChangeRole, EndMembership, ListEndings, NotifyMembershipChange];
const keys = [
  ApiKeyUses,
  FindApiKey,
  ApiKeyStrategy,
  ApiKeyPassportGuard,
  ApiKeyGuard,
  CreateApiKey,
  ListApiKeys,
  RevokeApiKey,
  SendExpiryReminders,
];

const personalData = [
  ApplyRetention,
  ReportRetention,
  CollectPersonalData,
  CorrectPerson,
  EraseMentions,
  ErasePerson,
  ListEndedMemberships,
];

@Module({
  imports: [
    PassportModule.register({ session: false }),
    ThrottlerModule.forRoot({
      throttlers: [{ name: 'default', limit: 600, ttl: 60_000 }],
      getTracker: (request) => networkOf(currentAddress() ?? String(request['ip'])),
    }),
  ],
  controllers: [
    ...authenticationControllers,
    InvitationsController,
    MembershipsController,
    OrganisationsController,
    OutboxController,
    PasswordResetsController,
    ColleaguesController,
    AdmissionsController,
    AuditEntriesController,
    SecurityEventsController,
    ApiKeysController,
    PersonalDataController,
  ],
  providers: [
    People,
    ...authenticationProviders,
    ListMemberships,
    DescribeSession,
    FindActor,
    ...invitations,
    InvitationRate,
    ...memberships,
    ListOutbox,
    FourEyes,
    FindMemberships,
    VouchForColleague,
    ListColleagues,
    ListAuditEntries,
    ListSecurityEvents,
    ExportAuditLog,
    SetUpParties,
    CorrectOrganisation,
    MergeOrganisations,
    PreviewMerge,
    RecordFormerIdentity,
    EmailOrganisation,
    ...keys,
    ...personalData,
    { provide: APP_GUARD, useClass: ActiveMembershipGuard },
  ],
  exports: [
    ...personalData,
    SetUpParties,
    InvitePerson,
    InvitationTemplateStore,
    PreviewInvitation,
    FindActor,
    FindMemberships,
    SendExpiryReminders,
    EmailOrganisation,
    FourEyes,
    VouchForColleague,
  ],
})
export class IdentityModule implements NestModule, OnApplicationShutdown {
  readonly #sessions: ReturnType<typeof createSessionMiddleware>;

  constructor(@Inject(CONFIG) config: Config, metrics: Metrics) {
    this.#sessions = createSessionMiddleware(config, metrics);
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.#sessions.handler).forRoutes('{*path}');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#sessions.close();
  }
}
