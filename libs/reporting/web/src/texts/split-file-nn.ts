import { plural } from '@tallgrunn/values';
import type { SeveralTexts } from './split-file-nb.ts';
import { count, lines } from './terms/nn.ts';

const reports = (n: number) => plural('nn', n, { one: 'éin rapport', other: `${count(n)} rapportar` });

export const nn: SeveralTexts = {
  drop: 'Slepp ei fil for fleire rapportar',
  dropHelp:
    'Til dømes alle månadene i kvartalet, eller alt frå salssystemet. Vi finn ut kva linjer som høyrer til kva rapport. Ta bort linjer til andre enn kundane våre først.',
  title: 'Éi fil for fleire rapportar',
  lead: 'Linjene blir fordelte etter avtale, vare, kunde og dato. Kvar del blir kontrollert og send inn for seg.',
  found: (p: { count: number; lines: number; none: number }) =>
    `${p.count === 0 ? 'Ingen av linjene høyrer til ein open rapport' : `Fila har linjer for ${reports(p.count)}`}. Vi las ${lines(p.lines)}${p.none > 0 ? `, og ${lines(p.none)} høyrer ikkje til nokon av rapportane` : ''}.`,
  part: (p: { lines: number; amount: string }) => `${lines(p.lines)}, ${p.amount}`,
  check: 'Kontroller og send inn',
  checkOf: (p: { name: string }) => `Kontroller og send inn: ${p.name}`,
  sent: 'Send inn',
  goOn: (p: { count: number }) => `Hald fram med resten av fila (${reports(p.count)})`,
  ownShare: (p: { lines: number; of: number }) =>
    `${count(p.lines)} av ${lines(p.of)} i fila høyrer til denne rapporten.`,
  othersShare: (p: { count: number; lines: number }) => `${lines(p.lines)} høyrer til ${reports(p.count)} til.`,
  divided: 'Fila har linjer for fleire rapportar',
  unclaimed: (p: { count: number }) => `${lines(p.count)} som ikkje høyrer til nokon av rapportane`,
  unclaimedHelp:
    'Desse linjene blir ikkje med i nokon rapport. Rett dei i fila og slepp ho på nytt, eller slepp fila på kortet til rapporten dei skal vere med i.',
  unclaimedMore: (p: { told: number; count: number }) => `Her er dei ${count(p.told)} første av ${count(p.count)}.`,
  unread: (p: { sheet: string; rows: number }) =>
    `Arket «${p.sheet}» (${count(p.rows)} rader) kan ikkje lesast som linjer i nokon av rapportane.`,
  stays:
    'Fila er berre på maskina di til du sender inn ein del. Då blir heile fila send, og vi fordeler linjene på nytt hos oss.',
  heads: { row: 'Rad', item: 'Vare', buyer: 'Kunde', date: 'Dato', amount: 'Beløp', reason: 'Kvifor' },
  reasons: {
    'agreement-unknown': (p: { found: string }) => `Avtalen «${p.found}» har ingen open rapport`,
    'lot-unknown': (p: { found: string }) => `Delkontrakten «${p.found}» er ikkje dykkar i nokon av rapportane`,
    'branch-unknown': (p: { found: string }) =>
      p.found === '' ? 'Det står ikkje kva filial linja gjeld' : `Filialen «${p.found}» har ingen open rapport`,
    'item-unknown': (p: { found: string }) =>
      `Vara «${p.found}» er ikkje med i nokon av avtalane, og fleire avtalar er moglege`,
    'date-missing': () => 'Linja har ingen dato',
    'date-outside': (p: { found: string }) => `${p.found} er ikkje i ein periode med open rapport`,
    several: () => 'Fleire rapportar kan ha linja. Legg til ein kolonne med avtalenummer',
  },
};
