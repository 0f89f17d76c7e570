import { plural } from '@tallgrunn/values';
import { count, day, instant } from '../terms/nn.ts';
import type { CorrectionTexts } from './nb.ts';

/** Texts of corrections and of on-behalf uploads. */
export const correctionNn = {
  title: (p: { number: string }) => `Dette rettar ${p.number}`,
  way: 'Kva er i fila?',
  ways: {
    replaces: 'Heile rapporten på nytt. Han erstattar det som er levert.',
    amends: 'Berre linjer som er nye eller endra. Resten av det som er levert, blir behalde.',
  },
  compare: 'Samanlikn med det som er levert',
  compareHelp:
    'Fila blir send til kontroll hos oss og samanlikna linje for linje. Ingenting blir levert før du har sett endringane og stadfesta.',
  changes: (p: { added: number; removed: number; changed: number }) => {
    const parts = [
      ...(p.added > 0 ? [plural('nn', p.added, { one: 'éi ny linje', other: `${count(p.added)} nye linjer` })] : []),
      ...(p.removed > 0 ? [plural('nn', p.removed, { one: 'éi fjerna', other: `${count(p.removed)} fjerna` })] : []),
      ...(p.changed > 0 ? [plural('nn', p.changed, { one: 'éi endra', other: `${count(p.changed)} endra` })] : []),
    ];
    return parts.length === 0 ? 'Ingen linjer er endra' : parts.join(' · ');
  },
  effect: (p: { money: string }) => `Verknad på beløpet: ${p.money}`,
  kinds: { added: 'Ny', removed: 'Fjerna', changed: 'Endra' },
  all: 'Alle endringar',
  filter: 'Vis',
  caption: 'Linjer som er endra, dei med størst verknad først',
  heads: {
    kind: 'Endring',
    item: 'Vare',
    buyer: 'Kunde',
    date: 'Dato',
    quantity: 'Mengd',
    price: 'Pris',
    amount: 'Beløp',
    effect: 'Verknad',
  },
  from: (p: { before: string; after: string }) =>
    p.before === p.after ? p.after : `${p.before === '' ? '–' : p.before} → ${p.after === '' ? '–' : p.after}`,
  more: 'Vis fleire endringar',
  file: 'Last ned alle endringar (Excel)',
  reason: 'Kvifor blir rapporten retta?',
  choose: 'Vel ei årsak',
  reasons: {
    'wrong-price': 'Feil pris',
    'wrong-quantity': 'Feil mengd',
    'wrong-buyer': 'Feil kunde',
    'lines-missing': 'Linjer mangla',
    'lines-too-many': 'Linjer var med ved ein feil',
    'late-credit': 'Kredit eller linje som kom seinare',
    returned: 'Rapporten vart send tilbake',
    other: 'Noko anna',
  },
  words: 'Forklar kort',
  wordsHelp: 'Avtaleforvaltaren ser det du skriv.',
  reasonMissing: 'Vel kvifor rapporten blir retta',
  wordsMissing: 'Forklar kort kvifor rapporten blir retta',
  asks: {
    'large-effect': 'Verknaden er så stor at avtaleforvaltaren må godkjenne rettinga før ho gjeld.',
    'period-closed': 'Perioden er stengd, så avtaleforvaltaren må godkjenne rettinga før ho gjeld.',
  },
  atOnce: 'Rettinga gjeld med ein gong du sender ho inn, når kontrollen ikkje har spørsmål.',
  act: 'Send inn rettinga',
  closed: (p: { date: string }) => `Perioden vart stengd ${day(p.date)}.`,
  late: {
    'open-period':
      'Kreditlinjer og linjer som kjem seint, blir tekne med i rapporten for perioden som er open, med tilvising til den opphavlege fakturaen.',
    'own-period': 'Etter avtalen høyrer linjer som kjem seint, til i sin eigen periode: rett rapporten her.',
  },
  corrects: 'Rettar',
  why: 'Årsak',
  how: 'Måte',
  howWords: { replaces: 'Heile rapporten på nytt', amends: 'Nye og endra linjer; resten er behalden' },
  askedWhy: { 'large-effect': 'Stor verknad', 'period-closed': 'Perioden er stengd' },
  askedTitle: 'Grunn til kontroll',
  shown: 'Vis endringane',
  hidden: 'Gøym endringane',
  behalf: {
    act: 'Lever på vegner av leverandøren …',
    title: 'Lever på vegner av leverandøren',
    lead: 'Bruk dette når leverandøren har sendt deg fila på ein annan måte. Leverandøren får e-post om det, ser kven som leverte, når og kvifor, og kan stadfeste at han er rett eller sende ein ny versjon. Du kan ikkje endre noko i fila.',
    from: 'Kven kom fila frå?',
    fromHelp: 'Namn og korleis ho kom, til dømes «Kari Nordmann, e-post».',
    on: 'Kva dag kom ho?',
    why: 'Kvifor leverer du ho?',
    missing: { from: 'Skriv kven fila kom frå', on: 'Skriv kva dag fila kom', why: 'Skriv kvifor du leverer ho' },
    cancel: 'Avbryt',
    done: (p: { by: string; at: string }) => `Levert på vegner av leverandøren av ${p.by} ${instant(p.at)}`,
    manager: 'avtaleforvaltaren',
    received: (p: { from: string; on: string }) => `Fila kom frå ${p.from} ${day(p.on)}.`,
    reason: (p: { reason: string }) => `Grunngiving: ${p.reason}`,
    question: 'Stemmer det som er levert for dykk?',
    agree: 'Ja, det stemmer',
    disagree: 'Nei, dette stemmer ikkje …',
    whatIsWrong: 'Kva stemmer ikkje?',
    whatIsWrongHelp: 'Avtaleforvaltaren ser svaret. Du kan òg sende ein ny versjon, som erstattar denne.',
    wordsMissing: 'Skriv kva som ikkje stemmer',
    send: 'Send svaret',
    agreed: (p: { at: string }) => `Leverandøren har stadfesta at det stemmer, ${instant(p.at)}.`,
    disagreed: (p: { at: string }) => `Leverandøren har svart at det ikkje stemmer, ${instant(p.at)}:`,
    noAnswer: 'Leverandøren har ikkje svart.',
  },
} satisfies CorrectionTexts;
