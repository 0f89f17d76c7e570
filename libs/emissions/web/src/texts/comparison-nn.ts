import { formatMoney, formatPeriod, formatShare, monthSpans, Period } from '@tallgrunn/values';
import type { ComparisonTexts } from './comparison-nb.ts';

const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nn', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'nn');
const months = (p: { from: string; to: string }) =>
  p.from === p.to ? month(p.from) : `${month(p.from)} til ${month(p.to)}`;
/** Formats months, joining consecutive ones to spans. */
const spans = (keys: readonly string[]) => monthSpans(keys).map(months).join(', ');

export const nn: ComparisonTexts = {
  compared: (p) => `Samanlikna: ${months(p.before)} med ${months(p.after)}.`,
  buyers: (p) => `Gjeld ${p.names.join(', ')}.`,
  excluded: (p) => `Ikke med, fordi rekneskapen manglar månader: ${p.names.join(', ')}.`,
  more: 'Meir om samanlikninga',
  complete: 'Berre månader og kommunar der rekneskapen er komplett i begge periodar, er med.',
  leftOut: (p) => `${p.name} er ikkje med: rekneskapen er ikkje komplett for ${spans(p.months)}.`,
  lockedTitle: 'Kan ikkje samanliknast',
  incomplete: 'Ingen kommune har rekneskap som er komplett for dei same månadene i begge periodar.',
  lacking: (p) => `${p.name}: ikkje komplett for ${spans(p.months)}.`,
  otherSeason:
    'Periodane er ulike delar av året. Skilnaden kan kome av sesongen, så nedgang eller auke blir ikkje oppgitt.',
  toCompleteness: 'Sjå kva månader som er på plass',
  prices: (p) =>
    `Prisstiginga er ikkje berekna for ${p.figure}. Ein auke kan kome av høgare prisar, og blir ikkje kalla sikker når prisane åleine kan forklare han.`,
  classes: {
    of: {
      operating: 'Tala gjeld drift.',
      investment:
        'Tala gjeld investering. Investeringar varierer mykje frå år til år, så nedgang eller auke blir ikkje oppgitt.',
      unknown:
        'Tala gjeld innkjøp der det ikkje er kjent om dei er drift eller investering. Nedgang eller auke blir difor ikkje oppgitt.',
      together: 'Tala gjeld drift og investering saman.',
    },
    investment: (p) =>
      `Investering, til samanlikning: frå ${kroner(p.spendBefore)} til ${kroner(p.spendAfter)}, frå ${p.before} til ${p.after}. Investeringar varierer mykje frå år til år, og er ikkje med i vurderinga.`,
    notKnown:
      'Nedgang eller auke blir ikkje oppgitt: for nokre kommunar er det ikkje kjent kva som er drift og kva som er investering.',
    little:
      'For nokre innkjøp er det ikkje kjent om dei er drift eller investering. Dei er ikkje med i tala for drift.',
    unknownOf: (p) =>
      `${p.name}: ikkje kjent for ${kroner(p.before)} i den første perioden og ${kroner(p.after)} i den andre.`,
    show: 'Drift eller investering',
    all: 'Alt saman',
    names: { operating: 'Drift', investment: 'Investering', unknown: 'Ikkje kjent' },
  },
  spend: {
    up: (p) =>
      `Innkjøpa er ${formatShare(p.share, 'nn')} høgare: frå ${kroner(p.before)} til ${kroner(p.after)}, utan mva.`,
    down: (p) =>
      `Innkjøpa er ${formatShare(p.share, 'nn')} lågare: frå ${kroner(p.before)} til ${kroner(p.after)}, utan mva.`,
    same: (p) => `Innkjøpa er om lag som før: frå ${kroner(p.before)} til ${kroner(p.after)}, utan mva.`,
    none: (p) => `Innkjøpa: frå ${kroner(p.before)} til ${kroner(p.after)}, utan mva.`,
  },
};
