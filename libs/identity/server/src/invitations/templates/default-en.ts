import type { InvitationTemplates } from './invitation-kinds.ts';

export const en: InvitationTemplates = {
  'invitation-supplier': {
    subject: 'Reporting for {organisation} to {cooperative}',
    body: '{inviter} invites you to submit reports for {organisation} to {cooperative} in Tallgrunn.\n\n{agreements}\n\n{firstReport}\n\nThe agreements ask the supplier to report what was delivered. {cooperative} uses the reports to follow up consumption, prices and emissions.',
  },
  'invitation-buyer': {
    subject: 'Access to purchasing figures for {organisation}',
    body: '{inviter} invites you to use Tallgrunn for {organisation}, which buys through {cooperative}.\n\n{agreements}\n\nIn Tallgrunn {organisation} sees what was bought under the agreements, at which price and with which emissions, and can add its own ledger.',
  },
  'invitation-cooperative': {
    subject: 'Access to Tallgrunn for {organisation}',
    body: '{inviter} invites you to use Tallgrunn as a colleague in {organisation}.\n\n{agreements}\n\nAgreements, reports and climate figures are followed up in Tallgrunn.',
  },
  'invitation-reader': {
    subject: 'Reading access to purchasing figures for {organisation}',
    body: '{inviter} gives you reading access to Tallgrunn for {organisation}.\n\n{agreements}\n\nYou see what {organisation} has bought, at which price and with which emissions. You cannot change anything.',
  },
  'invitation-auditor': {
    subject: 'Access as auditor of {cooperative}',
    body: '{inviter} invites you to audit the published climate figures of {organisation} in Tallgrunn.\n\n{agreements}\n\nYou can read everything that is published, down to the source. You cannot change anything.',
  },
};
