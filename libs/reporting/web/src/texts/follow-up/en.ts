import { plural } from '@tallgrunn/values';
import { day, dayOf } from '../terms/en.ts';
import type { FollowUpTexts } from './nb.ts';

export const followUpEn = {
  acts: 'Next steps',
  write: 'Write to the supplier',
  extend: 'Give more time',
  revokeExtension: 'Revoke the later due date',
  exempt: 'Exempt from this report',
  open: 'Open a case',
  remind: 'Remind the supplier',
  penalty: 'See what the delay may cost',
  supplierPage: 'View the supplier',
  extended: (p: { original: string; reason: string }) =>
    `The due date was moved. By the terms it was ${day(p.original)}. Reason: ${p.reason}`,
  dueOn: 'New due date',
  extendLead: 'The supplier sees the new date and the reason. Lateness is counted from the new date.',
  reason: 'Reason, which the supplier sees',
  message: 'Message, which the supplier gets by e-mail',
  note: 'Note, for your cooperative only',
  send: 'Send the message',
  save: 'Save',
  requests: 'Request more time or an exemption',
  askExtension: 'Request more time',
  askExemption: 'Request an exemption from this report',
  askLead: 'The contract manager answers, and you get the answer by e-mail.',
  askReason: 'Why?',
  askAct: 'Send to the contract manager',
  cases: 'Cases about this report',
  correction: 'Request a correction',
  correctionLead: 'The report applies until a new version is accepted.',
  correctionText: 'What is wrong, and why? The supplier sees it.',
  correctionAct: 'Ask the supplier to correct the report',
  acceptedBy: (p: { name: string; at: string }) => `Accepted by ${p.name} on ${dayOf(p.at)}.`,
  acceptedAt: (p: { at: string }) => `Accepted on ${dayOf(p.at)}.`,
  returnedBy: (p: { name: string; at: string }) => `Returned by ${p.name} on ${dayOf(p.at)}.`,
  returnedAt: (p: { at: string }) => `Returned on ${dayOf(p.at)}.`,
  mine: 'Only mine',
  several: 'No deliveries in several periods',
  severalLead: 'Choose the periods in which you delivered nothing, and submit once.',
  severalAct: 'Report no deliveries for the selected periods',
  severalNone: 'Choose at least one period.',
  severalDone: (p: { done: number; refused: number }) =>
    `${plural('en', p.done, { one: 'One period is reported.', other: `${p.done} periods are reported.` })}${
      p.refused > 0
        ? ` ${plural('en', p.refused, { one: 'One needs its own answer: open the report.', other: `${p.refused} need their own answers: open the reports.` })}`
        : ''
    }`,
} satisfies FollowUpTexts;
