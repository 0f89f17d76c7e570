import { formatCount, formatDate, plural } from '@tallgrunn/values';
import type { transferNb } from './transfer-nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const day = (date: string) => formatDate(date, 'nn');

export const transferNn = {
  title: 'Går inn i ein annan leverandør',
  help: 'Når leverandøren blir fusjonert eller seld, tek den andre over avtalane frå éin dag. Er den same leverandøren lagd inn to gonger, slår du dei saman under «Namn og nummer» i staden.',
  begin: 'La ein annan leverandør ta over …',
  into: 'Leverandøren som tek over',
  choose: 'Vel',
  day: 'Første dag',
  dayHelp: 'Den gamle leverandøren rapporterer til og med dagen før.',
  holding: (p) => [`${p.number} ${p.title}`, p.lot ? `delkontrakt ${p.lot}` : ''].filter(Boolean).join(', '),
  moving: (p) => `${p.into} tek over på same vilkår (${count(p.count)})`,
  shared: (p) => `${p.into} er allereie leverandør: berre den gamle går ut (${count(p.count)})`,
  later: (p) => `Tek til seinare, og blir endra på avtalen (${count(p.count)})`,
  withoutPrices: (p) => `${p.into} har ingen prisar. Last inn prisskjemaet på (${count(p.count)})`,
  users: (p) => `Brukarar som må inviterast til ${p.into} (${count(p.count)})`,
  rules: (p) =>
    `${plural('nn', p.count, { one: 'Éin lærd regel', other: `${count(p.count)} lærde reglar` })} om namn, kundenummer, einingar og kolonnar følgjer med. Frå same dag gjeld nummeret til den gamle leverandøren for den nye.`,
  items: (p) =>
    `${plural('nn', p.count, { one: 'Prisen på éi vare', other: `Prisane på ${count(p.count)} varer` })} følgjer med, som ny prisversjon frå dagen.`,
  reports:
    'Rapportar for periodar som tek til denne dagen eller seinare, og som ingen har sendt inn, går over til den nye. Det som er sendt inn, blir ståande.',
  notUndone:
    'Overtakinga kan ikkje angrast i eitt steg. Blir ho feil, rettar du siste dag under «Om avtalen» på kvar avtale.',
  inviteUsers: (p) =>
    `${plural('nn', p.count, { one: 'Inviter brukaren', other: `Inviter dei ${count(p.count)} brukarane` })} til ${p.into}`,
  invited: (p) =>
    [
      plural('nn', p.sent, { one: 'Éin invitasjon er send.', other: `${count(p.sent)} invitasjonar er sende.` }),
      p.refused > 0 ? `${count(p.refused)} vart ikkje sende. Inviter dei under «Brukarar» på sida til den nye.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  takenOver: (p) => `Blir overteken av ${p.name}${p.day ? ` frå ${day(p.day)}` : ''}.`,
  nothing: 'Leverandøren har ingen avtale som kan takast over denne dagen.',
  act: (p) => `La ${p.into} ta over`,
  done: (p) =>
    `${p.into} tek over ${plural('nn', p.count, { one: 'éin avtale', other: `${count(p.count)} avtalar eller delkontraktar` })} frå ${day(p.day)}.`,
} satisfies typeof transferNb;
