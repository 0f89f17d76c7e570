import { formatInstant, listing, plural } from '@tallgrunn/values';
import { count, capital, lines } from '../terms/nb.ts';

const branches = (n: number) => plural('nb', n, { one: 'én filial', other: `${count(n)} filialer` });

export const nb = {
  title: (p: { period: string; agreement: string }) => capital(`${p.period} · ${p.agreement}, alle filialer`),
  card: 'Alle filialene samlet',
  cardHelp: (p: { waiting: number; of: number }) =>
    `${capital(branches(p.waiting))} av ${count(p.of)} mangler rapport. Slipp filene for alle på ett sted.`,
  cardOpen: 'Se og lever for filialene',
  sum: (p: { done: number; ready: number; of: number; missing: readonly string[] }) =>
    [
      `${count(p.done)} av ${branches(p.of)} har levert`,
      ...(p.ready > 0
        ? [plural('nb', p.ready, { one: 'én er klar til å sendes', other: `${count(p.ready)} er klare til å sendes` })]
        : []),
      ...(p.missing.length > 0 ? [`mangler: ${listing('nb', p.missing)}`] : []),
    ].join(' · ') + '.',
  dropHelp:
    'Slipp filene for flere filialer på én gang. Vi kjenner filialen igjen på organisasjonsnummeret eller navnet i filen, ellers på filnavnet, og spør når vi ikke vet. Hver fil kontrolleres for seg på maskinen din; ingenting sendes før du velger det.',
  kinds: 'filene, én for hver filial,',
  sorting: 'Ser etter hvilken filial filene hører til …',
  looseTitle: (p: { count: number }) =>
    plural('nb', p.count, { one: 'Én fil uten filial', other: `${count(p.count)} filer uten filial` }),
  why: {
    none: 'det står ikke hvilken filial den gjelder.',
    several: 'den har linjer for flere filialer.',
    taken: 'filialen har en fil her fra før.',
    same: 'den er helt lik en fil som er her fra før.',
    delivered: 'filialen har levert. Rett rapporten på filialens egen side.',
  },
  whose: 'Hvilken filial?',
  choose: 'Velg filial',
  replaces: ' (bytter ut filen som er der)',
  divide: 'Fordel linjene på filialene',
  removeOf: (p: { name: string }) => `Fjern filen ${p.name}`,
  orgNumber: (p: { number: string }) => `Org.nr ${p.number.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}`,
  missing: 'Mangler',
  results: {
    waiting: 'Venter',
    checking: 'Kontrolleres',
    ready: 'Klar',
    asks: 'Trenger svar',
    stopped: 'Må rettes',
    failed: 'Ikke lest',
    sending: 'Sendes',
    differs: 'Må vurderes',
  },
  hows: {
    number: 'gjenkjent på organisasjonsnummeret i filen',
    column: 'gjenkjent på filialkolonnen',
    'file-name': 'gjenkjent på filnavnet',
    asked: 'valgt av deg',
  },
  lines: (p: { lines: number; amount: string }) => `${lines(p.lines)}, ${p.amount}`,
  found: (p: { questions: number; stops: number }) =>
    capital(
      [
        ...(p.stops > 0 ? [`${count(p.stops)} stopp`] : []),
        ...(p.questions > 0
          ? [plural('nb', p.questions, { one: 'ett spørsmål', other: `${count(p.questions)} spørsmål` })]
          : []),
      ].join(' og ') + '.',
    ),
  differs:
    'Kontrollen hos oss ga et annet resultat. Gå gjennom det, og send inn på nytt. Ingen av filialene er sendt inn.',
  said: (p: { who: string; at: string; reason: string }) =>
    `${p.who === '' ? 'Kjeden' : p.who} meldte ${formatInstant(new Date(p.at), 'nb')} at rapporten kommer senere: ${p.reason}`,
  open: 'Åpne og svar',
  notIts: 'Hører ikke til her',
  toReport: 'Til rapporten',
  correct: 'Rett',
  whole: 'Alle filialene er med.',
  without: (p: { names: readonly string[] }) =>
    `Send inn uten ${listing('nb', p.names)}. De må fortsatt rapportere senere.`,
  reason: 'Hvorfor mangler de?',
  reasonHelp: 'Avtaleforvalteren ser svaret.',
  reasonMissing: 'Skriv hvorfor filialene mangler.',
  sayMissing: (p: { names: readonly string[] }) =>
    `Lever for ${listing('nb', p.names)} også, eller kryss av for at de kommer senere.`,
  act: (p: { count: number }) => `Send inn ${branches(p.count)}`,
  sending: 'Sender og kontrollerer filialene',
  wereSent: (p: { count: number }) => `${capital(branches(p.count))} er sendt inn. Hver har fått sin kvittering.`,
};

export type BranchTexts = typeof nb;
