import { formatCount, formatMoney, plural } from '@tallgrunn/values';
import type { QuestionTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const lines = (n: number) => plural('nn', n, { one: 'éi linje', other: `${count(n)} linjer` });
const pairs = (n: number) => plural('nn', n, { one: 'eitt par', other: `${count(n)} par` });
const days = (n: number) => plural('nn', n, { one: 'éin dag', other: `${count(n)} dagar` });

export const nn: QuestionTexts = {
  tab: 'Same svar for mange',
  explain:
    'Når mange linjer frå ein leverandør avvik på same måten, får du eitt spørsmål om alle. Sjå kva svaret gjer før du lagrar. Svaret kan opphevast for alle samtidig.',
  size: (p) => `${p.isPairs ? pairs(p.count) : lines(p.count)}, til saman ${formatMoney(p.amount, 'NOK', 'nn', 0)}`,
  buyers: (p) => plural('nn', p.count, { one: 'i éin kommune', other: `i ${count(p.count)} kommunar` }),
  invoice: 'Rapporten og rekneskapen har same fakturanummer',
  item: 'Rapporten og rekneskapen har same varenummer',
  days: (p) =>
    p.days === 0
      ? 'Rapporten og rekneskapen har same dag'
      : `Dei er førte i rekneskapen ${days(Math.abs(p.days))} ${p.days < 0 ? 'før' : 'etter'} rapporten`,
  sameAmount: 'og same beløp.',
  otherAmount: (p) =>
    `og rapporten har ${p.percent} % ${p.more ? 'høgare' : 'lågare'} beløp.${p.vat ? (p.more ? ' Det kan vere meirverdiavgift.' : ' Rapporten kan vere utan meirverdiavgift, og rekneskapen med.') : ''}`,
  isSame: 'Er kvart par same kjøp?',
  text: (p) => `Linjene har same tekst: «${p.value}».`,
  account: (p) => `Linjene er førte på konto ${p.value} hos ${p.buyer}.`,
  buyer: (p) => `Linjene gjeld ${p.buyer}, og avvik på same måten.`,
  says: (p) => `Avstemminga viser: ${p.state}, ${p.cause.toLowerCase()}.`,
  why: 'Kvifor har linjene ikkje treff?',
  samples: 'Til dømes',
  reported: 'Rapportert',
  booked: 'Bokført',
  answerAll: (p) => `Svar for ${p.isPairs ? `alle ${pairs(p.count)}` : `alle ${lines(p.count)}`}`,
  answer: 'Svaret ditt',
  verdicts: { same: 'Same kjøp: kople para', 'not-same': 'Ikkje same kjøp: ikkje kople linjene' },
  preview: 'Sjå kva svaret gjer',
  missingAnswer: 'Vel eit svar.',
  missingReason: 'Skriv kort kvifor.',
  effects: {
    tied: (p) => `${pairs(p.count)} blir kopla, med same beløp.`,
    'tied-with-difference': (p) =>
      `${pairs(p.count)} blir kopla, med ulikt beløp. Skilnaden blir vist som ulikt beløp eller meirverdiavgift.`,
    named: (p) => `${lines(p.count)} får årsaka du valde.`,
    'stays-open': (p) => `${pairs(p.count)} blir ikkje kopla. Linjene er framleis ikkje avstemte.`,
    'several-fit': (p) =>
      `${pairs(p.count)} til liknar, men fleire linjer passar like godt. Dei får ikkje svaret og er framleis ikkje avstemte.`,
  },
  effectHead: 'Svaret gjer',
  effectNames: {
    tied: 'blir kopla',
    'tied-with-difference': 'blir kopla, ulikt beløp',
    named: 'får årsaka',
    'stays-open': 'ikkje avstemt',
    'several-fit': 'ikkje avstemt, fleire passar',
  },
  second: 'Beløpet er til saman så stort at ein annan må godkjenne. Svaret gjeld når det er godkjent.',
  caption: 'Linjene, størst beløp først',
  shown: (p) => `Dei ${count(p.shown)} med størst beløp av ${count(p.count)}.`,
  left: (p: { isPairs: boolean; answered: number; left: number }) =>
    `Svaret gjeld ${p.isPairs ? `dei ${count(p.answered)} para` : `dei ${count(p.answered)} linjene`} med størst beløp. ${p.isPairs ? pairs(p.left) : lines(p.left)} til kjem i eit nytt spørsmål etterpå.`,
  done: (p) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)} har fått svaret.${p.second ? ' Det gjeld når ein annan har godkjent det.' : ' Avstemminga blir køyrd på nytt automatisk.'}`,
  noneTitle: 'Ingen spørsmål om mange linjer',
  noneReason: 'Ingen uavstemte linjer avvik på same måten. Gå gjennom linjene éi for éi.',
  given: 'Svar som er gjevne for mange',
  givenTo: (p) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)}, til saman ${formatMoney(p.amount, 'NOK', 'nn', 0)}${p.left === p.count ? '' : p.left === 0 ? ', alle er oppheva eller avklarte på nytt' : `, ${count(p.left)} gjeld`}`,
  takeBack: 'Opphev svaret for alle',
  takeBackHelp: 'Alle linjene som ikkje har fått eit nyare svar, blir som før. Endringa blir ført i behandlingsloggen.',
  takenBack: (p) => `Svaret er oppheva for ${count(p.count)}.`,
};
