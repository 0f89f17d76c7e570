import { formatCount, formatDate, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const day = (date: string) => formatDate(date, 'nb');

interface Holding {
  readonly number: string;
  readonly title: string;
  readonly lot: string | null;
}

/** Texts for transferring a supplier to another on a day. */
export const transferNb = {
  title: 'Går inn i en annen leverandør',
  help: 'Når leverandøren fusjoneres eller selges, overtar den andre avtalene fra én dag. Er den samme leverandøren lagt inn to ganger, slår du dem sammen under «Navn og nummer» i stedet.',
  begin: 'La en annen leverandør overta …',
  into: 'Leverandøren som overtar',
  choose: 'Velg',
  day: 'Første dag',
  dayHelp: 'Den gamle leverandøren rapporterer til og med dagen før.',
  holding: (p: Holding) => [`${p.number} ${p.title}`, p.lot ? `delkontrakt ${p.lot}` : ''].filter(Boolean).join(', '),
  moving: (p: { into: string; count: number }) => `${p.into} overtar på samme vilkår (${count(p.count)})`,
  shared: (p: { into: string; count: number }) =>
    `${p.into} er allerede leverandør: bare den gamle går ut (${count(p.count)})`,
  later: (p: { count: number }) => `Begynner senere, og endres på avtalen (${count(p.count)})`,
  withoutPrices: (p: { into: string; count: number }) =>
    `${p.into} har ingen priser. Last inn prisskjemaet på (${count(p.count)})`,
  users: (p: { into: string; count: number }) => `Brukere som må inviteres til ${p.into} (${count(p.count)})`,
  rules: (p: { count: number }) =>
    `${plural('nb', p.count, { one: 'Én lært regel', other: `${count(p.count)} lærte regler` })} om navn, kundenumre, enheter og kolonner følger med. Fra samme dag gjelder nummeret til den gamle leverandøren for den nye.`,
  items: (p: { count: number }) =>
    `${plural('nb', p.count, { one: 'Prisen på én vare', other: `Prisene på ${count(p.count)} varer` })} følger med, som ny prisversjon fra dagen.`,
  reports:
    'Rapporter for perioder som begynner denne dagen eller senere, og som ingen har sendt inn, går over til den nye. Det som er sendt inn, blir stående.',
  notUndone:
    'Overtakelsen kan ikke angres i ett trinn. Blir den feil, retter du siste dag under «Om avtalen» på hver avtale.',
  inviteUsers: (p: { into: string; count: number }) =>
    `${plural('nb', p.count, { one: 'Inviter brukeren', other: `Inviter de ${count(p.count)} brukerne` })} til ${p.into}`,
  invited: (p: { sent: number; refused: number }) =>
    [
      plural('nb', p.sent, { one: 'Én invitasjon er sendt.', other: `${count(p.sent)} invitasjoner er sendt.` }),
      p.refused > 0 ? `${count(p.refused)} ble ikke sendt. Inviter dem under «Brukere» på siden til den nye.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  takenOver: (p: { name: string; day: string | null }) => `Overtas av ${p.name}${p.day ? ` fra ${day(p.day)}` : ''}.`,
  nothing: 'Leverandøren har ingen avtale som kan overtas denne dagen.',
  act: (p: { into: string }) => `La ${p.into} overta`,
  done: (p: { into: string; day: string; count: number }) =>
    `${p.into} overtar ${plural('nb', p.count, { one: 'én avtale', other: `${count(p.count)} avtaler eller delkontrakter` })} fra ${day(p.day)}.`,
};
