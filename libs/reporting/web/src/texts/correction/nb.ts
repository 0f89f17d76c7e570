import { plural } from '@tallgrunn/values';
import { count, day, instant } from '../terms/nb.ts';

/** Texts of corrections and of on-behalf uploads. */
export const correctionNb = {
  title: (p: { number: string }) => `Dette retter ${p.number}`,
  way: 'Hva er i filen?',
  ways: {
    replaces: 'Hele rapporten på nytt. Den erstatter det som er levert.',
    amends: 'Bare linjer som er nye eller endret. Resten av det som er levert, beholdes.',
  },
  compare: 'Sammenlign med det som er levert',
  compareHelp:
    'Filen sendes til kontroll hos oss og sammenlignes linje for linje. Ingenting blir levert før du har sett endringene og bekreftet.',
  changes: (p: { added: number; removed: number; changed: number }) => {
    const parts = [
      ...(p.added > 0 ? [plural('nb', p.added, { one: 'én ny linje', other: `${count(p.added)} nye linjer` })] : []),
      ...(p.removed > 0 ? [plural('nb', p.removed, { one: 'én fjernet', other: `${count(p.removed)} fjernet` })] : []),
      ...(p.changed > 0 ? [plural('nb', p.changed, { one: 'én endret', other: `${count(p.changed)} endret` })] : []),
    ];
    return parts.length === 0 ? 'Ingen linjer er endret' : parts.join(' · ');
  },
  effect: (p: { money: string }) => `Virkning på beløpet: ${p.money}`,
  kinds: { added: 'Ny', removed: 'Fjernet', changed: 'Endret' },
  all: 'Alle endringer',
  filter: 'Vis',
  caption: 'Linjer som er endret, de med størst virkning først',
  heads: {
    kind: 'Endring',
    item: 'Vare',
    buyer: 'Kunde',
    date: 'Dato',
    quantity: 'Mengde',
    price: 'Pris',
    amount: 'Beløp',
    effect: 'Virkning',
  },
  from: (p: { before: string; after: string }) =>
    p.before === p.after ? p.after : `${p.before === '' ? '–' : p.before} → ${p.after === '' ? '–' : p.after}`,
  more: 'Vis flere endringer',
  file: 'Last ned alle endringer (Excel)',
  reason: 'Hvorfor rettes rapporten?',
  choose: 'Velg en årsak',
  reasons: {
    'wrong-price': 'Feil pris',
    'wrong-quantity': 'Feil mengde',
    'wrong-buyer': 'Feil kunde',
    'lines-missing': 'Linjer manglet',
    'lines-too-many': 'Linjer var med ved en feil',
    'late-credit': 'Kredit eller linje som kom senere',
    returned: 'Rapporten ble sendt tilbake',
    other: 'Noe annet',
  },
  words: 'Forklar kort',
  wordsHelp: 'Avtaleforvalteren ser det du skriver.',
  reasonMissing: 'Velg hvorfor rapporten rettes',
  wordsMissing: 'Forklar kort hvorfor rapporten rettes',
  asks: {
    'large-effect': 'Virkningen er så stor at avtaleforvalteren må godkjenne rettelsen før den gjelder.',
    'period-closed': 'Perioden er stengt, så avtaleforvalteren må godkjenne rettelsen før den gjelder.',
  },
  atOnce: 'Rettelsen gjelder med en gang du sender den inn, når kontrollen ikke har spørsmål.',
  act: 'Send inn rettelsen',
  closed: (p: { date: string }) => `Perioden ble stengt ${day(p.date)}.`,
  late: {
    'open-period':
      'Kreditlinjer og linjer som kommer sent, tas med i rapporten for perioden som er åpen, med henvisning til den opprinnelige fakturaen.',
    'own-period': 'Etter avtalen hører linjer som kommer sent, til i sin egen periode: rett rapporten her.',
  },
  corrects: 'Retter',
  why: 'Årsak',
  how: 'Måte',
  howWords: { replaces: 'Hele rapporten på nytt', amends: 'Nye og endrede linjer; resten er beholdt' },
  askedWhy: { 'large-effect': 'Stor virkning', 'period-closed': 'Perioden er stengt' },
  askedTitle: 'Grunn til kontroll',
  shown: 'Vis endringene',
  hidden: 'Skjul endringene',
  behalf: {
    act: 'Lever på vegne av leverandøren …',
    title: 'Lever på vegne av leverandøren',
    lead: 'Bruk dette når leverandøren har sendt deg filen på en annen måte. Leverandøren får e-post om det, ser hvem som leverte, når og hvorfor, og kan bekrefte at den er riktig eller sende en ny versjon. Du kan ikke endre noe i filen.',
    from: 'Hvem kom filen fra?',
    fromHelp: 'Navn og hvordan den kom, for eksempel «Kari Nordmann, e-post».',
    on: 'Hvilken dag kom den?',
    why: 'Hvorfor leverer du den?',
    missing: {
      from: 'Skriv hvem filen kom fra',
      on: 'Skriv hvilken dag filen kom',
      why: 'Skriv hvorfor du leverer den',
    },
    cancel: 'Avbryt',
    done: (p: { by: string; at: string }) => `Levert på vegne av leverandøren av ${p.by} ${instant(p.at)}`,
    manager: 'avtaleforvalteren',
    received: (p: { from: string; on: string }) => `Filen kom fra ${p.from} ${day(p.on)}.`,
    reason: (p: { reason: string }) => `Begrunnelse: ${p.reason}`,
    question: 'Stemmer det som er levert for dere?',
    agree: 'Ja, det stemmer',
    disagree: 'Nei, dette stemmer ikke …',
    whatIsWrong: 'Hva stemmer ikke?',
    whatIsWrongHelp: 'Avtaleforvalteren ser svaret. Du kan også sende en ny versjon, som erstatter denne.',
    wordsMissing: 'Skriv hva som ikke stemmer',
    send: 'Send svaret',
    agreed: (p: { at: string }) => `Leverandøren har bekreftet at det stemmer, ${instant(p.at)}.`,
    disagreed: (p: { at: string }) => `Leverandøren har svart at det ikke stemmer, ${instant(p.at)}:`,
    noAnswer: 'Leverandøren har ikke svart.',
  },
};
export type CorrectionTexts = typeof correctionNb;
