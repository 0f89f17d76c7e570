import { formatCount, formatMoney, plural } from '@tallgrunn/values';
import type { QuestionTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const lines = (n: number) => plural('nn', n, { one: 'éi linje', other: `${count(n)} linjer` });
const pairs = (n: number) => plural('nn', n, { one: 'eitt par', other: `${count(n)} par` });
const days = (n: number) => plural('nn', n, { one: 'éin dag', other: `${count(n)} dagar` });

export const nn: QuestionTexts = {
  tab: 'Same svar for mange',
  explain:
    'Når mange linjer frå ein leverandør avvik på same måten, får du eitt spørsmål om alle. Sjå kva svaret gjer før du svarer. Svaret kan takast tilbake under eitt.',
  size: (p) => `${p.isPairs ? pairs(p.count) : lines(p.count)}, til saman ${formatMoney(p.amount, 'NOK', 'nn', 0)}`,
  buyers: (p) => plural('nn', p.count, { one: 'i éin kommune', other: `i ${count(p.count)} kommunar` }),
  invoice: 'Rapporten og rekneskapen har same fakturanummer',
  item: 'Rapporten og rekneskapen har same varenummer',
  days: (p) =>
    p.days === 0
      ? 'Rapporten og rekneskapen har same dag'
      : `Rekneskapen har dei ${days(Math.abs(p.days))} ${p.days < 0 ? 'før' : 'etter'} rapporten`,
  sameAmount: 'og same beløp.',
  otherAmount: (p) =>
    `og rapporten har ${p.percent} % ${p.more ? 'høgare' : 'lågare'} beløp.${p.vat ? (p.more ? ' Det kan vere meirverdiavgift.' : ' Rapporten kan vere utan meirverdiavgift, og rekneskapen med.') : ''}`,
  isSame: 'Er kvart par same kjøp?',
  text: (p) => `Linjene har same tekst: «${p.value}».`,
  account: (p) => `Linjene står på konto ${p.value} hos ${p.buyer}.`,
  buyer: (p) => `Linjene står hos ${p.buyer}, og avvik på same måten.`,
  says: (p) => `Avstemminga seier: ${p.state}, ${p.cause.toLowerCase()}.`,
  why: 'Kvifor høyrer dei ikkje saman med noko?',
  samples: 'Til dømes',
  reported: 'Rapportert',
  booked: 'Bokført',
  answerAll: (p) => `Svar for ${p.isPairs ? `alle ${pairs(p.count)}` : `alle ${lines(p.count)}`}`,
  answer: 'Svaret ditt',
  verdicts: { same: 'Same kjøp: kople para', 'not-same': 'Ikkje same kjøp: la linjene stå opne' },
  preview: 'Sjå kva svaret gjer',
  missingAnswer: 'Vel eit svar.',
  missingReason: 'Skriv kort kvifor.',
  effects: {
    tied: (p) => `${pairs(p.count)} blir kopla, med same beløp.`,
    'tied-with-difference': (p) =>
      `${pairs(p.count)} blir kopla, med ulikt beløp. Skilnaden blir ståande som ulikt beløp eller meirverdiavgift.`,
    named: (p) => `${lines(p.count)} får årsaka du valde.`,
    'stays-open': (p) => `${pairs(p.count)} blir ikkje kopla. Linjene står opne.`,
    'several-fit': (p) =>
      `${pairs(p.count)} til liknar, men fleire linjer passar like godt. Dei får ikkje svaret og står opne.`,
  },
  effectHead: 'Svaret gjer',
  effectNames: {
    tied: 'blir kopla',
    'tied-with-difference': 'blir kopla, ulikt beløp',
    named: 'får årsaka',
    'stays-open': 'står open',
    'several-fit': 'står open, fleire passar',
  },
  second: 'Beløpet er til saman så stort at ein annan må stadfeste. Svaret gjeld når det er gjort.',
  caption: 'Linjene, flest kroner først',
  shown: (p) => `Dei ${count(p.shown)} med flest kroner av ${count(p.count)}.`,
  left: (p: { isPairs: boolean; answered: number; left: number }) =>
    `Svaret gjeld ${p.isPairs ? `dei ${count(p.answered)} para` : `dei ${count(p.answered)} linjene`} med flest kroner. ${p.isPairs ? pairs(p.left) : lines(p.left)} til kjem i eit nytt spørsmål etterpå.`,
  done: (p) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)} har fått svaret.${p.second ? ' Det gjeld når ein annan har stadfesta det.' : ' Avstemminga blir køyrd på nytt av seg sjølv.'}`,
  noneTitle: 'Ingen spørsmål om mange linjer',
  noneReason: 'Ingen opne linjer avvik på same måten. Sjå på linjene éi for éi.',
  given: 'Svar som er gjevne for mange',
  givenTo: (p) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)}, til saman ${formatMoney(p.amount, 'NOK', 'nn', 0)}${p.left === p.count ? '' : p.left === 0 ? ', alle er tekne tilbake eller svara på nytt' : `, ${count(p.left)} står ved lag`}`,
  takeBack: 'Ta tilbake svaret for alle',
  takeBackHelp: 'Alle linjene som ikkje har fått eit nyare svar, blir som før. Det står i sporloggen.',
  takenBack: (p) => `Svaret er teke tilbake for ${count(p.count)}.`,
};
