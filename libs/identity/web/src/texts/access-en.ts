import { formatDate, formatInstant, osloDate } from '@tallgrunn/values';
import type { AccessTexts } from './access-nb.ts';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'en');

export const en = {
  accept: {
    title: (p) => `Invitation to ${p.organisation}`,
    from: (p) =>
      `${p.inviter}${p.by ? `, ${p.by},` : ''} has invited you to ${p.reports ? 'report figures for' : 'use the service for'} ${p.organisation}.`,
    fromOperator: (p) =>
      `You are invited to ${p.reports ? 'report figures for' : 'use the service for'} ${p.organisation}.`,
    accountTitle: 'Accept the invitation',
    new: 'Create a new account',
    newHelp: 'Choose this if you have not used Tallgrunn before.',
    existing: 'I already have an account',
    existingHelp: (p) => `Sign in with the password of ${p.email}.`,
    accountFor: (p) => `The account is for the e-mail address ${p.email}.`,
    newAct: 'Create account and continue',
    existingAct: 'Sign in and accept',
    signedInAct: (p) => `Accept as ${p.name}`,
    signedIn: (p) => `You are signed in as ${p.name}.`,
    notVerified:
      'The password is incorrect. If you have used Tallgrunn with this address before, choose “I already have an account” and use that password. If you have forgotten it, request a new one.',
    forgotten: 'Request a new password',
    waitingTitle: 'Awaiting approval',
    waiting: (p) =>
      `Your account is ready. An administrator of ${p.organisation} must approve you before you get access. They have been notified, and you get an e-mail when they have decided.`,
  },
  invite: {
    message: 'Personal message (optional)',
    messageHelp: (p) => `Shown in the e-mail under your name. At most ${p.max} characters, without links.`,
    sent: (p) =>
      `The invitation is on its way to ${p.email}. The link is personal, is only in the e-mail and is valid until ${day(p.until)}.`,
  },
  approval: {
    title: 'Awaiting approval',
    lead: 'Another organisation has invited these people. They get access only when one of you approves.',
    invitedBy: (p) => `Invited by ${p.by}`,
    state: 'Awaiting approval',
    approve: 'Approve',
    approveNamed: (p) => `Approve ${p.name}`,
    reject: 'Reject',
    rejectNamed: (p) => `Reject ${p.name}`,
    approved: (p) => `${p.name} now has access.`,
    rejected: (p) => `${p.name} is rejected.`,
  },
  role: {
    act: 'Change role',
    named: (p) => `Change role of ${p.name}`,
    label: (p) => `New role of ${p.name}`,
    save: 'Save the role',
    cancel: 'Cancel',
    done: (p) => `${p.name} is now ${p.role}.`,
  },
  endings: {
    title: 'Access endings awaiting approval',
    lead: 'The last administrator of another organisation loses access only when two people agree.',
    what: (p) => `End the access of ${p.person}, ${p.organisation}`,
    by: (p) => `Proposed by ${p.by}, ${day(p.day)}`,
    own: 'You proposed this. Another administrator must approve.',
    approve: 'End the access',
    reject: 'Keep the access',
    approved: 'The access has ended.',
    rejected: 'The access stays.',
    somebody: 'an administrator',
  },
  mailStored:
    'E-mail is not sent: no mail server is set up. E-mails are stored in the folder “outbox” in the data folder on the server. The system administrator sets SMTP_URL.',
  outbox: {
    title: 'Outbox',
    lead: 'A demo sends no e-mail. This page shows the e-mail that would have been sent, to any recipient. It exists only in a demo.',
    to: 'To',
    writtenAt: (p) => formatInstant(new Date(p.at), 'en'),
    links: 'Links in the e-mail',
    show: 'Read the e-mail',
    open: (p) => `Open ${p.path}`,
    invitation: 'Open the invitation',
    newPassword: 'Open the page for a new password',
    older: 'Older e-mail',
    newest: 'To the newest',
    emptyTitle: 'No e-mail yet',
    empty: 'Invite someone or request a new password to see the e-mail here.',
    missingTitle: 'This page exists only in a demo',
    missing: 'Here e-mail is sent to its recipient, and no one else can read it.',
    link: 'See e-mail that would have been sent (Outbox)',
  },
} satisfies AccessTexts;
