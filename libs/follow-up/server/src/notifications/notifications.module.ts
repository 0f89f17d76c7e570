import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { ReadQuality } from '../supplier-page/read-quality.ts';
import { LateObligations } from './bulk/late-obligations.ts';
import { RemindLate } from './bulk/remind-late.ts';
import { RemindersController } from './bulk/reminders.controller.ts';
import { CollectAgreements } from './collect/collect-agreements.ts';
import { CollectBooked } from './collect/collect-booked.ts';
import { CollectDaily } from './collect/collect-daily.ts';
import { CollectDeclarations } from './collect/collect-declarations.ts';
import { CollectDelegates } from './collect/collect-delegates.ts';
import { CollectMaximumValues } from './collect/collect-maximum-values.ts';
import { CollectObligations } from './collect/collect-obligations.ts';
import { CollectQualityLetters } from './collect/collect-quality-letters.ts';
import { ListMessages } from './delivery/list-messages.ts';
import { MessagesController } from './delivery/messages.controller.ts';
import { NotifyNextContact } from './delivery/on-mail-failed.ts';
import { ResendMessage } from './delivery/resend-message.ts';
import { QueueForNextContact } from './delivery/queue-for-next-contact.ts';
import { UnreachableAddresses } from './delivery/unreachable-addresses.ts';
import { NotifyOfClaimAnswer } from './listen/on-claim.ts';
import { NotifyOfPriceAdjustment } from './listen/on-price-adjustment.ts';
import { NotifyOfAcceptance, NotifyOfReturn, NotifyOfSubmission } from './listen/on-report.ts';
import { NotifyOfStatement, NotifyOfStatementComment } from './listen/on-statement.ts';
import { Notify } from './notify.ts';
import { NotificationPreferencesController } from './preferences/preferences.controller.ts';
import { Preferences } from './preferences/preferences.ts';
import { Unsubscribe } from './preferences/unsubscribe.ts';
import { UnsubscribeController } from './preferences/unsubscribe.controller.ts';
import { UnsubscribeTokens } from './preferences/unsubscribe-tokens.ts';
import { FindRecipients } from './queue/find-recipients.ts';
import { QueueNotifications } from './queue/queue-notifications.ts';
import { LoadContext } from './send/load-context.ts';
import { SendDue } from './send/send-due.ts';
import { StillApplies } from './send/still-applies.ts';
import { EmailTemplatesController } from './templates/email-templates.controller.ts';
import { EmailTemplates } from './templates/email-templates.ts';
import { FindTemplate } from './templates/find-template.ts';

const collecting = [
  CollectAgreements,
  CollectBooked,
  CollectDaily,
  CollectDeclarations,
  CollectDelegates,
  CollectMaximumValues,
  CollectObligations,
  CollectQualityLetters,
  ReadQuality,
];
const listening = [
  NotifyOfAcceptance,
  NotifyOfClaimAnswer,
  NotifyOfPriceAdjustment,
  NotifyOfReturn,
  NotifyOfStatement,
  NotifyOfStatementComment,
  NotifyOfSubmission,
  NotifyNextContact,
];
const sending = [
  FindRecipients,
  FindTemplate,
  LoadContext,
  Notify,
  QueueNotifications,
  SendDue,
  StillApplies,
  QueueForNextContact,
];

/** Notifications by e-mail, in the recipient's language and as often as they choose. */
@Module({
  imports: [IdentityModule],
  controllers: [
    EmailTemplatesController,
    MessagesController,
    NotificationPreferencesController,
    RemindersController,
    UnsubscribeController,
  ],
  providers: [
    ...collecting,
    ...listening,
    ...sending,
    ...[EmailTemplates, LateObligations, ListMessages, Preferences, RemindLate, ResendMessage, UnreachableAddresses],
    ...[Unsubscribe, UnsubscribeTokens],
  ],
  exports: [Notify, QueueNotifications],
})
export class NotificationsModule {}
