import { formatCount, formatDate, formatMoney, formatQuantity, listing, plural } from '@tallgrunn/values';
import type { TolerancesTexts } from './nb.ts';

const lines = (n: number) => plural('nn', n, { one: 'éi linje', other: `${formatCount(n, 'nn')} linjer` });
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nn');

export const nn = {
  title: 'Toleransegrenser',
  lead: 'Innkjøpssamarbeidet avgjer kor store avvik i pris og mengd som ikkje treng oppfølging. Ingen avvik blir skjulte, og alle er med i summane.',
  back: 'Avstemming',
  explain:
    'Ei kopla linje er innanfor toleranse når både prisen og mengda er det. Er det sett både prosent og beløp, gjeld den grensa som blir nådd først. Utan grense er det ingen toleranse. Linjer der fordelinga mellom mengd og pris er ukjend, skal alltid følgjast opp.',
  list: 'Grenser',
  caption: 'Versjonar av grensene, nyaste først',
  none: 'Ingen grenser er sette. Alle avvik skal følgjast opp.',
  heads: {
    scope: 'Gjeld',
    from: 'Frå og med',
    to: 'Til og med',
    price: 'Pris',
    quantity: 'Mengd',
    state: 'Status',
    reason: 'Grunngiving',
    decided: 'Avgjort',
  },
  cooperative: 'Samarbeidet',
  limit: (p) =>
    p.percent === null && p.amount === null
      ? 'ingen toleranse'
      : `høgst ${listing('nn', [...(p.percent === null ? [] : [`${formatQuantity(p.percent, 'nn')} %`]), ...(p.amount === null ? [] : [kroner(p.amount)])])}`,
  inherited: 'som samarbeidet',
  states: { inForce: 'gjeld no', later: 'gjeld seinare', ended: 'har gjelde', replaced: 'erstatta av ein nyare' },
  noEnd: 'utan slutt',
  by: (p) => `${p.at}, av ${p.you ? 'deg' : [p.person, p.organisation].filter(Boolean).join(', ') || 'ein annan'}`,
  mayNot: 'Avtaleforvaltarar og administratorar set grensene.',
  form: {
    title: 'Set nye grenser',
    scope: 'Grensene gjeld',
    scopeHelp: 'Dei eigne grensene til ein avtale går føre grensene til samarbeidet.',
    wholeCooperative: 'Heile samarbeidet',
    inherited: 'Avtalen skal følgje grensene til samarbeidet',
    validFrom: 'Frå og med',
    validFromHelp: 'Linjer som er bokførte frå og med denne dagen. Tidlegare linjer blir vurderte som før.',
    pricePercent: 'Pris: høgaste avvik i prosent',
    pricePercentHelp: 'Av den rapporterte mengda til bokført pris.',
    priceAmount: 'Pris: høgaste avvik i kroner per linje',
    quantityPercent: 'Mengd: høgaste avvik i prosent',
    quantityPercentHelp: 'Av den bokførte mengda.',
    quantityAmount: 'Mengd: høgaste avvik i kroner per linje',
    reason: 'Kvifor?',
    reasonHelp: 'Grunngivinga blir vist saman med grensene.',
    preview: 'Sjå verknaden',
    save: 'Lagre grensene',
    faults: {
      validFrom: 'Vel dagen grensene gjeld frå.',
      percent: 'Skriv eit tal frå 0 til 999, til dømes 2,5.',
      amount: 'Skriv eit beløp i kroner, til dømes 100.',
      reason: 'Skriv kort kvifor.',
    },
  },
  effect: {
    title: 'Verknaden',
    nothing: 'Ingen linjer får ny vurdering når du lagrar.',
    onSaving: (p) =>
      `Når du lagrar, går ${lines(p.toWithin.lineCount)} på ${kroner(p.toWithin.amount)} til «innanfor toleranse», og ${lines(p.toFollowUp.lineCount)} på ${kroner(p.toFollowUp.amount)} til «å følgje opp».`,
    wholePeriod: (p) =>
      `Dersom grensene hadde gjelde sidan ${formatDate(p.from, 'nn')}, hadde ${lines(p.toWithin.lineCount)} på ${kroner(p.toWithin.amount)} gått til «innanfor toleranse», og ${lines(p.toFollowUp.lineCount)} på ${kroner(p.toFollowUp.amount)} til «å følgje opp».`,
    basis: (p) =>
      `Kopla linjer med avvik, bokførte frå ${formatDate(p.from, 'nn')} til ${formatDate(p.to, 'nn')} eller seinare: ${lines(p.lines.lineCount)}, til saman ${kroner(p.lines.amount)}. Innanfor toleranse i dag: ${lines(p.within.lineCount)}, til saman ${kroner(p.within.amount)}. Beløpa er avvik utan forteikn og utan meirverdiavgift.`,
    validTo: (p) => `Grensene gjeld til og med ${formatDate(p.day, 'nn')}. Då tek ein seinare versjon over.`,
    caption: 'Linjer som får ny vurdering, etter leverandør',
    heads: {
      supplier: 'Leverandør',
      savingWithin: 'Når du lagrar: innanfor toleranse',
      savingFollowUp: 'Når du lagrar: å følgje opp',
      periodWithin: 'Heile perioden: innanfor toleranse',
      periodFollowUp: 'Heile perioden: å følgje opp',
    },
    total: (p) => `${lines(p.lineCount)}, ${kroner(p.amount)}`,
    saved: 'Grensene er lagra.',
  },
} satisfies TolerancesTexts;
