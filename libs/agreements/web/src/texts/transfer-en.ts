import { formatCount, formatDate, plural } from '@tallgrunn/values';
import type { transferNb } from './transfer-nb.ts';

const count = (n: number) => formatCount(n, 'en');
const day = (date: string) => formatDate(date, 'en');

export const transferEn = {
  title: 'Taken over by another supplier',
  help: 'When the supplier is merged or sold, the other takes over the agreements from one day. If it is the same supplier registered twice, merge the two under “Name and number” instead.',
  begin: 'Let another supplier take over …',
  into: 'The supplier that takes over',
  choose: 'Choose',
  day: 'First day',
  dayHelp: 'The old supplier reports up to and including the day before.',
  holding: (p) => [`${p.number} ${p.title}`, p.lot ? `lot ${p.lot}` : ''].filter(Boolean).join(', '),
  moving: (p) => `${p.into} takes over on the same terms (${count(p.count)})`,
  shared: (p) => `${p.into} is already a supplier: only the old one leaves (${count(p.count)})`,
  later: (p) => `Begin later, and are changed on the agreement (${count(p.count)})`,
  withoutPrices: (p) => `${p.into} has no prices, import the price form on (${count(p.count)})`,
  users: (p) => `Users to invite to ${p.into} (${count(p.count)})`,
  rules: (p) =>
    `${plural('en', p.count, { one: 'One learned rule', other: `${count(p.count)} learned rules` })} on names, customer numbers, units and columns are transferred. From the same day the old supplier’s number applies to the new one.`,
  items: (p) =>
    `${plural('en', p.count, { one: 'The price of one item is', other: `The prices of ${count(p.count)} items are` })} transferred, as a new price version from the day.`,
  reports:
    'Reports for periods that begin on this day or later, and that nobody has submitted, move to the new supplier. What has been submitted stays.',
  notUndone:
    'This cannot be undone in one step. If it is wrong, correct the last day on each agreement, under “About the agreement”.',
  inviteUsers: (p) =>
    `Invite ${plural('en', p.count, { one: 'the user', other: `the ${count(p.count)} users` })} to ${p.into}`,
  invited: (p) =>
    [
      plural('en', p.sent, {
        one: 'One invitation has been sent.',
        other: `${count(p.sent)} invitations have been sent.`,
      }),
      p.refused > 0
        ? `${count(p.refused)} were not sent. Invite them under “Users” on the page of the new supplier.`
        : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  takenOver: (p) => `Taken over by ${p.name}${p.day ? ` from ${day(p.day)}` : ''}.`,
  nothing: 'The supplier has no agreement that can be taken over on this day.',
  act: (p) => `Let ${p.into} take over`,
  done: (p) =>
    `${p.into} takes over ${plural('en', p.count, { one: 'one agreement', other: `${count(p.count)} agreements or lots` })} from ${day(p.day)}.`,
} satisfies typeof transferNb;
