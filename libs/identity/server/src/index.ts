export { identity } from './room.ts';
export { IdentityModule } from './identity.module.ts';
export { AttemptLimits } from './attempts/attempt-limits.ts';
export { deleteCooperative, type CooperativeDeletion } from './cooperatives/delete-cooperative.ts';
export { findStoredCooperatives, sharedIdentityTables, stayingIdentityTables } from './cooperatives/moved-people.ts';
export { exportCooperative, type ExportManifest } from './cooperatives/export-cooperative.ts';
export { FindActor } from './find-actor.ts';
export { ApplyRetention, type RetentionResult } from './personal-data/apply-retention.ts';
export { ReportRetention, type RetentionReport } from './personal-data/report-retention.ts';
export { CollectPersonalData } from './personal-data/collect-personal-data.ts';
export { describePersonalData } from './personal-data/describe-personal-data.ts';
export { EraseMentions } from './personal-data/erase-mentions.ts';
export { ErasePerson } from './personal-data/erase-person.ts';
export { retentionKinds, type RetentionKind } from './personal-data/retention-kinds.ts';
export { FindMemberships, type PersonMembership } from './find-memberships.ts';
export { InvitePerson, type InvitationRequest, type SentInvitation } from './invitations/invite-person.ts';
export { defaultInvitationTemplates } from './invitations/templates/default-templates.ts';
export {
  invitationKinds,
  invitationVariables,
  isInvitationKind,
  type InvitationKind,
} from './invitations/templates/invitation-kinds.ts';
export { InvitationTemplateStore } from './invitations/templates/invitation-template-store.ts';
export { PreviewInvitation } from './invitations/templates/preview-invitation.ts';
export type { InvitationSubject } from './invitations/invitation-email.ts';
export { SentInvitationDto } from './invitations/invitation.dto.ts';
export { CreateApiKey } from './keys/create-api-key.ts';
export { SendExpiryReminders } from './keys/send-expiry-reminders.ts';
export { FourEyes } from './four-eyes.ts';
export { fourEyesSubjects, type FourEyesSubject } from './four-eyes-subjects.ts';
export { VouchForColleague } from './vouch-for-colleague.ts';
export { ResetFactors } from './factors/reset-factors.ts';
export { EmailOrganisation, type OrganisationEmail } from './email-organisation.ts';
export { SetUpParties, type ExistingOrganisation, type NewMember, type NewOrganisation } from './set-up-parties.ts';
export { People } from './store/people.ts';
