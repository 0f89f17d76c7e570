import type { EmailTemplateText } from '@tallgrunn/values';

/** Invitations whose text a cooperative can change, by audience. */
export const invitationKinds = [
  'invitation-supplier',
  'invitation-buyer',
  'invitation-cooperative',
  'invitation-reader',
  'invitation-auditor',
] as const;
export type InvitationKind = (typeof invitationKinds)[number];

export const isInvitationKind = (kind: string): kind is InvitationKind =>
  (invitationKinds as readonly string[]).includes(kind);

/** `agreements`: a list of titles with its heading. `firstReport`: a sentence. Both may be empty. */
export const invitationVariables = ['inviter', 'organisation', 'cooperative', 'agreements', 'firstReport'] as const;
export type InvitationVariable = (typeof invitationVariables)[number];

export type InvitationTemplates = Readonly<Record<InvitationKind, EmailTemplateText>>;
