import { plural } from '@tallgrunn/values';
import { count, lines } from './terms/nb.ts';

const reports = (n: number) => plural('nb', n, { one: 'én rapport', other: `${count(n)} rapporter` });

export const nb = {
  drop: 'Slipp en fil for flere rapporter',
  dropHelp:
    'For eksempel alle månedene i kvartalet, eller alt fra salgssystemet. Vi finner ut hvilke linjer som hører til hvilken rapport. Ta bort linjer til andre enn våre kunder først.',
  title: 'Én fil for flere rapporter',
  lead: 'Linjene fordeles etter avtale, vare, kunde og dato. Hver del kontrolleres og sendes inn for seg.',
  found: (p: { count: number; lines: number; none: number }) =>
    `${p.count === 0 ? 'Ingen av linjene hører til en åpen rapport' : `Filen har linjer for ${reports(p.count)}`}. Vi leste ${lines(p.lines)}${p.none > 0 ? `, og ${lines(p.none)} hører ikke til noen av rapportene` : ''}.`,
  part: (p: { lines: number; amount: string }) => `${lines(p.lines)}, ${p.amount}`,
  check: 'Kontroller og send inn',
  checkOf: (p: { name: string }) => `Kontroller og send inn: ${p.name}`,
  sent: 'Sendt inn',
  goOn: (p: { count: number }) => `Fortsett med resten av filen (${reports(p.count)})`,
  ownShare: (p: { lines: number; of: number }) =>
    `${count(p.lines)} av ${lines(p.of)} i filen hører til denne rapporten.`,
  othersShare: (p: { count: number; lines: number }) => `${lines(p.lines)} hører til ${reports(p.count)} til.`,
  divided: 'Filen har linjer for flere rapporter',
  unclaimed: (p: { count: number }) => `${lines(p.count)} som ikke hører til noen av rapportene`,
  unclaimedHelp:
    'Disse linjene blir ikke med i noen rapport. Rett dem i filen og slipp den på nytt, eller slipp filen på kortet til rapporten de skal være med i.',
  unclaimedMore: (p: { told: number; count: number }) => `Her er de ${count(p.told)} første av ${count(p.count)}.`,
  unread: (p: { sheet: string; rows: number }) =>
    `Arket «${p.sheet}» (${count(p.rows)} rader) kan ikke leses som linjer i noen av rapportene.`,
  stays:
    'Filen er bare på maskinen din til du sender inn en del. Da sendes hele filen, og vi fordeler linjene på nytt hos oss.',
  heads: { row: 'Rad', item: 'Vare', buyer: 'Kunde', date: 'Dato', amount: 'Beløp', reason: 'Hvorfor' },
  reasons: {
    'agreement-unknown': (p: { found: string }) => `Avtalen «${p.found}» har ingen åpen rapport`,
    'lot-unknown': (p: { found: string }) => `Delkontrakten «${p.found}» er ikke deres i noen av rapportene`,
    'branch-unknown': (p: { found: string }) =>
      p.found === '' ? 'Det står ikke hvilken filial linjen gjelder' : `Filialen «${p.found}» har ingen åpen rapport`,
    'item-unknown': (p: { found: string }) =>
      `Varen «${p.found}» er ikke med i noen av avtalene, og flere avtaler er mulige`,
    'date-missing': () => 'Linjen har ingen dato',
    'date-outside': (p: { found: string }) => `${p.found} er ikke i en periode med åpen rapport`,
    several: () => 'Flere rapporter kan ha linjen. Legg til en kolonne med avtalenummer',
  },
};

export type SeveralTexts = typeof nb;
